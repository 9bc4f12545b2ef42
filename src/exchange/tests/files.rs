//! Files for the readers under `tests/consumers`: each format of each bank, as whoever exports it gets it.

use std::path::PathBuf;

use super::samples::{bank, nasty, whole};
use crate::bank_file::EMBEDDED;
use crate::exchange::FORMATS;

/// `GUARDPREP_EXPORTS=FOLDER cargo test --lib files_for_other_programs -- --ignored` writes `FOLDER/BANK/FORMAT.EXTENSION`.
#[test]
#[ignore = "writes files for programs that are no part of this one"]
fn files_for_other_programs() {
    #[allow(clippy::disallowed_methods, reason = "says where to write; the program never asks")]
    let folder = PathBuf::from(std::env::var("GUARDPREP_EXPORTS").expect("GUARDPREP_EXPORTS names a folder"));
    let shipped: Vec<(&str, &str)> = EMBEDDED.iter().map(|(name, text)| (*name, *text)).collect();
    for (name, bank) in [("nasty", nasty()), ("shipped", bank(&shipped))] {
        let folder = folder.join(name);
        std::fs::create_dir_all(&folder).unwrap();
        for format in FORMATS {
            if let Some(exported) = format.export(&whole(&bank)) {
                let ending =
                    format.extension.strip_prefix(format.name).and_then(|rest| rest.strip_prefix('.'));
                let ending = ending.unwrap_or(format.extension);
                std::fs::write(folder.join(format!("{}.{ending}", format.name)), exported.bytes).unwrap();
            }
        }
    }
}
