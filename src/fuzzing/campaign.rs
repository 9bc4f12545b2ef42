//! Many cases for one reader: what is changed next is what was told apart before, and what fails is made small.

use std::any::Any;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::dice::{Dice, hash};
use super::reader::{Made, Reader};
use super::{database, mutate, package};

/// As many files are kept to go on from.
const MOST_KEPT: usize = 2_000;

/// One reader, gone through case by case. The same seed makes the same cases.
pub(crate) struct Campaign<'r> {
    reader: &'r Reader,
    dice: Dice,
    /// What to go on from: the seeds, then whatever made something happen that had not happened before.
    kept: Vec<Vec<u8>>,
    seen: BTreeSet<u64>,
    pub(crate) cases: u64,
    pub(crate) crashes: Vec<Crash>,
}

/// A case that failed, made small.
pub(crate) struct Crash {
    pub(crate) bytes: Vec<u8>,
    pub(crate) message: String,
}

impl<'r> Campaign<'r> {
    pub(crate) fn new(reader: &'r Reader, seed: u64) -> Self {
        let dice = Dice::new(seed ^ hash(reader.name.as_bytes()));
        let seen = BTreeSet::new();
        Self { reader, dice, kept: vec![], seen, cases: 0, crashes: vec![] }
    }

    /// The next file: a seed as it is, or one with changes.
    pub(crate) fn next(&mut self) -> Vec<u8> {
        if let Some(seed) = self.seed() {
            return seed.clone();
        }
        // Small ones are read faster, and say as much.
        let some: Vec<&Vec<u8>> = (0..3).filter_map(|_| self.dice.pick(&self.kept)).collect();
        let from = some.iter().min_by_key(|bytes| bytes.len()).copied().or_else(|| self.reader.seeds.first());
        let from = from.cloned().unwrap_or_default();
        let other = self.dice.pick(&self.kept).cloned().unwrap_or_default();
        mutated(self.reader.made, &mut self.dice, &from, &other)
    }

    /// Every other file is a seed, as long as there are some.
    fn seed(&self) -> Option<&'r Vec<u8>> {
        self.reader.seeds.get(self.cases as usize / 2).filter(|_| self.cases.is_multiple_of(2))
    }

    /// Reads one file.
    pub(crate) fn check(&mut self, bytes: Vec<u8>) {
        let is_seed = self.seed().is_some();
        self.cases += 1;
        match outcome(self.reader, &bytes) {
            Ok(signs) => {
                if self.seen.insert(signs) && self.kept.len() < MOST_KEPT || is_seed {
                    self.kept.push(bytes);
                }
            }
            Err(message) => self.crash(bytes, message),
        }
    }

    fn crash(&mut self, bytes: Vec<u8>, message: String) {
        // One of a kind is enough.
        let kind =
            |message: &str| message.chars().filter(|c| !c.is_ascii_digit()).take(60).collect::<String>();
        if self.crashes.len() < 20 && self.crashes.iter().all(|crash| kind(&crash.message) != kind(&message))
        {
            let fails =
                |bytes: &[u8]| outcome(self.reader, bytes).is_err_and(|other| kind(&other) == kind(&message));
            let bytes = smallest(bytes, &fails);
            let message = outcome(self.reader, &bytes).err().unwrap_or(message);
            self.crashes.push(Crash { bytes, message });
        }
    }
}

/// A file with something changed.
pub(crate) fn mutated(made: Made, dice: &mut Dice, from: &[u8], other: &[u8]) -> Vec<u8> {
    match made {
        Made::Text => mutate::text(dice, from, other),
        Made::Parts => package::package(dice, from, other),
        Made::Tables => database::database(dice, from),
    }
}

/// What happened, or the words of the panic.
fn outcome(reader: &Reader, bytes: &[u8]) -> Result<u64, String> {
    catch_unwind(AssertUnwindSafe(|| reader.check(bytes))).map_err(|panic| words(&*panic))
}

fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}

/// The same failure with less: pieces are left out as long as it fails.
fn smallest(mut bytes: Vec<u8>, fails: &dyn Fn(&[u8]) -> bool) -> Vec<u8> {
    let mut tries = 400;
    let mut size = bytes.len() / 2;
    while size > 0 && tries > 0 {
        let mut at = 0;
        while at < bytes.len() && tries > 0 {
            tries -= 1;
            let mut less = bytes.clone();
            less.drain(at..(at + size).min(bytes.len()));
            if fails(&less) { bytes = less } else { at += size }
        }
        size /= 2;
    }
    bytes
}
