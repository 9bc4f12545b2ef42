//! What bad input gets: a sentence and the next thing to type, quickly, with exit code 2; never a panic, never a lost or
//! changed file. (Keys, signals and two programs at once have files of their own.)

use std::fs;
use std::time::{Duration, Instant};

use crate::support::{Ran, Sandbox, root, run};

const GATES: &str = include_str!("../fixtures/gates.toml");

/// Runs a quiz over a bank file; it has to answer at once, whatever is in the file.
fn quiz(sandbox: &Sandbox, name: &str, content: impl AsRef<[u8]>) -> Ran {
    sandbox.write(name, content);
    let began = Instant::now();
    let ran = sandbox.run(&["quiz", "--bank", name], "q\n");
    // Far above what it takes, far below what a person would call hanging.
    assert!(began.elapsed() < Duration::from_secs(20), "{name} took {:?}", began.elapsed());
    ran
}

#[test]
fn what_does_not_exist_is_named_with_its_neighbors() {
    let sandbox = Sandbox::new();
    sandbox.write("gates.toml", GATES);
    sandbox
        .run(&["quiz", "voluntary-complience"], "")
        .ended_with(2)
        .complains("did you mean voluntary-compliance?");
    sandbox.run(&["quiz", "--bank", "gate.toml"], "").ended_with(2).complains("did you mean gates.toml?");
    sandbox.run(&["quiz", "--bank", "folder/none.toml"], "").ended_with(2).complains("folder/none.toml");
    sandbox.run(&["check", "gate.toml"], "").ended_with(2).complains("did you mean gates.toml?");
    sandbox
        .run(&["progress", "merge", "other.db"], "")
        .ended_with(2)
        .complains("there is no progress file other.db");
    fs::create_dir(sandbox.path("empty")).unwrap();
    sandbox
        .run(&["quiz", "--bank", "empty"], "")
        .ended_with(2)
        .complains("no question bank in the folder empty");
}

#[test]
fn a_file_that_is_no_bank_is_refused_with_a_place() {
    let sandbox = Sandbox::new();
    quiz(&sandbox, "latin.toml", b"schema = 1\n# caf\xe9\n")
        .ended_with(2)
        .complains("latin.toml:2:6")
        .complains("UTF-8");
    quiz(&sandbox, "utf16.toml", b"\xff\xfes\0c\0").ended_with(2).complains("not UTF-8");
    quiz(&sandbox, "words.toml", "This is a letter, not a bank.").ended_with(2).complains("words.toml:1:");
    quiz(&sandbox, "null.toml", [0_u8; 64]).ended_with(2).complains("null.toml:1:1");
    quiz(&sandbox, "empty.toml", "").ended_with(2).complains("empty.toml:1:1");
    quiz(&sandbox, "deep.toml", format!("schema = 1\nx = {}", "[".repeat(10_000)))
        .ended_with(2)
        .complains("deep.toml:2:");
    let tables = format!("schema = 1\nx = {}1{}", "{a=".repeat(10_000), "}".repeat(10_000));
    quiz(&sandbox, "tables.toml", tables).ended_with(2).complains("tables.toml:2:");
    quiz(&sandbox, "newer.toml", "schema = 2\n").ended_with(2).complains("schema 2");
}

#[test]
fn a_hundred_megabytes_of_one_line_are_refused_at_once() {
    let sandbox = Sandbox::new();
    quiz(&sandbox, "huge.toml", vec![b'x'; 100 * 1024 * 1024])
        .ended_with(2)
        .complains("it has more than 64 MB");
    quiz(&sandbox, "large.toml", vec![b'x'; 8 * 1024 * 1024]).ended_with(2).complains("large.toml:1:");
}

