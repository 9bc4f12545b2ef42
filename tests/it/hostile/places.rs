//! Names of what is no file, in place of each file that a command reads or writes: folders, pipes that nobody fills,
//! devices without an end, links that lead nowhere or round in a circle, names that no terminal should print.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use super::{CLASS, GATES, files_below, judge};
use crate::bounded::Bounded;
use crate::support::Sandbox;

/// A sandbox with one of everything that is no file.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("gates.toml", GATES);
    sandbox.write("class.csv", CLASS);
    sandbox.write("folder/note.txt", "A note.");
    assert!(Command::new("mkfifo").arg(sandbox.path("pipe")).status().unwrap().success());
    symlink("nowhere", sandbox.path("dangling")).unwrap();
    symlink("itself", sandbox.path("itself")).unwrap();
    symlink("/dev/zero", sandbox.path("to-zero")).unwrap();
    sandbox
}

const LONG: &str = match str::from_utf8(&[b'n'; 5_000]) {
    Ok(name) => name,
    Err(_) => panic!(),
};

const NAMES: &[&str] = &[
    "folder",
    "pipe",
    "dangling",
    "itself",
    "to-zero",
    "/dev/zero",
    "/dev/tty",
    "gates.toml/inside",
    "none",
    "a\u{1b}[31mred\u{7}\u{202e}.toml",
    "two\nlines",
    LONG,
];

#[test]
fn what_is_no_file_is_refused_in_place_of_each_file() {
    let mut faults = vec![];
    for name in NAMES {
        for arguments in [
            &["check", name][..],
            &["check", "gates.toml", "--stats", name],
            &["quiz", "--bank", name],
            &["import", name, "--dry-run"],
            &["analyze", name],
            &["analyze", "class.csv", "--key", name],
            &["progress", "merge", name],
        ] {
            let sandbox = sandbox();
            let before = files_below(&sandbox.path(""));
            let ran = Bounded::run(sandbox.command(arguments), b"q\n");
            let mut wrong = judge(&ran, arguments);
            if ran.ran.code != Some(2) {
                wrong.push(format!("it ended with {:?}", ran.ran.code));
            }
            if files_below(&sandbox.path("")) != before {
                wrong.push(String::from("it wrote something"));
            }
            let shown: String = arguments.join(" ").chars().take(80).collect();
            faults.extend(wrong.iter().map(|wrong| format!("guardprep {shown:?}: {wrong}")));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn what_is_no_file_is_not_written_over() {
    let mut faults = vec![];
    // What leads nowhere may be made: it is a new file.
    for name in NAMES.iter().filter(|name| !["dangling", "none", "two\nlines"].contains(*name)) {
        for arguments in [
            &["export", "--to", "csv", "--bank", "gates.toml", "-o", name][..],
            &["analyze", "class.csv", "--html", name],
            &["new", name],
            &["quiz", "--bank", "gates.toml", "--progress", name],
        ] {
            let sandbox = sandbox();
            let before = files_below(&sandbox.path(""));
            let ran = Bounded::run(sandbox.command(arguments), b"q\n");
            let mut wrong = judge(&ran, arguments);
            let after = files_below(&sandbox.path(""));
            if before.iter().any(|path| !after.contains(path)) {
                wrong.push(String::from("something is gone"));
            }
            if fs::read(sandbox.path("gates.toml")).unwrap() != GATES.as_bytes() {
                wrong.push(String::from("it changed the bank"));
            }
            let shown: String = arguments.join(" ").chars().take(80).collect();
            faults.extend(wrong.iter().map(|wrong| format!("guardprep {shown:?}: {wrong}")));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn folders_of_banks_are_followed_sixteen_deep() {
    let sandbox = Sandbox::new();
    let deep = |folders: usize| format!("banks/{}gates.toml", "f/".repeat(folders));
    sandbox.write(&deep(15), GATES);
    sandbox.run(&["quiz", "--bank", "banks", "gates"], "q\n").ended_with(0).says("Question 1 of 4");
    fs::rename(sandbox.path(&deep(15)), sandbox.path("gates.toml")).unwrap();
    sandbox.write(&deep(16), GATES);
    sandbox
        .run(&["quiz", "--bank", "banks", "gates"], "q\n")
        .ended_with(2)
        .complains("no question bank in the folder banks");
}
