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
        .complains("  2  quiz on ")
        .complains(" topics, after 0 of 5, begun today");
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
    for (number, line) in [(2, "after 1 of 4, last answered today"), (3, "after 1 of 3, last answered today")]
    {
        let listed = |row: &str| row.starts_with(&format!("  {number}  quiz on ")) && row.ends_with(line);
        assert!(ran.stderr.lines().any(listed), "{}", ran.stderr);
    }
    let list = sandbox.run(&["resume", "--list"], "").ended_with(0).stdout;
    assert_eq!(list.lines().count(), 3, "{list}");
    assert!(list.starts_with("  1  quiz on ") && list.contains("after 1 of 5"), "{list}");
    sandbox.run(&["resume", "3", "--plain"], "a\n").ended_with(1).says("Question 2 of 3");
    sandbox.run(&["resume", "--plain"], "").ended_with(1).says("Question 3 of 3");
    sandbox
        .run(&["resume", "2", "--drop"], "")
        .ended_with(0)
        .says("after 1 of 5, last answered")
        .says("Its answers\nstill count.");
    sandbox.run(&["resume", "3"], "").ended_with(2).complains("2 are paused");
    sandbox.run(&["resume", "0"], "").ended_with(2).complains("nothing of number 0 is paused");
    assert_eq!(sandbox.answers(), 4);
}

#[test]
fn what_is_paused_is_told_by_what_it_is_about() {
    let mut sandbox = Sandbox::new();
    let gates = root().join("tests/fixtures/gates.toml").to_str().unwrap().to_owned();
    sandbox.environment.push((String::from("GUARDPREP_BANKS"), gates));
    sandbox.run(&["quiz", "gates", "-n", "3"], "a\n").ended_with(1);
    sandbox.run(&["exam", "ontario"], "\na\nb\n").ended_with(1);
    sandbox
        .run(&["resume", "--list"], "")
        .ended_with(0)
        .says("  1  exam (Security guard test), after 2 of 60, last answered today; its clock\n     runs until 10:15")
        .says("  2  quiz on At the gate, after 1 of 3, last answered today");
    sandbox.run(&["undo"], "").ended_with(0);
    sandbox
        .run(&["resume", "2", "--drop"], "")
        .ended_with(0)
        .says("Dropped: the quiz on At the gate, after 0 of 3");
}

#[test]
fn a_person_chooses_from_what_is_paused() {
    for size in [(24, 80), (24, 40)] {
        let sandbox = Sandbox::new();
        for n in ["3", "4"] {
            sandbox.run(&["quiz", "-n", n], "a\n").ended_with(1);
        }
        let mut terminal = sandbox.at_terminal(size, &["resume", "--list"], &[]);
        terminal.wait("Go on with which one?").wait("quiz on 3 topics").send(crate::screen::DOWN);
        terminal.wait("> ").send(crate::screen::ENTER).wait("Question 2 of 3").wait("help):").send("q");
        assert_eq!(terminal.end(), 0);
        let mut terminal = sandbox.at_terminal(size, &["resume", "--list", "--drop"], &[]);
        terminal.wait("Drop which one?").wait("quiz on ").send(crate::screen::ESCAPE);
        assert_eq!(terminal.end(), 0);
        assert_eq!(sandbox.run(&["resume", "--list"], "").ended_with(0).stdout.lines().count(), 2);
    }
}

#[test]
fn an_exam_says_the_command_that_goes_on_with_it() {
    let sandbox = Sandbox::new();
    sandbox.run(&["quiz", "-n", "3"], "a\n").ended_with(1);
    // Nothing is answered in the exam: `resume` alone would take the quiz.
    let ran = sandbox.run(&["exam", "-n", "5"], "\n").ended_with(1).says("Next:  guardprep resume 2");
    assert!(ran.stderr.contains("The exam is kept; go on with: guardprep resume 2"), "{}", ran.stderr);
    sandbox.run(&["resume", "2"], "a\n").ended_with(1).says("Next:  guardprep resume\n");
}

#[test]
fn a_quiz_that_is_stopped_says_the_command_that_goes_on_with_it() {
    let sandbox = Sandbox::new();
    sandbox.run(&["quiz", "-n", "3"], "a\n").ended_with(1).says("guardprep resume  ");
    sandbox.run(&["quiz", "-n", "5"], "q\n").ended_with(0).says("Next:  guardprep resume 2  go on where");
    // A window in which nothing was answered, and another quiz since: there is nothing to go on with.
    let mut first = Session::start(sandbox.command(&["quiz", "-n", "9", "--plain"]));
    first.wait(PROMPT, 1);
    sandbox.run(&["quiz", "-n", "4"], "a\n").ended_with(1);
    first.send("q");
    assert_eq!(first.end(), Some(0));
    assert!(!first.stdout.contains("guardprep resume"), "{}", first.stdout);
}

