//! Whatever ends the program: what was said to be saved is saved, and `resume` goes on with the next question.

mod closed;
mod exam;
mod full_disk;
mod signals;

use rustix::process::{Pid, Signal, kill_process};

use crate::pipe::Session;
use crate::support::Sandbox;

/// Enough for ten answers and a question behind them.
const QUIZ: [&str; 4] = ["quiz", "-n", "12", "--plain"];

/// Sends a signal to a process that a test started.
fn signal(pid: i32, signal: Signal) {
    kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
}

/// What a quiz prints that nothing interrupts, when the first option is chosen each time.
fn uninterrupted() -> String {
    Sandbox::new().run(&QUIZ, &"a\n".repeat(12)).ended_with(0).stdout
}

/// Resumes, and gives what is printed until it asks.
fn resumed(sandbox: &Sandbox) -> String {
    let mut session = Session::start(sandbox.command(&["resume", "--plain"]));
    session.wait(crate::pipe::PROMPT, 1);
    session.close_input();
    assert_eq!(session.end(), Some(1));
    session.stdout.clone()
}
