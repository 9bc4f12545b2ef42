//! Fuzzing: every reader of foreign bytes has one entry here, which reads them and holds what was read to what always
//! holds. Compiled for tests and for `tests/fuzz` only, and above all layers.
//!
//! * [`Reader`]: a name, files to begin with, and the check, which panics where something does not hold
//! * `banks`, `imports`, `classes`, `logs`, `typed`: the checks
//! * `invariants`: what they have in common
//! * `mutate`, `package`, `database`: files with something changed, which are still nearly files of that kind
//! * [`Campaign`]: many of them, one after the other

mod banks;
mod campaign;
mod classes;
mod database;
mod dice;
mod imports;
mod invariants;
mod logs;
mod mutate;
#[cfg(fuzzing)]
mod outside;
mod package;
mod reader;
mod readers;
mod seeds;
mod strange;
mod typed;

#[cfg(test)]
mod tests;

#[cfg(fuzzing)]
pub use outside::{campaign, check, mutated, names, seeds};
