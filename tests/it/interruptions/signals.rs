//! Signals: at a prompt of lines, at a prompt of keys, in a menu, in the middle of a quiz.

use rustix::process::Signal;

use super::{QUIZ, resumed, signal, uninterrupted};
use crate::desk::desk;
use crate::pipe::{PROMPT, Session, questions};
use crate::support::Sandbox;

#[test]
fn killed_after_any_answer_a_quiz_goes_on_with_the_next_question() {
    let whole = questions(&uninterrupted());
    assert_eq!(whole.len(), 12);
    for (k, next) in whole.iter().enumerate().take(11).skip(1) {
        let sandbox = Sandbox::new();
        let mut session = Session::start(sandbox.command(&QUIZ));
        session.wait(PROMPT, 1).answer(k - 1).send("a");
        // The verdict, and not a byte more is waited for.
        let verdicts = |text: &str| text.matches("\nRight.").count() + text.matches("\nWrong.").count();
        session.until("the verdict", |text| verdicts(text) == k);
        signal(session.pid(), Signal::KILL);
        assert_eq!(session.end(), None, "ended by the signal");
        assert_eq!(sandbox.answers(), k, "answers in the file after {k} verdicts");
        let again = questions(&resumed(&sandbox));
        assert_eq!(&again[0], next, "the question after answer {k}");
    }
}

#[test]
fn killed_between_the_last_answer_and_the_summary_resume_shows_the_summary() {
    let sandbox = Sandbox::new();
    let bank = desk(&sandbox, 2);
    let mut terminal = sandbox.at_terminal((40, 80), &["quiz", "desk", "--bank", &bank], &[]);
    let keys = "w: why not the others  g: I guessed  f: flag  u: undo  q: stop";
    let (asks, next) = ("Answer A-D (? help):", format!("Enter: next  {keys}"));
    terminal
        .asks(asks)
        .send("a")
        .asks(&next)
        .send(" ")
        .asks(asks)
        .send("a")
        .asks(&format!("Enter: finish  {keys}"));
    signal(terminal.pid(), Signal::KILL);
    terminal.end_of_killed();
    assert_eq!(sandbox.answers(), 2);
    sandbox.run(&["resume", "--bank", &bank], "").ended_with(0).says("Finished: 2 questions");
    sandbox.run(&["resume", "--bank", &bank], "").ended_with(2).complains("there is no paused quiz");
}

#[test]
fn signals_at_a_prompt_of_lines() {
    let whole = questions(&uninterrupted());
    for named in [Signal::TERM, Signal::HUP, Signal::INT] {
        let sandbox = Sandbox::new();
        let mut session = Session::start(sandbox.command(&QUIZ));
        session.wait(PROMPT, 1).answer(3);
        signal(session.pid(), named);
        assert_eq!(session.end(), Some(130), "{named:?}");
        assert!(session.stderr.contains("Your answers are kept."), "{:?}", session.stderr);
        assert!(session.stderr.contains("guardprep resume"), "{:?}", session.stderr);
        assert!(!session.stderr.contains('\x1b'), "{:?}", session.stderr);
        assert_eq!(sandbox.answers(), 3);
        assert_eq!(questions(&resumed(&sandbox))[0], whole[3]);
    }
}

#[test]
fn signals_at_a_prompt_of_keys() {
    for named in [Signal::TERM, Signal::HUP, Signal::INT] {
        for after_an_explanation in [false, true] {
            let sandbox = Sandbox::new();
            let bank = desk(&sandbox, 2);
            let mut terminal = sandbox.at_terminal((24, 40), &["quiz", "desk", "--bank", &bank], &[]);
            terminal.wait("Answer A-D (? help):");
            if after_an_explanation {
                terminal.send("a").wait("Enter: next");
            }
            signal(terminal.pid(), named);
            assert_eq!(terminal.end(), 130, "{named:?}");
            terminal.shows("Stopped. Your answers are kept.").shows("Go on with: guardprep resume");
            assert_eq!(sandbox.answers(), usize::from(after_an_explanation));
            let next = if after_an_explanation { "Question 2 of 2" } else { "Question 1 of 2" };
            sandbox.run(&["resume", "--bank", &bank], "").ended_with(1).says(next);
        }
    }
}

#[test]
fn a_signal_says_the_number_where_resume_needs_one() {
    for answered in [false, true] {
        let sandbox = Sandbox::new();
        let bank = desk(&sandbox, 3);
        sandbox.run(&["quiz", "desk", "--bank", &bank], "a\n").ended_with(1);
        let mut terminal = sandbox.at_terminal((24, 40), &["quiz", "desk", "--bank", &bank], &[]);
        terminal.asks("Answer A-D (? help):");
        if answered {
            terminal.send("a").wait("Enter: next");
        }
        signal(terminal.pid(), Signal::TERM);
        assert_eq!(terminal.end(), 130);
        let command =
            if answered { "Go on with: guardprep resume\n" } else { "Go on with: guardprep resume 2\n" };
        terminal.shows(command);
    }
}

#[test]
fn signals_in_lines_on_a_terminal_write_no_escape() {
    for named in [Signal::TERM, Signal::HUP, Signal::INT] {
        let sandbox = Sandbox::new();
        let bank = desk(&sandbox, 2);
        let mut terminal =
            sandbox.at_terminal((24, 40), &["quiz", "desk", "--bank", &bank], &[("TERM", "dumb")]);
        terminal.wait("Answer A-D (? help):");
        signal(terminal.pid(), named);
        assert_eq!(terminal.end(), 130, "{named:?}");
        assert!(!terminal.bytes.contains(&0x1b), "{:?}", String::from_utf8_lossy(&terminal.bytes));
    }
}

#[test]
fn signals_in_a_menu_put_the_terminal_back() {
    for named in [Signal::TERM, Signal::HUP, Signal::INT] {
        let sandbox = Sandbox::new();
        let mut terminal = sandbox.at_terminal((24, 80), &[], &[]);
        terminal.wait("  Stop");
        signal(terminal.pid(), named);
        assert_eq!(terminal.end(), 130, "{named:?}");
        assert!(!sandbox.progress_file().exists());
    }
}
