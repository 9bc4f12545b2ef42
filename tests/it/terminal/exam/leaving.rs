//! An exam that is left: on purpose, with Ctrl-C, by a signal, with its window. It is kept, and its clock goes on.

use rustix::process::{Pid, Signal, kill_process};

use super::{ASKS, REVIEWS, SURE, begun, letter, post, resume, running};
use crate::screen::CTRL_C;
use crate::support::Sandbox;
use crate::terminal::SIZES;

#[test]
fn ctrl_c_keeps_it_wherever_it_is_pressed() {
    for size in SIZES {
        for walk in [&[][..], &[("x", REVIEWS)], &[("x", REVIEWS), ("x", SURE)]] {
            let sandbox = Sandbox::new();
            let mut terminal = begun(&sandbox, size, &[]);
            let right = letter(&mut terminal, size, "Right");
            terminal.send(&right).asks(ASKS);
            let second = post(&terminal);
            for (key, prompt) in walk {
                terminal.send(key).asks(prompt);
            }
            terminal.send(CTRL_C).wait("guardprep resume");
            assert_eq!(terminal.end(), 130);
            assert_eq!(terminal.printed("Paused: 1 of 4"), 1);
            let mut again = resume(&sandbox, size);
            again.asks(ASKS);
            assert_eq!(post(&again), second, "the same paper");
            again.send("p").asks(ASKS);
            assert_eq!(again.printed(&format!("Your answer so far: {right}.")), 1, "the same answer");
            again.send(CTRL_C);
            assert_eq!(again.end(), 130);
        }
    }
}

#[test]
fn signals_and_a_closed_window_keep_it() {
    for named in [Some(Signal::TERM), Some(Signal::HUP), Some(Signal::INT), None] {
        let sandbox = running();
        let mut terminal = begun(&sandbox, (24, 40), &[]);
        terminal.send("a").wait("Question 2 of 4");
        match named {
            Some(named) => {
                kill_process(Pid::from_raw(terminal.pid()).unwrap(), named).unwrap();
                assert_eq!(terminal.end(), 130, "{named:?}");
                terminal.shows("Stopped. Your answers are kept.").shows("The clock goes on.");
            }
            None => terminal.close(),
        }
        let mut again = resume(&sandbox, (24, 80));
        again.wait("Question 2 of 4  |  1 answered").until("a prompt", super::asks).send("q");
        assert_eq!(again.end(), 0);
    }
}

#[test]
fn it_is_gone_on_with_from_the_menu() {
    for (size, words) in [
        ((24, 80), "> 1  Go on: exam on At the desk, after 0 of 4; its clock runs until 09:05\n"),
        ((24, 62), "> 1  Go on: exam, after 0 of 4; its clock runs until 09:05\n"),
        ((24, 40), "> 1  Go on: exam until 09:05\n"),
    ] {
        let sandbox = Sandbox::new();
        begun(&sandbox, size, &[]).send("q").end();
        let bank = sandbox.path("desk.toml");
        let bank = bank.to_str().unwrap();
        let mut terminal = sandbox.at_terminal(size, &["--bank", bank], &[]);
        terminal.wait(words).send("1").asks(ASKS);
        terminal.shows("Going on with: Mock exam.").send("q").wait("Enter: menu   q: stop").send("q");
        assert_eq!(terminal.end(), 0);
        // Everywhere else, too.
        let list = sandbox.run(&["resume", "--list", "--bank", bank], "").ended_with(0);
        list.says("after 0 of 4, begun today; its clock runs until 09:05");
        let progress = sandbox.run(&["progress", "--bank", bank], "").ended_with(0);
        progress.says("An exam is paused after 0 of 4 questions, and its clock runs until 09:05:");
    }
}
