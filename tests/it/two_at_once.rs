//! Two guardpreps on one file, and a file that somebody else holds.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::pipe::{PROMPT, Session};
use crate::support::Sandbox;

#[test]
fn two_quizzes_at_once_lose_nothing() {
    let sandbox = Sandbox::new();
    let input = "a\n".repeat(100);
    let both = ["1", "2"].map(|seed| sandbox.command(&["quiz", "-n", "100", "--plain", "--seed", seed]));
    std::thread::scope(|scope| {
        for command in both {
            scope.spawn(|| {
                crate::support::run(command, input.as_bytes()).ended_with(0).says("Finished: 100 questions")
            });
        }
    });
    let log = sandbox.log();
    let answers: Vec<_> = log.iter().filter(|event| event["event"] == "answer").collect();
    assert_eq!(answers.len(), 200);
    let text = |event: &serde_json::Value, key: &str| event[key].to_string();
    let of = |key: &str| answers.iter().map(|event| text(event, key)).collect::<BTreeSet<_>>();
    assert_eq!(of("id").len(), 200);
    assert_eq!(of("number").len(), 200, "each has a place of its own in the log");
    assert_eq!(of("device").len(), 1);
    let sittings = of("sitting");
    assert_eq!(sittings.len(), 2);
    for sitting in sittings {
        assert_eq!(answers.iter().filter(|event| text(event, "sitting") == sitting).count(), 100);
    }
}

#[test]
fn many_that_make_the_file_at_once_all_use_it() {
    for _ in 0..5 {
        let sandbox = Sandbox::new();
        std::thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| sandbox.run(&["quiz", "-n", "1", "--plain"], "a\n").ended_with(0));
            }
        });
        assert_eq!(sandbox.answers(), 6);
    }
}

/// A quiz with one answer, and somebody who holds its file.
fn held() -> (Sandbox, Session, Connection) {
    let sandbox = Sandbox::new();
    let mut session = Session::start(sandbox.command(&["quiz", "-n", "3", "--plain"]));
    session.wait(PROMPT, 1).answer(1);
    let other = Connection::open(sandbox.progress_file()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    (sandbox, session, other)
}

#[test]
fn a_file_that_is_held_for_a_moment_is_waited_for() {
    let (sandbox, mut session, other) = held();
    session.send("a");
    // The answer is echoed, and nothing follows while the file is held.
    session.wait("(? help): a\n", 2);
    assert_eq!(session.stdout.matches("\nSource:").count() + session.stdout.matches("  Source:").count(), 1);
    other.execute_batch("COMMIT").unwrap();
    drop(other);
    session.wait(PROMPT, 3).send("a").wait("Finished: 3 questions", 1);
    assert_eq!(session.end(), Some(0));
    assert_eq!(sandbox.answers(), 3);
}

#[test]
fn a_file_that_is_held_for_good_is_told_in_words() {
    let (sandbox, mut session, other) = held();
    session.send("a");
    let second = std::thread::scope(|scope| {
        // A second guardprep that only begins has the same patience.
        let second = scope.spawn(|| sandbox.run(&["quiz", "--plain"], "a\n"));
        // And what only looks does not take a file that it cannot read for an empty one.
        for arguments in [&["progress"][..], &["resume"], &["progress", "export"], &["undo"]] {
            let sandbox = &sandbox;
            scope.spawn(move || {
                let ran = sandbox.run(arguments, "").ended_with(2);
                assert!(ran.stderr.contains("another program holds the progress file"), "{}", ran.stderr);
                assert_eq!(ran.stdout, "", "{arguments:?}");
            });
        }
        assert_eq!(session.end(), Some(2));
        second.join().unwrap()
    });
    assert!(session.stderr.contains("another program holds the progress file"), "{}", session.stderr);
    assert!(session.stdout.ends_with("(? help): a\n"), "the answer is not judged:\n{}", session.stdout);
    second
        .ended_with(2)
        .complains("another program holds the progress file")
        .complains("close the other guardprep");
    drop(other);
    assert_eq!(sandbox.answers(), 1);
    sandbox
        .run(&["resume", "--plain"], "a\na\n")
        .ended_with(0)
        .says("Question 2 of 3")
        .says("Finished: 3 questions");
}