#[test]
fn a_text_of_megabytes_is_quoted_in_part() {
    let sandbox = Sandbox::new();
    let long = "x".repeat(100_000);
    for (from, to) in [
        ("kind = \"wording\"", format!("kind = \"{long}\"")),
        ("objective = \"keys\"", format!("objective = \"{long}\"")),
        ("kind = \"wording\"", format!("kind = \"wording\"\n{long} = 1")),
        ("answer = \"1\"", format!("answer = \"{long}\"\nanswer = \"1\"")),
    ] {
        sandbox.write("long.toml", GATES.replacen(from, &to, 1));
        for args in
            [&["check", "long.toml"][..], &["check", "long.toml", "--json"], &["quiz", "--bank", "long.toml"]]
        {
            let ran = sandbox.run(args, "q\n");
            let bytes = ran.stdout.len() + ran.stderr.len();
            assert!(bytes < 30_000, "{from}: {args:?} printed {bytes} bytes");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_loop_of_links_ends_and_every_bank_is_read_once() {
    let sandbox = Sandbox::new();
    sandbox.write("banks/gates.toml", GATES);
    std::os::unix::fs::symlink(sandbox.path("banks"), sandbox.path("banks/again")).unwrap();
    std::os::unix::fs::symlink("nowhere", sandbox.path("banks/dangling.toml")).unwrap();
    sandbox.run(&["quiz", "--bank", "banks", "gates"], "q\n").ended_with(0).says("Question 1 of 4");
    sandbox
        .run(&["quiz", "--bank", "/dev/zero"], "")
        .ended_with(2)
        .complains("a device or a pipe, not a file");
}

#[test]
fn every_problem_is_shown_by_check_and_the_first_by_quiz() {
    let sandbox = Sandbox::new();
    let broken = GATES
        .replace("kind = \"wording\"", "kind = \"words\"")
        .replace("answer = \"1\"", "answer = \"2\"")
        .replace("id = \"gates-3\"", "id = \"gates-1\"")
        .replace("source = \"A test bank, page 4\"", "sauce = \"A test bank, page 4\"");
    quiz(&sandbox, "broken.toml", &broken)
        .ended_with(2)
        .complains("the question banks have 4 errors; this is the first")
        .complains("guardprep check broken.toml");
    let checked = sandbox.run(&["check", "broken.toml"], "").ended_with(1).says("4 errors");
    for problem in ["[unknown-value]", "[equal-options]", "[duplicate-id]", "[unknown-key]"] {
        assert!(checked.stdout.contains(problem), "no {problem} in {}", checked.stdout);
    }
    let one = GATES.replace("kind = \"wording\"", "kind = \"words\"");
    quiz(&sandbox, "one.toml", one).ended_with(2).complains("has 1 error");
}

#[test]
fn a_topic_is_replaced_by_the_bank_of_the_same_id() {
    let sandbox = Sandbox::new();
    sandbox.write("mine.toml", GATES.replace("id = \"gates\"", "id = \"customers\""));
    sandbox
        .run(&["quiz", "--bank", "mine.toml", "customers"], "q\n")
        .ended_with(0)
        .says("Question 1 of 4  |  At the gate");
    sandbox.write("data/banks/own.toml", GATES);
    sandbox.run(&["quiz", "gates"], "q\n").ended_with(0).says("Question 1 of 4");
    // The same topic twice on one level is no replacement.
    sandbox.write("two/a.toml", GATES);
    sandbox.write("two/b.toml", GATES);
    sandbox.run(&["quiz", "--bank", "two"], "").ended_with(2).complains("two files hold the topic `gates`");
}

#[test]
fn control_characters_of_a_bank_are_harmless_and_reported() {
    let sandbox = Sandbox::new();
    let hostile = GATES
        .replace("A van stops", "A \\u001b[31mvan\\u0007 stops\\u009b2J \\u202e")
        .replace("a key log hold", "a \\u001b]0;owned\\u0007key log hold");
    sandbox.write("hostile.toml", hostile);
    let ran = sandbox.run(&["quiz", "--bank", "hostile.toml", "gates", "--color", "never"], "a\na\na\na\n");
    assert!(ran.stdout.contains('\u{fffd}'));
    assert!(ran.stdout.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", ran.stdout);
    let ran = sandbox.run(&["check", "hostile.toml"], "").says("[control-character]").says("U+001B");
    assert!(ran.stdout.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", ran.stdout);
    let ran = sandbox.run(&["quiz", "no\u{1b}[31msuch"], "").ended_with(2);
    assert!(!ran.stderr.contains('\u{1b}'), "{:?}", ran.stderr);
}

#[test]
fn counts_are_judged_in_a_sentence() {
    let sandbox = Sandbox::new();
    for count in ["0", "abc", "-1", "1.5", ""] {
        sandbox
            .run(&["quiz", &format!("--count={count}")], "")
            .ended_with(2)
            .complains("give a whole number from 1 to");
    }
    let bank = root().join("tests/fixtures/gates.toml");
    let bank = bank.to_str().unwrap();
    sandbox
        .run(&["quiz", "--bank", bank, "gates", "-n", "100000"], "q\n")
        .ended_with(0)
        .complains("you asked for 100000 questions; there are 4 questions to ask")
        .says("Question 1 of 4");
}

/// Uses a progress file in every way; all are refused, in words, and the file is left as it was.
fn refused(sandbox: &Sandbox, content: &[u8], words: &str) {
    sandbox.write("data/progress.db", content);
    for arguments in [&["quiz"][..], &["progress"], &["resume"], &["undo"], &["progress", "reset", "--yes"]] {
        sandbox.run(arguments, "a\na\n").ended_with(2).complains(words);
        assert_eq!(
            fs::read(sandbox.progress_file()).unwrap(),
            content,
            "{arguments:?} left the file as it was"
        );
    }
    let other = sandbox.write("other.db", content);
    fs::remove_file(sandbox.progress_file()).unwrap();
    sandbox.run(&["progress", "merge", other.to_str().unwrap()], "").ended_with(2).complains(words);
}

#[test]
fn a_progress_file_that_is_not_ours_is_refused_and_untouched() {
    let sandbox = Sandbox::new();
    sandbox.run(&["quiz"], "a\nb\nc\nd\n").ended_with(1);
    let whole = fs::read(sandbox.progress_file()).unwrap();
    refused(&sandbox, &whole[..whole.len() / 2], "is damaged");
    refused(&sandbox, &[7; 4_096], "is not a progress file of guardprep");
    refused(&sandbox, b"short", "is not a progress file of guardprep");

    let other = sandbox.path("things.db");
    let things = rusqlite::Connection::open(&other).unwrap();
    things.execute_batch("CREATE TABLE things (x); INSERT INTO things VALUES (1)").unwrap();
    drop(things);
    refused(&sandbox, &fs::read(&other).unwrap(), "is not a progress file of guardprep");

    let newer = sandbox.write("newer.db", &whole);
    rusqlite::Connection::open(&newer).unwrap().pragma_update(None, "user_version", 99).unwrap();
    refused(&sandbox, &fs::read(&newer).unwrap(), "written by a newer guardprep");
}

#[test]
fn without_a_folder_to_write_to_the_quiz_goes_on_unsaved() {
    let mut sandbox = Sandbox::new();
    let file = sandbox.write("file", "");
    for (_, value) in sandbox.environment.iter_mut().filter(|(name, _)| name == "GUARDPREP_HOME") {
        *value = file.join("folder").to_str().unwrap().to_owned();
    }
    let ran =
        sandbox.run(&["quiz", "-n", "1"], "a\n").ended_with(0).says("Finished").says("Nothing was saved");
    assert_eq!(ran.stderr.matches("progress cannot be kept").count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("GUARDPREP_HOME"), "{}", ran.stderr);
}

/// Somebody else's file: only a user without privileges can be refused.
#[cfg(unix)]
#[test]
fn a_read_only_progress_file_is_read_and_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    sandbox.run(&["quiz", "-n", "2"], "a\nb\n").ended_with(0);
    let before = fs::read(sandbox.progress_file()).unwrap();
    let mode =
        |path: &std::path::Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    mode(&sandbox.path(""), 0o755);
    mode(&sandbox.progress_file(), 0o444);
    mode(&sandbox.path("data"), 0o555);
    let mut command = sandbox.command(&["quiz", "-n", "1"]);
    if rustix::process::geteuid().is_root() {
        // The superuser may write anything: the program is run as nobody instead, from a place that nobody may enter.
        let program = sandbox.path("guardprep");
        fs::copy(crate::support::PROGRAM, &program).unwrap();
        mode(&program, 0o755);
        command = std::process::Command::new("setpriv");
        command
            .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
            .arg(program)
            .args(["quiz", "-n", "1"]);
        command.env_clear().envs(sandbox.environment.iter().cloned()).current_dir(sandbox.path(""));
    }
    let ran = run(command, b"a\n").ended_with(0).says("Nothing was saved");
    assert!(ran.stderr.contains("progress cannot be kept"), "{}", ran.stderr);
    assert_eq!(fs::read(sandbox.progress_file()).unwrap(), before);
    mode(&sandbox.path("data"), 0o755);
}