#[test]
fn what_a_new_sitting_puts_aside_is_said_and_everything_counts_alike() {
    let sandbox = Sandbox::new();
    let paused = |n: usize| {
        let list = sandbox.run(&["resume", "--list"], "").ended_with(0).stdout;
        assert_eq!(list.lines().filter(|row| !row.starts_with("     ")).count(), n, "{list}");
        let progress = sandbox.run(&["progress"], "").ended_with(0).stdout;
        let others = match n {
            1 => String::from("after 1 of 3 questions: guardprep resume Not"),
            2 => String::from("guardprep resume. Another one is paused:"),
            n => format!("guardprep resume. {} others are paused:", n - 1),
        };
        let words: Vec<&str> = progress.split_whitespace().collect();
        assert!(words.join(" ").contains(&others), "{n}: {progress}");
    };
    let quiet = |args: &[&str]| {
        let ran = sandbox.run(args, "a\n").ended_with(1);
        assert!(!ran.stderr.contains("put aside"), "{}", ran.stderr);
    };
    quiet(&["quiz", "-n", "3"]);
    paused(1);
    // What it promises holds until the next one is begun, which says so.
    sandbox.run(&["quiz", "-n", "4"], "q\n").ended_with(0).says("guardprep resume 2");
    paused(2);
    let ran = sandbox.run(&["study", "-n", "5"], "a\n").ended_with(1);
    ran.complains("note: put aside: the quiz on").complains("nothing was answered in it");
    paused(2);
    quiet(&["quiz", "-n", "6"]);
    paused(3);
    let ran = sandbox.run(&["study", "-n", "7"], "a\n").ended_with(1);
    ran.complains("put aside: the study session on").complains("after 1 of 5; what is left");
    paused(3);
    // An exam puts nothing aside.
    sandbox.run(&["quiz", "-n", "2"], "q\n").ended_with(0).says("guardprep resume 4");
    let ran = sandbox.run(&["exam", "-n", "5"], "a\n").ended_with(1);
    assert!(!ran.stderr.contains("put aside"), "{}", ran.stderr);
    paused(5);
}

/// An exam of five with so many answers, whose time ran out an hour ago.
fn overdue(answers: usize) -> Sandbox {
    let mut sandbox = Sandbox::new();
    sandbox.run(&["exam", "-n", "5", "--pass", "3"], &format!("\n{}", "a\n".repeat(answers))).ended_with(1);
    for (_, value) in sandbox.environment.iter_mut().filter(|(name, _)| name == "GUARDPREP_NOW") {
        *value = String::from("2026-05-01T10:30:00Z");
    }
    sandbox
}

fn exams(sandbox: &Sandbox) -> usize {
    let json = sandbox.run(&["progress", "--json"], "").ended_with(0).stdout;
    serde_json::from_str::<serde_json::Value>(&json).unwrap()["exams"].as_array().unwrap().len()
}

#[test]
fn an_exam_whose_time_ran_out_while_it_was_closed_is_decided_upon() {
    for (input, code, said, counted, paused) in [
        ("", 1, "Nothing was changed: `guardprep resume` asks again.", 0, true),
        ("3\n", 1, "Nothing was changed", 0, true),
        ("2\n", 0, "Thrown away: none of its answers counts.", 0, false),
        ("1\n", 0, "handed in: 2 of 5 questions answered.", 1, false),
    ] {
        let sandbox = overdue(2);
        sandbox
            .run(&["resume", "--plain"], input)
            .ended_with(code)
            .says("ran out while it was closed. You had answered\n2 of 5 questions.")
            .says(said);
        assert_eq!(exams(&sandbox), counted, "{input:?}");
        let left = sandbox.run(&["resume", "--list"], "");
        assert_eq!(left.code, Some(if paused { 0 } else { 2 }), "{input:?}: {}", left.stdout);
    }
}

#[test]
fn an_exam_without_an_answer_never_counts() {
    let sandbox = overdue(0);
    sandbox
        .run(&["resume"], "")
        .ended_with(0)
        .says("nothing was\nanswered. It is thrown away and does not count.");
    sandbox.run(&["resume"], "").ended_with(2);
    // And neither one that is handed in at once.
    let ran = sandbox.run(&["exam", "-n", "5"], "x\nx\ny\n").says("Nothing was answered: it does not count.");
    assert!(!ran.stdout.contains("exam --review"), "{}", ran.stdout);
    assert_eq!(exams(&sandbox), 0);
    sandbox.run(&["exam", "--review"], "").ended_with(2).complains("no exam was handed in yet");
}

#[test]
fn at_a_terminal_the_decision_fits() {
    for size in [(24, 80), (24, 40)] {
        let sandbox = overdue(1);
        let mut terminal = sandbox.at_terminal(size, &["resume"], &[]);
        terminal.wait("What becomes of it?").wait("Decide later").send(crate::screen::ESCAPE);
        assert_eq!(terminal.end(), 1);
        let mut terminal = sandbox.at_terminal(size, &["resume"], &[]);
        terminal.wait("What becomes of it?").wait("Decide later").send(crate::screen::ENTER);
        terminal.turned("Enter: go over 5 questions   q: stop").send("q");
        assert_eq!(terminal.end(), 0);
        assert_eq!(exams(&sandbox), 1);
    }
}
