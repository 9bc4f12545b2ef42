//! A mock exam at a terminal.

mod clock;
mod going_over;
mod leaving;
mod until_right;
mod whole;

use crate::desk::desk;
use crate::screen::{ENTER, Terminal};
use crate::support::Sandbox;

/// The prompt under a question of four options, with all the time that four questions have. The clock stands still.
const ASKS: &str = "[05:00 left] A-D n p j f x (?):";
const REVIEWS: &str = "[05:00 left] j f n x Enter (?):";
const SURE: &str = "[05:00 left] Hand in now? (y/N):";
const BEGINS: &str = "Enter: begin   q: stop";

/// The prompt at a question of an exam that is gone over.
fn over(cols: u16, number: usize, of: usize) -> String {
    let enter = if number == of { "done" } else { "next" };
    match cols {
        80 => format!("{number} of {of}   Enter: {enter}   p: back   q: stop   ?: more keys"),
        _ => format!("{number} of {of} n p q (?):"),
    }
}

/// An exam of the desk bank that is about to begin.
fn exam(sandbox: &Sandbox, size: (u16, u16), more: &[&str]) -> Terminal {
    let bank = desk(sandbox, 4);
    let args = [&["exam", "-n", "4", "--topic", "desk", "--bank", &bank], more].concat();
    let mut terminal = sandbox.at_terminal(size, &args, &[]);
    terminal.turned(BEGINS);
    terminal
}

/// The same, at its first question.
fn begun(sandbox: &Sandbox, size: (u16, u16), more: &[&str]) -> Terminal {
    let mut terminal = exam(sandbox, size, more);
    terminal.send(ENTER).until("a prompt", asks);
    assert_eq!(terminal.printed("Question 1 of 4"), 1);
    terminal
}

fn resume(sandbox: &Sandbox, size: (u16, u16)) -> Terminal {
    let bank = sandbox.path("desk.toml");
    sandbox.at_terminal(size, &["resume", "--bank", bank.to_str().unwrap()], &[])
}

/// Whether a question is asked, whatever the clock says.
fn asks(screen: &str) -> bool {
    screen.trim_end().lines().last().is_some_and(|row| row.ends_with("A-D n p j f x (?):"))
}

/// A sandbox in which the clock runs.
fn running() -> Sandbox {
    let mut sandbox = Sandbox::new();
    sandbox.environment.retain(|(name, _)| name != "GUARDPREP_NOW");
    sandbox
}

/// Shows the question again in a window that is high enough for all of it, and gives the letter of an option.
fn letter(terminal: &mut Terminal, size: (u16, u16), option: &str) -> String {
    terminal.resize(60, size.1).send("r").until("a prompt", asks);
    found(terminal, size, option)
}

/// The same at another prompt.
fn letter_at(terminal: &mut Terminal, size: (u16, u16), option: &str, prompt: &str) -> String {
    terminal.resize(60, size.1).send("r").asks(prompt);
    found(terminal, size, option)
}

fn found(terminal: &mut Terminal, size: (u16, u16), option: &str) -> String {
    terminal.until(option, |screen| screen.contains(option));
    let letter = terminal.letter(option);
    terminal.resize(size.0, size.1);
    letter
}

/// The number of the post in the question that was printed last.
fn post(terminal: &Terminal) -> String {
    let text = String::from_utf8_lossy(&terminal.bytes).into_owned();
    text[text.rfind("asks at post ").unwrap() + 13..][..1].to_owned()
}

/// How often a sentence was printed, wherever it was wrapped and painted.
fn told(terminal: &Terminal, sentence: &str) -> usize {
    let printed = String::from_utf8_lossy(&terminal.bytes).into_owned();
    let mut parts = printed.split("\x1b[");
    let first = parts.next().unwrap_or_default().to_owned();
    let bare = parts.fold(first, |bare, part| bare + part.split_once('m').map_or("", |(_, rest)| rest));
    bare.split_whitespace().collect::<Vec<_>>().join(" ").matches(sentence).count()
}
