//! After an answer: what each key does while the explanation stands.

use std::time::Duration;

use super::{ASKS, SIZES, last_pause, letter, pause, quiz};
use crate::desk::desk;
use crate::screen::{ENTER, Terminal};
use crate::support::Sandbox;

/// A quiz at a terminal with a clock that runs, in which an answer was given a moment ago.
fn answered(sandbox: &mut Sandbox, cols: u16) -> Terminal {
    sandbox.environment.retain(|(name, _)| name != "GUARDPREP_NOW");
    let mut terminal = quiz(sandbox, (24, cols), 2);
    terminal.send("b").asks(pause(cols));
    terminal
}

#[test]
fn enter_out_of_habit_leaves_the_explanation_where_it_is() {
    for cols in [80, 40] {
        let mut sandbox = Sandbox::new();
        let mut terminal = answered(&mut sandbox, cols);
        // Behind the letter, as most programs want it; a space and an arrow are no better.
        for key in [ENTER, " ", "\x1b[C"] {
            terminal.send(key);
            std::thread::sleep(Duration::from_millis(60));
        }
        // Another key means what it means at once.
        terminal.send("w").wait("Why not").asks(pause(cols));
        assert_eq!(terminal.printed("Question 2 of 2"), 0);
        std::thread::sleep(Duration::from_millis(600));
        terminal.send(ENTER).asks(ASKS);
        assert_eq!(terminal.printed("Question 2 of 2"), 1);
        assert_eq!(sandbox.answers(), 1);
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn why_shows_the_reason_against_every_other_option() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, size, 1);
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(last_pause(cols));
        assert_eq!(terminal.printed("Why not"), 0);
        terminal.send("w").asks(last_pause(cols));
        for said in ["point helps nobody", "wait helps nobody", "shrug helps nobody"] {
            assert_eq!(terminal.printed(said), 1, "{said}");
        }
        assert_eq!(terminal.printed("Why not"), 3);
        assert_eq!(terminal.printed(&format!("Why not {right}")), 0);
        terminal.send(ENTER);
        assert_eq!(terminal.end(), 0);
        assert_eq!(terminal.printed("Finished: 1 question, 1 right (100%)."), 1);
    }
}

#[test]
fn a_reason_that_was_just_said_is_not_said_again() {
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 1);
    let wrong = letter(&mut terminal, (24, 80), "Wrong one");
    terminal.send(&wrong).asks(last_pause(80));
    assert_eq!((terminal.printed("point helps nobody"), terminal.printed("Why not")), (1, 1));
    terminal.send("w").asks(last_pause(80));
    assert_eq!((terminal.printed("point helps nobody"), terminal.printed("Why not")), (1, 3));
    // A wrong answer that was a guess is told in the summary, and so is a right one.
    terminal.send("g").wait("was a guess").asks(last_pause(80)).send(ENTER);
    assert_eq!(terminal.end(), 0);
    terminal.shows("Finished: 1 question, 0 right (0%). 1 answer was a guess.").shows("(a guess)");
}

#[test]
fn a_right_guess_is_gone_over_too() {
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 2);
    let right = letter(&mut terminal, (24, 80), "Right");
    terminal.send(&right).asks(pause(80)).send("g").wait("was a guess").asks(pause(80)).send("q");
    assert_eq!(terminal.end(), 0);
    terminal.shows("Stopped: 1 of 2 questions answered, 1 right. 1 answer was a guess.");
    terminal.shows("(right guess)").shows("guardprep quiz --guessed").shows_no("%)");
}

#[test]
fn a_summary_that_is_longer_than_the_window_waits_at_each_page() {
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (10, 40), 3);
    for number in 1..=3 {
        let wrong = letter(&mut terminal, (10, 40), "Wrong");
        let pause = if number == 3 { last_pause(40) } else { pause(40) };
        terminal.send(&wrong).asks(pause).send(ENTER);
        if number < 3 {
            terminal.asks(ASKS);
        }
    }
    terminal.asks("1/3 Enter b / q:").shows("Finished: 3 questions, 0 right (0%).");
    terminal.send(ENTER).asks("2/3 Enter b / q:").send("b").asks("1/3 Enter b / q:");
    terminal.shows("Finished: 3 questions");
    assert_eq!(terminal.end(), 0);
    terminal.shows("guardprep progress");
}

#[test]
fn a_question_is_shown_again_with_what_was_said_to_it() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, size, 2);
        terminal.send("b").asks(pause(cols)).send("r").asks(pause(cols));
        assert_eq!((terminal.printed("Question 1 of 2"), terminal.printed("Explained:")), (2, 2));
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
        assert_eq!(sandbox.answers(), 1);
    }
}

#[test]
fn a_guess_is_said_and_taken_back_and_changes_no_score() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, size, 2);
        terminal.send("g").asks(ASKS);
        assert_eq!(terminal.printed("There is no answer yet"), 1);
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(pause(cols));
        terminal.send("g").asks(pause(cols)).send("g").asks(pause(cols)).send("g").asks(pause(cols));
        assert_eq!(
            (terminal.printed("Question 1 was a guess"), terminal.printed("Question 1 was no guess.")),
            (2, 1)
        );
        // From the next question on, it is still about the last answer.
        terminal.send(ENTER).asks(ASKS).send("g").asks(ASKS);
        assert_eq!(terminal.printed("Question 1 was no guess."), 2);
        terminal.send("g").asks(ASKS);
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(last_pause(cols)).send(ENTER);
        assert_eq!(terminal.end(), 0);
        assert_eq!(terminal.printed("Finished: 2 questions, 2 right (100%)."), 1);
        let log = sandbox.log();
        let guesses: Vec<bool> = log.iter().filter_map(|event| event["on"].as_bool()).collect();
        assert_eq!(guesses, [true, false, true, false, true]);
        let answer = log.iter().find(|event| event["event"] == "answer").unwrap();
        let guess = log.iter().find(|event| event["event"] == "guess").unwrap();
        assert_eq!(guess["target"], answer["id"]);
    }
}

#[test]
fn in_a_pipe_a_guess_is_said_at_the_next_question() {
    let sandbox = Sandbox::new();
    let bank = desk(&sandbox, 2);
    let ran = sandbox.run(&["quiz", "desk", "--bank", &bank], "a\nguess\nb\n").ended_with(0);
    ran.says("Question 1 was a guess").says("Finished: 2 questions");
    assert_eq!(sandbox.log().iter().filter(|event| event["event"] == "guess").count(), 1);
}

#[test]
fn skipping_everything_says_so() {
    for size in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, size, 3);
        for _ in 0..2 {
            terminal.send("s").asks(ASKS);
        }
        assert_eq!(terminal.printed("are skipped now"), 0);
        terminal.send("s").asks(ASKS);
        assert_eq!(terminal.printed("All 3 questions"), 1, "{}", terminal.text());
        for number in 1..=3 {
            assert_eq!(terminal.printed(&format!("Question {number} of 3")), if number == 1 { 2 } else { 1 });
        }
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
    }
}
