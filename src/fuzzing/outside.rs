//! What `tests/fuzz` uses: readers by name.

use super::campaign::{Campaign, mutated as changed};
use super::dice::Dice;
use super::reader::Reader;
use super::readers::readers;

fn all() -> &'static [Reader] {
    static ALL: std::sync::OnceLock<Vec<Reader>> = std::sync::OnceLock::new();
    ALL.get_or_init(readers)
}

fn named(name: &str) -> Option<&'static Reader> {
    all().iter().find(|reader| reader.name == name)
}

/// The names of all readers.
pub fn names() -> impl Iterator<Item = &'static str> {
    all().iter().map(|reader| reader.name.as_str())
}

/// Files that a reader begins with.
pub fn seeds(reader: &str) -> &'static [Vec<u8>] {
    named(reader).map_or(&[], |reader| &reader.seeds)
}

/// Reads bytes, and panics where something does not hold.
pub fn check(reader: &str, bytes: &[u8]) {
    if let Some(reader) = named(reader) {
        reader.check(bytes);
    }
}

/// A file with something changed.
pub fn mutated(reader: &str, from: &[u8], other: &[u8], seed: u64) -> Vec<u8> {
    named(reader).map_or_else(Vec::new, |reader| changed(reader.made, &mut Dice::new(seed), from, other))
}

/// Cases for one reader as long as `go_on` says so, which is told how many there were and what comes next. Returns how
/// many there were, and what failed: the bytes and the words of the panic.
pub fn campaign(
    reader: &str,
    seed: u64,
    mut go_on: impl FnMut(u64, &[u8]) -> bool,
) -> (u64, Vec<(Vec<u8>, String)>) {
    let Some(reader) = named(reader) else { return (0, vec![]) };
    let mut campaign = Campaign::new(reader, seed);
    loop {
        let bytes = campaign.next();
        if !go_on(campaign.cases, &bytes) {
            break;
        }
        campaign.check(bytes);
    }
    let crashes = campaign.crashes.into_iter().map(|crash| (crash.bytes, crash.message));
    (campaign.cases, crashes.collect())
}
