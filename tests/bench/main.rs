//! How fast guardprep is, as ratios of one run: against what a person could use instead, against doing only the reading,
//! and against a tenth of the same. Times of different machines cannot be compared, ratios can.
//!
//! `cargo bench` prints all of it, `cargo bench -- against`, `-- growth`, `-- exports` or `-- class` a part. Programs that
//! are compared with and are not on the machine (Python, its text2qti 0.8, git) are named as not installed.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark times and prints"
)]

mod against;
mod banks;
mod class;
mod exports;
mod growth;
mod log;
mod measure;

use std::path::Path;

use mimalloc::MiMalloc;

/// The allocator of the program, so that what is timed in this process has the same.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// What prints a part of the figures, with a folder for its files.
type Part = fn(&Path);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    // `cargo test --benches` only wants to know that it builds.
    if arguments.iter().any(|argument| argument == "--test") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let parts: [(&str, Part); 4] = [
        ("against", against::print),
        ("growth", growth::print),
        ("exports", exports::print),
        ("class", class::print),
    ];
    for (name, print) in parts {
        if arguments.is_empty() || arguments.iter().any(|argument| argument == name) {
            print(folder.path());
            println!();
        }
    }
}
