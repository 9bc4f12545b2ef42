//! Ctrl-C and `q` at each state: the terminal is put back, the answers are kept, and `resume` goes on.

use super::{ASKS, SIZES, last_pause, letter, pause, quiz};
use crate::desk::desk;
use crate::screen::{CTRL_C, ENTER, Terminal};
use crate::support::Sandbox;

/// The number of the post in the question that was printed last.
fn post(terminal: &Terminal) -> String {
    let text = String::from_utf8_lossy(&terminal.bytes).into_owned();
    text[text.rfind("asks at post ").unwrap() + 13..][..1].to_owned()
}

fn resume(sandbox: &Sandbox, size: (u16, u16)) -> Terminal {
    let bank = sandbox.path("desk.toml");
    let mut terminal = sandbox.at_terminal(size, &["resume", "--bank", bank.to_str().unwrap()], &[]);
    terminal.wait("?");
    terminal
}

#[test]
fn ctrl_c_at_a_question_keeps_the_quiz() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, size, 3);
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(pause(cols)).send(ENTER).asks(ASKS);
        let (asked, letter_of_right) = (post(&terminal), letter(&mut terminal, size, "Right"));
        terminal.send(CTRL_C);
        assert_eq!(terminal.end(), 130);
        assert_eq!(terminal.printed("Stopped: 1 of 3 questions answered"), 1);
        terminal.shows("guardprep resume");
        assert_eq!(sandbox.answers(), 1);

        let mut again = resume(&sandbox, size);
        again.asks(ASKS);
        assert_eq!(again.printed("Question 2 of 3"), 1);
        assert_eq!(
            (post(&again), letter(&mut again, size, "Right")),
            (asked, letter_of_right),
            "the same question and order"
        );
        again.send(CTRL_C);
        assert_eq!(again.end(), 130);
    }
}

#[test]
fn ctrl_c_after_an_explanation_keeps_the_answer() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, size, 2);
        let right = letter(&mut terminal, size, "Right");
        let first = post(&terminal);
        terminal.send(&right).asks(pause(cols)).send(CTRL_C);
        assert_eq!(terminal.end(), 130);
        assert_eq!(terminal.printed("Stopped: 1 of 2 questions answered"), 1);
        let mut again = resume(&sandbox, size);
        again.asks(ASKS);
        assert_ne!(post(&again), first);
        again.send("q");
        assert_eq!(again.end(), 0);
    }
}

#[test]
fn ctrl_c_among_other_keys_is_heard() {
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 2);
    terminal.send("abc\x03").wait("Stopped before the first of 2 questions was answered.");
    assert_eq!(terminal.end(), 130);
    // Before there is a question: by signal or as a key, whichever mode the terminal is in when it comes.
    let mut early = resume(&sandbox, (24, 80));
    early.send(CTRL_C);
    assert_eq!(early.end(), 130);
    assert_eq!(sandbox.answers(), 0);
}

#[test]
fn what_is_pressed_after_the_last_explanation_ends_a_finished_quiz() {
    for (key, code) in [("q", 0), (CTRL_C, 130), ("\x04", 0)] {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, (24, 80), 1);
        let right = letter(&mut terminal, (24, 80), "Right");
        terminal.send(&right).asks(last_pause(80)).send(key).wait("Finished: 1 question, 1 right (100%).");
        assert_eq!(terminal.end(), code);
        terminal.shows_no("guardprep resume");
        assert_eq!(sandbox.log().last().unwrap()["event"], "end");
        sandbox.run(&["resume"], "").ended_with(2).complains("there is no paused quiz");
    }
}

#[test]
fn flags_and_skips_are_kept_too() {
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 3);
    terminal.send("f").asks(ASKS).send("s").asks(ASKS);
    let second = post(&terminal);
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    let mut again = resume(&sandbox, (24, 80));
    again.asks(ASKS).shows_no("flagged");
    assert_eq!(post(&again), second);
    for _ in 0..2 {
        let right = letter(&mut again, (24, 80), "Right");
        again.send(&right).asks(pause(80)).send(ENTER).asks(ASKS);
    }
    again.wait("Question 1 of 3  |  At the desk  |  2 right so far  |  skipped").shows("flagged").send("q");
    assert_eq!(again.end(), 0);
}

#[test]
fn resuming_goes_on_to_the_end() {
    let sandbox = Sandbox::new();
    quiz(&sandbox, (24, 80), 2).send("q").end();
    let mut terminal = resume(&sandbox, (24, 80));
    for pause in [pause(80), last_pause(80)] {
        terminal.asks(ASKS);
        let right = letter(&mut terminal, (24, 80), "Right");
        terminal.send(&right).asks(pause).send(ENTER);
    }
    terminal.wait("Finished: 2 questions, 2 right (100%).");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_quiz_without_a_trace_leaves_none() {
    let sandbox = Sandbox::new();
    let bank = desk(&sandbox, 2);
    let mut terminal = sandbox.at_terminal((24, 80), &["quiz", "desk", "--no-save", "--bank", &bank], &[]);
    let right = letter(terminal.asks(ASKS), (24, 80), "Right");
    terminal.send(&right).asks(pause(80)).send(CTRL_C).wait("Nothing was saved.");
    assert_eq!(terminal.end(), 130);
    terminal.shows_no("resume");
    assert!(!sandbox.progress_file().exists());
}
