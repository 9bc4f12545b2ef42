//! How checking and exporting grow with a bank: 10,000 questions against 1,000, and each against merely reading the bank.
//!
//! `cargo bench` prints ratios of one run. Times of different machines cannot be compared, ratios can: a step that grows
//! with the number of questions has a growth of about 10, one that compares all pairs has 100.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark times and prints"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const SMALL: usize = 1_000;
const LARGE: usize = 10_000;

fn main() {
    // `cargo test --benches` only wants to know that it builds.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let banks = [SMALL, LARGE].map(|n| {
        let path = folder.path().join(format!("bank-{n}.toml"));
        std::fs::write(&path, bank(n)).unwrap();
        path
    });
    let read = banks.each_ref().map(|bank| time(folder.path(), &["topics", "bench"], bank));
    println!("{:<16} {:>12} {:>14} {:>18}", "step", "seconds", "growth x10", "against reading");
    let row = |name: &str, arguments: &[&str]| {
        let times = banks.each_ref().map(|bank| time(folder.path(), arguments, bank));
        println!("{name:<16} {:>12.2} {:>14.1} {:>18.1}", times[1], times[1] / times[0], times[1] / read[1]);
    };
    row("read", &["topics", "bench"]);
    row("check", &["check", "BANK"]);
    let list = Command::new(env!("CARGO_BIN_EXE_guardprep")).args(["export", "--list"]).output().unwrap();
    let list = String::from_utf8(list.stdout).unwrap();
    let mut formats: Vec<(&str, String)> = vec![];
    for line in list.lines() {
        match formats.last_mut() {
            Some((_, entry)) if line.starts_with(' ') => *entry += line,
            _ => formats.extend(line.split_whitespace().next().map(|name| (name, line.to_owned()))),
        }
    }
    // What is only read cannot be timed as an export.
    for (format, _) in formats.iter().filter(|(_, entry)| !entry.ends_with("import)")) {
        row(format, &["export", "--to", format, "bench"]);
    }
}

/// The fastest of three runs, in seconds.
fn time(home: &Path, arguments: &[&str], bank: &Path) -> f64 {
    let once = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guardprep"));
        for argument in arguments {
            if *argument == "BANK" {
                command.arg(bank)
            } else {
                command.arg(argument)
            };
        }
        if !arguments.contains(&"BANK") {
            command.arg("--bank").arg(bank);
        }
        command.env("GUARDPREP_HOME", home).stdout(Stdio::null()).stderr(Stdio::null());
        let began = Instant::now();
        command.status().unwrap();
        began.elapsed().as_secs_f64()
    };
    (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
}

/// A bank of made-up questions whose words differ enough that none is near another.
fn bank(questions: usize) -> String {
    let mut text = String::from(
        "schema = 1\n[topic]\nid = \"bench\"\ntitle = \"Bench\"\nsummary = \"Made up.\"\n[[objective]]\nid = \"one\"\ntext = \"Do one thing\"\n",
    );
    let mut state = 7_u64;
    let mut words = |count: usize| -> String {
        let mut said = vec![];
        for _ in 0..count {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            said.push(format!("w{}", (state >> 40) % 5_000));
        }
        said.join(" ")
    };
    for n in 1..=questions {
        let _ = write!(
            text,
            "[[question]]\nid = \"bench-{n}\"\nobjective = \"one\"\nkind = \"scenario\"\nlevel = \"apply\"\nstem = \"{}?\"\nanswer = \"{}\"\ndistractors = [\n",
            words(30),
            words(12)
        );
        for _ in 0..3 {
            let _ = writeln!(text, "  {{ text = \"{}\", why = \"{}\" }},", words(12), words(15));
        }
        let _ = write!(text, "]\nexplanation = \"{}\"\nsource = \"A made-up source\"\n", words(30));
    }
    text
}
