//! Exports for the programs of others in `tests/consumers` to read.

use std::fs;
use std::path::PathBuf;

use super::samples::{bank, nasty};
use crate::exchange::FORMATS;
use crate::exchange::export::{Export, ExportOptions};

/// A title is typed by a person, and is escaped all the same.
const HOSTILE_TITLE: &str = "</title><script>pwned('title')</script> \"& 'exam' {{bank}}";

/// Writes each format of the nasty bank, of one that wants to run something on the reader's computer, and of
/// everything shipped to `target/consumers/`.
#[test]
#[ignore = "writes files: run it before the scripts of tests/consumers"]
fn write_exports_for_consumers() {
    let hostile = include_str!("../../../tests/consumers/pages/hostile.toml");
    let plain = ExportOptions { seed: 1, versions: 3, ..ExportOptions::default() };
    let titled = ExportOptions { title: HOSTILE_TITLE.to_owned(), ..plain.clone() };
    for (name, bank, options) in [
        ("nasty", nasty(), &plain),
        ("hostile", bank(&[("hostile.toml", hostile)]), &titled),
        ("shipped", bank(crate::bank_file::EMBEDDED), &plain),
    ] {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/consumers").join(name);
        fs::create_dir_all(&folder).unwrap();
        for format in FORMATS {
            if let Some(exported) = format.export(&Export::whole(&bank, options.clone())) {
                let file = folder.join(format!("{}.{}", format.name, format.extension));
                fs::write(file, exported.bytes).unwrap();
                let report = exported.loss.lines().join("\n");
                fs::write(folder.join(format!("{}.loss.txt", format.name)), report).unwrap();
            }
        }
    }
}
