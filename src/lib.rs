//! guardprep
#![allow(dead_code, reason = "while it grows")]

mod bank;
mod bank_file;
mod catalog;
mod cli;
mod commands;
mod context;
mod diagnostic;
mod exchange;
mod failure;
mod progress;
mod quiz;
mod report;
mod store;
mod terminal;

use std::ffi::OsString;
use std::process::ExitCode;

/// Runs guardprep with a command line (its first argument is the name of the program) and gives its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    ExitCode::from(cli::run(arguments) as u8)
}
