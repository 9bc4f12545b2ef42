//! Banks to export: the nasty one with everything that formats trip over, and ordinary company.

use crate::bank::Bank;
use crate::bank_file::{join, read};
use crate::diagnostic::Source;
use crate::exchange::export::{Export, ExportOptions};

/// The nasty topic and an ordinary one.
pub(in crate::exchange) fn nasty() -> Bank {
    bank(&[
        ("nasty.toml", include_str!("../../../tests/fixtures/nasty.toml")),
        ("ordinary.toml", include_str!("../../../tests/fixtures/ordinary.toml")),
    ])
}

/// A bank that has to be sound.
pub(in crate::exchange) fn bank(files: &[(&str, &str)]) -> Bank {
    let joined = join(vec![files.iter().map(|(name, text)| read(&Source::new(*name, *text))).collect()]);
    assert_eq!(joined.problems, vec![]);
    joined.bank
}

/// The whole of a bank with ordinary options.
pub(in crate::exchange) fn whole(bank: &Bank) -> Export<'_> {
    Export::whole(bank, ExportOptions::default())
}
