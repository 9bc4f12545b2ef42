//! The same seed, bank, history and input print the same bytes, today and in later versions.

use crate::support::{Sandbox, root};

/// Wrong and unknown input, flags, skips, undo, several right options: everything that a sitting can print.
const SCRIPT: &str = "x\n?\nf\nb\nundo\na\ns\nr\nbc\nzz\n1\nf\nd\nc\na\na\na\na\n";

fn gates() -> String {
    root().join("tests/fixtures/gates.toml").to_str().unwrap().to_owned()
}

/// Two quizzes on one history, the second of what was missed; stdout of both.
fn play(seed: &str, environment: &[(&str, &str)]) -> String {
    let mut sandbox = Sandbox::new();
    sandbox
        .environment
        .extend(environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let bank = gates();
    let first = sandbox.run(&["quiz", "gates", "--seed", seed, "--bank", &bank], SCRIPT).ended_with(0);
    let second = sandbox.run(&["quiz", "--missed", "--seed", seed, "--bank", &bank], "a\n").stdout;
    format!("{}=====\n{second}", first.stdout)
}

#[test]
fn the_same_again_prints_the_same_bytes() {
    for seed in ["0", "7", "18446744073709551615"] {
        let once = play(seed, &[]);
        assert_eq!(once, play(seed, &[]));
        // A terminal's name, a language, a clock: none of them is part of it.
        let elsewhere = [("TERM", "xterm-256color"), ("LANG", "de_CH.UTF-8"), ("TZ", "Asia/Tokyo")];
        assert_eq!(once, play(seed, &elsewhere));
        assert_eq!(once, play(seed, &[("GUARDPREP_NOW", "2031-12-31T23:59:59Z")]));
        let odd = once.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(odd, None, "no escape byte, no carriage return");
    }
    assert_ne!(play("1", &[]), play("2", &[]));
}

#[test]
fn the_shipped_banks_are_asked_in_the_same_way_too() {
    let run = || {
        let sandbox = Sandbox::new();
        sandbox.run(&["quiz", "-n", "40", "--plain"], &"a\nb\n".repeat(20)).ended_with(0).stdout
    };
    assert_eq!(run(), run());
}

/// `SNAPSHOTS=overwrite cargo test` writes it anew.
#[test]
fn a_transcript_is_pinned() {
    let path = root().join("tests/fixtures/gates-quiz.txt");
    let printed = play("7", &[]);
    if std::env::var_os("SNAPSHOTS").is_some_and(|wish| wish == "overwrite") {
        std::fs::write(&path, &printed).unwrap();
    }
    let pinned = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    assert_eq!(printed, pinned, "the same seed and answers print something else than they did");
}
