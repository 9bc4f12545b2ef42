//! A day of study at a terminal, and the plan that it follows.

use super::{ASKS, last_pause, letter, pause};
use crate::desk::desk;
use crate::screen::{ENTER, Terminal};
use crate::support::Sandbox;

const SIZES: [(u16, u16); 2] = [(24, 80), (24, 40)];

fn study(sandbox: &Sandbox, size: (u16, u16), args: &[&str]) -> Terminal {
    let bank = desk(sandbox, 3);
    sandbox.at_terminal(size, &[&["study", "desk", "--bank", &bank], args].concat(), &[])
}

/// Everything that was printed, without line breaks and colors.
fn told(terminal: &Terminal) -> String {
    let text = String::from_utf8_lossy(&terminal.bytes).into_owned();
    let mut parts = text.split("\x1b[");
    let first = parts.next().unwrap_or_default().to_owned();
    let bare = parts.fold(first, |bare, part| bare + part.split_once('m').map_or("", |(_, rest)| rest));
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_day_of_study() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let bank = desk(&sandbox, 3);
        let plan = sandbox
            .at_terminal(size, &["plan", "--exam", "May 2", "--minutes", "3", "--bank", &bank], &[])
            .end_with_text();
        assert!(plan.contains("This is the last evening."), "{plan}");

        let mut terminal = study(&sandbox, size, &[]);
        terminal.asks(ASKS);
        let said = told(&terminal);
        assert!(said.contains("Today: 4 questions, of which 3 now. The exam is tomorrow."), "{said}");
        assert!(said.contains("Why these: 3 new."), "{said}");
        let wrong = letter(&mut terminal, size, "Wrong");
        terminal.send(&wrong).asks(pause(cols)).send(ENTER).asks(ASKS);
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(pause(cols)).send("g").asks(pause(cols)).send("q");
        assert_eq!(terminal.end(), 0);
        let said = told(&terminal);
        assert!(said.contains("Today: 2 of 4 questions answered."), "{said}");
        assert!(said.contains("Readiness: after about "), "{said}");

        // Later that day: what is left, chosen anew.
        let mut terminal = study(&sandbox, size, &[]);
        terminal.asks(ASKS);
        let said = told(&terminal);
        assert!(said.contains("Today: 2 of 4 questions answered, and now the other 2."), "{said}");
        assert!(
            said.contains("Why these: 1 new; 1 that you got wrong.") || said.contains("1 that you guessed"),
            "{said}"
        );
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(pause(cols)).send(ENTER).asks(ASKS);
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(last_pause(cols)).send(ENTER).wait("guardprep study -n 10");
        assert_eq!(terminal.end(), 0);
        assert!(told(&terminal).contains("Done for today: 4 questions answered."), "{}", told(&terminal));
        sandbox.run(&["resume"], "").ended_with(2).complains("there is no paused quiz");

        // Beyond it, if that is asked for.
        let done = study(&sandbox, size, &[]).end_with_text();
        assert!(done.contains("Done for today: 4 questions answered, of 4."), "{done}");
        let mut more = study(&sandbox, size, &["-n", "1"]);
        more.asks(ASKS);
        assert!(told(&more).contains("1 question beyond today's share."), "{}", told(&more));
        more.send("q");
        assert_eq!(more.end(), 0);
    }
}

#[test]
fn a_study_session_is_resumed_as_a_quiz_is() {
    let sandbox = Sandbox::new();
    let mut terminal = study(&sandbox, (24, 80), &["-n", "2"]);
    terminal.asks(ASKS).send("a").asks(pause(80)).send("q").wait("guardprep resume");
    assert_eq!(terminal.end(), 0);
    let bank = sandbox.path("desk.toml");
    let mut again = sandbox.at_terminal((24, 80), &["resume", "--bank", bank.to_str().unwrap()], &[]);
    again.asks(ASKS).shows("Question 2 of 2").send("a").asks(last_pause(80)).send(ENTER);
    again.wait("Today: 2 of 20 questions answered.");
    assert_eq!(again.end(), 0);
}

trait EndWithText {
    fn end_with_text(self) -> String;
}

impl EndWithText for Terminal {
    /// Waits for the end of a program that asks nothing, and gives what it said.
    fn end_with_text(mut self) -> String {
        assert_eq!(self.end(), 0);
        told(&self)
    }
}
