//! One crate for all tests from outside: the command line, a person at a terminal, files on disk, the house itself.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, reason = "tests start programs in environments of their own")]

mod bad_input;
mod banks;
#[cfg(unix)]
mod bounded;
mod calendar;
mod circles;
mod class_report;
mod class_statistics;
mod clock_set_back;
#[cfg(unix)]
mod completions;
mod desk;
mod determinism;
#[cfg(unix)]
mod exams;
mod explained;
mod files;
mod foreign_texts;
mod fortnight;
#[cfg(unix)]
mod hostile;
mod instructors;
#[cfg(unix)]
mod interruptions;
mod layering;
#[cfg(unix)]
mod limits;
#[cfg(unix)]
mod limits_of_rooms;
#[cfg(unix)]
mod manual;
#[cfg(unix)]
mod names;
mod own_banks;
#[cfg(unix)]
mod paused;
#[cfg(unix)]
mod pipe;
#[cfg(unix)]
mod progress_file;
mod reset;
#[cfg(unix)]
mod screen;
mod streak;
mod support;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod transcripts;
#[cfg(unix)]
mod two_at_once;
#[cfg(unix)]
mod undo;
mod upgrades;
