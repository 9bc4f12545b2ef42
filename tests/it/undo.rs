//! What `undo` takes back, what it asks before, and what it leaves alone.

use crate::support::{Sandbox, root};

/// Answers questions of the bank at the gate: a quiz for each number, an exam for each `0`.
fn sat(sandbox: &mut Sandbox, quizzes: &[usize]) {
    let gates = root().join("tests/fixtures/gates.toml").to_str().unwrap().to_owned();
    sandbox.environment.push((String::from("GUARDPREP_BANKS"), gates));
    for n in quizzes {
        let ran = match n {
            0 => sandbox.run(&["exam", "--topic", "gates", "-n", "2", "--untimed"], "\na\na\nx\ny\n"),
            n => sandbox.run(&["quiz", "gates", "-n", &n.to_string()], &"a\n".repeat(*n)),
        };
        assert!(matches!(ran.code, Some(0 | 1)), "{}", ran.stderr);
    }
}

fn undone(sandbox: &Sandbox) -> usize {
    sandbox.log().iter().filter(|event| event["event"] == "undo").count()
}

#[test]
fn an_answer_is_told_by_the_first_words_of_its_question() {
    let mut sandbox = Sandbox::new();
    sat(&mut sandbox, &[4]);
    let mut said = sandbox.run(&["undo", "-n", "3"], "").ended_with(0).says("Taken back: 3 answers.").stdout;
    said += &sandbox.run(&["undo"], "").ended_with(0).says("Taken back: your answer to \"").stdout;
    for stem in ["A van stops at the gate", "How many people sign", "Which two things", "Which words fit"] {
        assert_eq!(said.matches(stem).count(), 1, "{stem}:\n{said}");
    }
    assert!(!said.contains("gates-"), "{said}");
    sandbox.run(&["undo"], "").ended_with(2).complains("there is no answer to take back");
}

#[test]
fn beyond_one_quiz_it_asks() {
    let mut sandbox = Sandbox::new();
    sat(&mut sandbox, &[2, 3]);
    for input in ["", "n\n", "maybe\n"] {
        sandbox
            .run(&["undo", "-n", "500"], input)
            .ended_with(1)
            .says("The last 5 answers, of 2 quizzes:")
            .says("Take back all 5? (y/N):")
            .says("Nothing was changed.");
    }
    assert_eq!(undone(&sandbox), 0);
    sandbox.run(&["undo", "-n", "3"], "").ended_with(0).says("Taken back: 3 answers.");
    sandbox.run(&["undo", "-n", "500", "--yes"], "").ended_with(0).says("Taken back: 2 answers.");
    assert_eq!(undone(&sandbox), 5);
}

#[test]
fn an_exam_that_was_handed_in_stays() {
    let mut sandbox = Sandbox::new();
    sat(&mut sandbox, &[0]);
    sandbox
        .run(&["undo", "-n", "500", "--yes"], "")
        .ended_with(2)
        .complains("there is no answer of a quiz to take back")
        .complains("an exam that was handed in stays as it is");
    sat(&mut sandbox, &[2, 0]);
    let seen = |sandbox: &Sandbox| sandbox.run(&["progress", "--json"], "").ended_with(0).stdout;
    let exams = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap()["exams"].clone();
    let before = exams(&seen(&sandbox));
    sandbox.run(&["undo"], "").ended_with(1).says("An exam was handed in since then").says("Take it back?");
    sandbox.run(&["undo", "-n", "500"], "y\n").ended_with(0).says("Taken back: 2 answers.");
    assert_eq!(undone(&sandbox), 2);
    assert_eq!(exams(&seen(&sandbox)), before);
    sandbox.run(&["undo", "--yes"], "").ended_with(2);
}

#[test]
fn at_a_terminal_it_asks_and_fits() {
    for size in [(24, 80), (24, 40)] {
        let mut sandbox = Sandbox::new();
        sat(&mut sandbox, &[1, 2]);
        let mut terminal = sandbox.at_terminal(size, &["undo", "-n", "9"], &[]);
        terminal.wait("Take back all 3?").shows("The last 3 answers, of 2 quizzes:").send("n");
        assert_eq!(terminal.end(), 1);
        terminal.shows("Nothing was changed.");
        assert_eq!(undone(&sandbox), 0);
    }
}
