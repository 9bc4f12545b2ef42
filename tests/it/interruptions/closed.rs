//! Pipes that are closed, input that ends, a window that is closed.

use std::process::{Command, Stdio};

use super::{QUIZ, resumed, uninterrupted};
use crate::desk::desk;
use crate::pipe::{PROMPT, Session, questions};
use crate::screen::ENTER;
use crate::support::{PROGRAM, Sandbox};

#[test]
fn a_reader_that_has_gone_ends_it_quietly() {
    let sandbox = Sandbox::new();
    // As in `guardprep quiz | head -1`; what the program itself says to it is kept beside.
    let script = format!("yes a | ( {PROGRAM} {}; echo $? > code ) 2> errors | head -1", QUIZ.join(" "));
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &script])
        .env_clear()
        .envs(sandbox.environment.iter().cloned())
        .current_dir(sandbox.path(""));
    let output = shell.stdin(Stdio::null()).output().unwrap();
    let head = String::from_utf8(output.stdout).unwrap();
    assert!(head.starts_with("Question 1 of 12"), "{head:?}");
    assert_eq!(std::fs::read_to_string(sandbox.path("code")).unwrap(), "0\n");
    assert_eq!(std::fs::read_to_string(sandbox.path("errors")).unwrap(), "");
    let answers = sandbox.answers();
    if answers < 12 {
        assert_eq!(
            questions(&resumed(&sandbox))[0],
            questions(&uninterrupted())[answers],
            "the quiz is kept"
        );
    }
}

#[test]
fn every_report_takes_a_reader_that_has_gone() {
    let sandbox = Sandbox::new();
    sandbox.run(&QUIZ, "a\na\n").ended_with(1);
    for args in [&["topics"][..], &["progress"], &["progress", "export"], &["check"], &["--help"], &["man"]] {
        let mut child = sandbox.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
    }
}

#[test]
fn the_end_of_the_input_keeps_the_quiz() {
    let whole = questions(&uninterrupted());
    for k in [0, 1, 7] {
        let sandbox = Sandbox::new();
        let said = format!("guardprep: the input ended at question {} of 12.", k + 1);
        let ran =
            sandbox.run(&QUIZ, &"a\n".repeat(k)).ended_with(1).complains(&said).complains("guardprep resume");
        assert!(ran.stdout.contains("Stopped"), "{}", ran.stdout);
        assert_eq!(sandbox.answers(), k);
        assert_eq!(questions(&resumed(&sandbox))[0], whole[k]);
    }
    // A last line without an end is a line; no input at all is an end.
    let sandbox = Sandbox::new();
    sandbox.run(&QUIZ, "a").ended_with(1);
    assert_eq!(sandbox.answers(), 1);
    let mut nothing = sandbox.command(&["resume", "--plain"]);
    assert_eq!(nothing.stdin(Stdio::null()).output().unwrap().status.code(), Some(1));
    assert_eq!(sandbox.answers(), 1);
}

#[test]
fn a_line_without_an_end_is_read_past() {
    let sandbox = Sandbox::new();
    let endless = "a".repeat(3_000_000);
    let ran = sandbox.run(&QUIZ, &format!("{endless}\nb\n")).ended_with(1);
    assert_eq!(ran.stdout.matches("means nothing here.").count(), 1);
    assert_eq!(sandbox.answers(), 1);
}

#[test]
fn closing_the_window_keeps_the_quiz() {
    for (keys, answers) in [("", 0), ("a", 1)] {
        let sandbox = Sandbox::new();
        let bank = desk(&sandbox, 3);
        let mut terminal = sandbox.at_terminal((24, 80), &["quiz", "desk", "--bank", &bank], &[]);
        terminal.wait("Answer A-D (? help):");
        if !keys.is_empty() {
            terminal.send(keys).wait("Enter: next").send(ENTER).wait("Question 2 of 3");
            terminal.asks("Answer A-D (? help):");
        }
        terminal.close();
        assert_eq!(sandbox.answers(), answers);
        let next = format!("Question {} of 3", answers + 1);
        sandbox.run(&["resume", "--bank", &bank], "").ended_with(1).says(&next);
    }
}

#[test]
fn closing_the_window_ends_a_menu() {
    let sandbox = Sandbox::new();
    let mut terminal = sandbox.at_terminal((24, 80), &[], &[]);
    terminal.wait("  Stop");
    terminal.close();
}

#[test]
fn an_input_that_is_closed_while_it_is_waited_for_ends_it() {
    let sandbox = Sandbox::new();
    let mut session = Session::start(sandbox.command(&QUIZ));
    session.wait(PROMPT, 1).answer(2).close_input();
    assert_eq!(session.end(), Some(1));
    assert_eq!(sandbox.answers(), 2);
}
