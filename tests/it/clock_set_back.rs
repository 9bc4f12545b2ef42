//! What happened keeps its order, whatever the clock of the computer says.

use crate::desk::desk;
use crate::support::{Ran, Sandbox};

fn at(sandbox: &mut Sandbox, time: &str, arguments: &[&str], input: &str) -> Ran {
    sandbox.environment.push((String::from("GUARDPREP_NOW"), format!("2026-05-01T{time}Z")));
    sandbox.run(arguments, input)
}

#[test]
fn a_resumed_quiz_remembers_an_undo() {
    let mut sandbox = Sandbox::new();
    let bank = desk(&sandbox, 3);
    let bank = ["--bank", &bank, "--plain"];
    let quiz = [&["quiz", "desk", "-n", "3"], &bank[..]].concat();
    at(&mut sandbox, "10:00:00", &quiz, "a\n").ended_with(1);
    at(&mut sandbox, "09:00:00", &[&["undo"], &bank[..]].concat(), "").ended_with(0);
    let progress = at(&mut sandbox, "09:04:00", &[&["progress"], &bank[..]].concat(), "").ended_with(0);
    progress.says("A quiz is paused after 0 of 3 questions");
    let resumed = at(&mut sandbox, "09:05:00", &[&["resume"], &bank[..]].concat(), "").ended_with(1);
    resumed.says("Question 1 of 3");
}
