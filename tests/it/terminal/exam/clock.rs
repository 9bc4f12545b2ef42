//! The clock at a terminal: it runs in one row, speaks up, and ends the exam. Nothing here sets it.

use super::{asks, begun, letter, over, running};
use crate::screen::{ENTER, Terminal};
use crate::terminal::SIZES;

/// Rows that show a clock.
fn clocks(terminal: &Terminal) -> usize {
    terminal.text().lines().filter(|row| row.starts_with('[') && row.contains(" left]")).count()
}

#[test]
fn it_runs_in_one_row_whatever_the_window() {
    for size in SIZES {
        let sandbox = running();
        let mut terminal = begun(&sandbox, size, &[]);
        let before = clocks(&terminal);
        terminal.wait("[04:58 left] A-D").wait("[04:57 left] A-D");
        assert_eq!(clocks(&terminal), before, "no ghost lines:\n{}", terminal.text());
        // What is typed meanwhile stays behind it.
        terminal.send("j").wait("(?): j").send("2").wait("(?): j 2");
        terminal.until("another second", |screen| screen.contains("[04:55 left] A-D n p j f x (?): j 2"));
        assert_eq!(clocks(&terminal), before, "no ghost lines:\n{}", terminal.text());
        terminal.send(ENTER).until("a prompt", asks);
        assert_eq!(terminal.printed("Question 2 of 4"), 1);
        terminal.send("q").wait("guardprep resume");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_window_is_made_smaller_and_larger_while_it_runs() {
    let sandbox = running();
    let mut terminal = begun(&sandbox, (24, 80), &[]);
    let before = clocks(&terminal);
    for (rows, cols) in [(10, 40), (24, 80), (50, 132), (24, 40)] {
        terminal.resize(rows, cols);
        let shown = terminal.text();
        terminal.until("another second", |screen| screen != shown);
        assert!(clocks(&terminal) <= before.max(1), "no ghost lines:\n{}", terminal.text());
    }
    // Where there is no room for it, it stands still.
    terminal.resize(24, 24).send("z").wait("means nothing");
    let bytes = terminal.bytes.len();
    std::thread::sleep(std::time::Duration::from_millis(1_500));
    terminal.resize(24, 80).send("z").wait("means nothing here. Choose one of A-D").until("a prompt", asks);
    assert!(terminal.bytes.len() - bytes < 400);
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn it_can_stand_in_the_prompt_only_or_nowhere() {
    for (how, prompt) in [("prompt", "left] A-D n p j f x (?):"), ("off", "A-D n p j f x (?):")] {
        let sandbox = running();
        let mut terminal = begun(&sandbox, (24, 80), &["--clock", how]);
        let bytes = terminal.bytes.len();
        std::thread::sleep(std::time::Duration::from_millis(1_500));
        terminal.send("z").wait("means nothing here").until("a prompt", asks);
        let printed = String::from_utf8_lossy(&terminal.bytes[bytes..]).into_owned();
        assert!(printed.starts_with("z\r\n"), "nothing was written anew: {printed:?}");
        terminal.shows(prompt);
        if how == "off" {
            terminal.shows_no("left]");
        }
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn little_time_is_said_in_a_row_of_its_own() {
    let sandbox = running();
    let mut terminal = begun(&sandbox, (24, 80), &["--seconds", "62"]);
    terminal.send("j").wait("(?): j").send("3").wait("(?): j 3");
    terminal.wait("1 minute left, 4 questions not answered.").until("the prompt again", |screen| {
        screen.trim_end().lines().last().is_some_and(|row| row.ends_with("(?): j 3"))
    });
    assert_eq!(terminal.printed("1 minute left"), 1);
    terminal.send(ENTER).wait("Question 3 of 4").until("a prompt", asks).send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn time_up_hands_in_what_is_there() {
    for size in SIZES {
        for place in ["a question", "the review screen", "the last question"] {
            let sandbox = running();
            let mut terminal = begun(&sandbox, size, &["--seconds", "4", "--pass", "3"]);
            let right = letter(&mut terminal, size, "Right");
            terminal.send(&right).until("a prompt", asks);
            if place != "a question" {
                terminal.send("x").wait("j f n x Enter (?):");
            }
            if place == "the last question" {
                terminal.send("x").wait("Hand in now? (y/N):");
            }
            terminal.turned("Enter: go over 3 questions   q: stop");
            assert_eq!(terminal.printed("Time is up."), 1);
            assert_eq!(terminal.printed("Not passed:"), 1);
            terminal.send(ENTER).asks(&over(size.1, 1, 3));
            assert_eq!(terminal.printed("Not answered."), 1);
            terminal.send("q");
            assert_eq!(terminal.end(), 0);
            assert_eq!(sandbox.log().last().unwrap()["reason"], "time-up");
        }
    }
}
