//! Exports for the programs of others in `tests/consumers` to read.

use std::fs;
use std::path::PathBuf;

use super::samples::{bank, nasty};
use crate::exchange::FORMATS;
use crate::exchange::export::{Export, ExportOptions};

/// Writes each format of the nasty bank and of everything shipped to `target/consumers/`.
#[test]
#[ignore = "writes files: run it before the scripts of tests/consumers"]
fn write_exports_for_consumers() {
    let shipped: Vec<(&str, &str)> = crate::bank_file::EMBEDDED.to_vec();
    for (name, bank) in [("nasty", nasty()), ("shipped", bank(&shipped))] {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/consumers").join(name);
        fs::create_dir_all(&folder).unwrap();
        for format in FORMATS {
            let export = Export::whole(&bank, ExportOptions { seed: 1, ..ExportOptions::default() });
            if let Some(exported) = format.export(&export) {
                let file = folder.join(format!("{}.{}", format.name, format.extension));
                fs::write(file, exported.bytes).unwrap();
                let report = exported.loss.lines().join("\n");
                fs::write(folder.join(format!("{}.loss.txt", format.name)), report).unwrap();
            }
        }
    }
}
