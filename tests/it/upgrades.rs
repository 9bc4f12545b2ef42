//! A progress file of every released schema is opened, read and written to.

use std::fs;

use crate::support::{Sandbox, root};

/// A machine with the bank at the gate, and a progress file as guardprep wrote it with this schema.
fn with_file_of(schema: u32) -> Sandbox {
    let mut sandbox = Sandbox::new();
    let gates = root().join("tests/fixtures/gates.toml").to_str().unwrap().to_owned();
    sandbox.environment.push((String::from("GUARDPREP_BANKS"), gates));
    let file = root().join(format!("tests/fixtures/progress-v{schema}.db"));
    sandbox.write("data/progress.db", fs::read(file).unwrap());
    sandbox
}

#[test]
fn a_file_of_schema_1_keeps_every_answer() {
    let sandbox = with_file_of(1);
    // Six answers, one of them taken back; the last one this morning; a quiz that is paused at its second question.
    sandbox
        .run(&["progress", "gates"], "")
        .ended_with(0)
        .says("4 of 4 questions seen. 5 answers, 60% right.");
    sandbox.run(&["progress"], "").ended_with(0).says("A quiz is paused after 1 of 2 questions");
    assert_eq!(sandbox.answers(), 6);
    sandbox.run(&["resume"], "a\na\n").says("Question 2 of 2");
    assert_eq!(sandbox.answers(), 7);
    sandbox.run(&["quiz", "gates", "--flagged"], "q\n").ended_with(0).says("Question 1 of 1");
}

#[test]
fn a_file_of_schema_2_keeps_every_answer_and_their_order() {
    let sandbox = with_file_of(2);
    // Five answers, the fourth of them taken back by a clock that was a day behind; an exam that is not handed in, and a
    // quiz behind it.
    let ran = sandbox.run(&["progress", "gates"], "").ended_with(0);
    ran.says("4 of 4 questions seen. 4 answers, 50% right.");
    sandbox.run(&["progress"], "").ended_with(0).says("A quiz is paused after 1 of 2 questions");
    assert_eq!(sandbox.answers(), 5);
    sandbox
        .run(&["resume"], "a\n")
        .ended_with(0)
        .says("Question 2 of 2")
        .complains("2  exam on At the gate, after 2 of 2");
    sandbox.run(&["quiz", "gates", "--flagged"], "q\n").ended_with(0).says("Question 1 of 1");
}

#[test]
fn a_file_of_schema_3_keeps_every_answer_guess_and_plan() {
    let sandbox = with_file_of(3);
    // The file of schema 2, and in it: two right answers that were said to be guesses, one of them not after all, and an
    // exam on June 1. No score changes.
    let ran = sandbox.run(&["progress", "gates"], "").ended_with(0);
    ran.says("4 of 4 questions seen. 4 answers, 50% right.");
    sandbox.run(&["progress"], "").ended_with(0).says("A quiz is paused after 1 of 2 questions");
    sandbox.run(&["resume"], "a\n").ended_with(0).says("Question 2 of 2");
    assert_eq!(sandbox.answers(), 6);
    // And on another machine.
    let other = Sandbox::new();
    let file = sandbox.progress_file();
    other.run(&["progress", "merge", file.to_str().unwrap()], "").ended_with(0).says("6 answers");
    let kinds = |sandbox: &Sandbox, kind| sandbox.log().iter().filter(|event| event["event"] == kind).count();
    for sandbox in [&sandbox, &other] {
        assert_eq!((kinds(sandbox, "guess"), kinds(sandbox, "plan")), (3, 2));
    }
}

#[test]
fn a_file_of_schema_4_keeps_every_answer_and_what_was_merged() {
    let sandbox = with_file_of(4);
    // The file of schema 3, and merged into it the file of schema 1: older events behind newer ones.
    let ran = sandbox.run(&["progress", "gates"], "").ended_with(0);
    ran.says("4 of 4 questions seen. 9 answers, 56% right.");
    assert_eq!(sandbox.answers(), 11);
    let times: Vec<_> = sandbox.log().iter().map(|event| event["device"].clone()).collect();
    sandbox.run(&["resume"], "a\n").ended_with(0).says("Question 2 of 2");
    assert_eq!(sandbox.answers(), 12);
    let after: Vec<_> = sandbox.log().iter().map(|event| event["device"].clone()).collect();
    assert_eq!(after[..times.len()], times, "the order stays");
    // And on another machine.
    let other = Sandbox::new();
    let file = sandbox.progress_file();
    other.run(&["progress", "merge", file.to_str().unwrap()], "").ended_with(0).says("12 answers");
    assert_eq!(other.log(), sandbox.log());
}

#[test]
fn a_file_of_schema_1_is_looked_at_without_being_changed() {
    let sandbox = with_file_of(1);
    let old = fs::read(sandbox.progress_file()).unwrap();
    sandbox.run(&["progress"], "").ended_with(0);
    assert_eq!(sandbox.answers(), 6);
    assert_eq!(fs::read(sandbox.progress_file()).unwrap(), old);
}
