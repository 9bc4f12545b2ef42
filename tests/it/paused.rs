//! What `resume` and `undo` take when several sittings are paused, or the clock was set in between.

use crate::pipe::{PROMPT, Session};
use crate::support::{Ran, Sandbox, root};

/// Runs a command at a time of the first of May 2026.
fn at(sandbox: &mut Sandbox, time: &str, arguments: &[&str], input: &str) -> Ran {
    for (_, value) in sandbox.environment.iter_mut().filter(|(name, _)| name == "GUARDPREP_NOW") {
        *value = format!("2026-05-01T{time}:00Z");
    }
    sandbox.run(arguments, input)
}

#[test]
fn with_a_clock_that_was_set_back_undo_takes_back_the_last_answer_and_resume_knows_it() {
    let mut sandbox = Sandbox::new();
    let gates = root().join("tests/fixtures/gates.toml");
    let bank = ["--bank", gates.to_str().unwrap(), "--plain"];
    let with = |arguments: &[&'static str]| [arguments, &bank[..]].concat();
    at(&mut sandbox, "10:00", &with(&["quiz", "gates", "-n", "4"]), "a\n").ended_with(1);
    at(&mut sandbox, "08:00", &with(&["resume"]), "a\n").ended_with(1).says("Question 2 of 4");
    let log = sandbox.log();
    let last = log.iter().rfind(|event| event["event"] == "answer").unwrap().clone();
    at(&mut sandbox, "07:00", &with(&["undo"]), "").ended_with(0).says("Taken back: your answer to \"");
    let undone = sandbox.log().into_iter().rfind(|event| event["event"] == "undo").unwrap();
    assert_eq!(undone["target"], last["id"]);
    at(&mut sandbox, "09:00", &with(&["resume"]), "").ended_with(1).says("Question 2 of 4");
    at(&mut sandbox, "06:00", &with(&["progress"]), "").ended_with(0).says("paused after 1 of 4 questions");
}

#[test]
fn a_reset_with_a_clock_ahead_swallows_nothing_that_came_later() {
    let mut sandbox = Sandbox::new();
    sandbox.run(&["quiz", "-n", "1"], "a\n").ended_with(0);
    at(&mut sandbox, "23:00", &["progress", "reset", "--yes"], "").ended_with(0);
    at(&mut sandbox, "10:00", &["quiz", "-n", "2"], "a\na\n").ended_with(0);
    at(&mut sandbox, "10:01", &["progress"], "").ended_with(0).says("2 of ");
}

#[test]
fn of_two_windows_the_quiz_that_was_answered_last_is_resumed() {
    let sandbox = Sandbox::new();
    let mut first = Session::start(sandbox.command(&["quiz", "-n", "9", "--plain"]));
    first.wait(PROMPT, 1);
    // A second window, in which nothing is answered.
    sandbox.run(&["quiz", "-n", "5", "--plain"], "q\n").ended_with(0);
    first.answer(2).send("q");
    assert_eq!(first.end(), Some(0));
    sandbox
        .run(&["resume", "--plain"], "")
        .ended_with(1)
        .says("Question 3 of 9")
        .complains("also paused")
        .complains("2  quiz of 5 questions, begun today, nothing answered");
}

#[test]
fn a_quiz_whose_bank_is_not_given_again_waits_for_it() {
    let sandbox = Sandbox::new();
    let gates = root().join("tests/fixtures/gates.toml");
    let bank = ["--bank", gates.to_str().unwrap(), "--plain"];
    for command in [&["quiz", "gates", "-n", "3"][..], &["exam", "--topic", "gates", "-n", "3", "--untimed"]]
    {
        let input = if command[0] == "quiz" { "a\n" } else { "\na\n" };
        sandbox.run(&[command, &bank].concat(), input).ended_with(1);
        sandbox
            .run(&["resume", "--plain"], "")
            .ended_with(2)
            .complains(&format!("the banks hold no question of the paused {}", command[0]))
            .complains("--bank");
        sandbox.run(&[&["resume"][..], &bank].concat(), "").ended_with(1).says("of 3");
        // It does not stand in the way of another one.
        sandbox.run(&["quiz", "-n", "2", "--plain"], "").ended_with(1);
        sandbox.run(&["resume", "--plain"], "").ended_with(1).says("Question 1 of 2");
        sandbox.run(&["resume", "2", "--drop"], "").ended_with(0);
        sandbox.run(&["resume", "--drop"], "").ended_with(0).says("Dropped: the ");
    }
}

#[test]
fn the_others_that_are_paused_are_listed_resumed_and_dropped_by_number() {
    let sandbox = Sandbox::new();
    for n in ["3", "4", "5"] {
        sandbox.run(&["quiz", "-n", n, "--plain"], "a\n").ended_with(1);
    }
    let ran = sandbox.run(&["resume", "--plain"], "").ended_with(1).says("Question 2 of 5");
    for line in ["2  quiz of 4 questions, last answered today", "3  quiz of 3 questions, last answered today"]
    {
        assert!(ran.stderr.contains(line), "{}", ran.stderr);
    }
    sandbox.run(&["resume", "3", "--plain"], "a\n").ended_with(1).says("Question 2 of 3");
    sandbox.run(&["resume", "--plain"], "").ended_with(1).says("Question 3 of 3");
    sandbox.run(&["resume", "2", "--drop"], "").ended_with(0).says("Dropped: the quiz of 5 questions");
    sandbox.run(&["resume", "3"], "").ended_with(2).complains("2 are paused");
    sandbox.run(&["resume", "0"], "").ended_with(2).complains("nothing of number 0 is paused");
    assert_eq!(sandbox.answers(), 4);
}
