//! A person at a terminal: what is on the screen after each key.

use crate::desk::desk;
use crate::screen::{ENTER, Terminal};
use crate::support::Sandbox;

mod after;
mod edges;
mod exam;
mod keys;
mod leaving;
mod menu;
mod plain;
mod reading;
mod resize;
mod several;
mod study;
mod texts;

/// The sizes at which a whole quiz is played.
const SIZES: [(u16, u16); 3] = [(24, 80), (24, 40), (10, 40)];

const ASKS: &str = "Answer A-D (? help):";

/// The prompt after an explanation.
fn pause(cols: u16) -> &'static str {
    if cols >= 80 {
        "Enter: next  w: why not the others  g: I guessed  f: flag  u: undo  q: stop"
    } else {
        "Enter: next  w: why not  ?: keys"
    }
}

/// The same after the last question.
fn last_pause(cols: u16) -> &'static str {
    if cols >= 80 {
        "Enter: finish  w: why not the others  g: I guessed  f: flag  u: undo  q: stop"
    } else if cols < 36 {
        "Enter: finish  ?: keys"
    } else {
        "Enter: finish  w: why not  ?: keys"
    }
}

/// A quiz of the desk bank, with one question on the screen.
fn quiz(sandbox: &Sandbox, size: (u16, u16), questions: usize) -> Terminal {
    let bank = desk(sandbox, questions);
    let mut terminal = sandbox.at_terminal(size, &["quiz", "desk", "--bank", &bank], &[]);
    terminal.asks(ASKS);
    terminal
}

/// Shows the question again in a window that is high enough for all of it, and gives the letter of an option.
fn letter(terminal: &mut Terminal, size: (u16, u16), option: &str) -> String {
    terminal.resize(60, size.1).send("r").asks(ASKS);
    terminal.until(option, |screen| screen.contains(option));
    let letter = terminal.letter(option);
    terminal.resize(size.0, size.1);
    letter
}

#[test]
fn a_whole_quiz_is_played() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, size, 3);
        assert_eq!(terminal.printed("Question 1 of 3"), 1);

        let wrong = letter(&mut terminal, size, "Wrong");
        terminal.send(&wrong).asks(pause(cols));
        assert_eq!(
            terminal.printed(&format!("help): {wrong}\r\n\r\n")),
            1,
            "the key is written where it was pressed"
        );
        assert_eq!(terminal.printed("You chose"), 1);
        assert_eq!((terminal.printed("Explained:"), terminal.printed(&format!("Why not {wrong}:"))), (1, 1));
        terminal.shows("Source: Handbook of the desk, page 4");

        terminal.send(ENTER).asks(ASKS);
        assert_eq!((terminal.printed("Question 2 of 3"), terminal.printed("0 right so far")), (1, 1));
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(pause(cols));
        assert_eq!(terminal.printed(&format!("{right} is correct.")), 1);
        terminal.send(" ").asks(ASKS);
        assert_eq!((terminal.printed("Question 3 of 3"), terminal.printed("1 right so far")), (1, 1));

        let right = letter(&mut terminal, size, "Right").to_lowercase();
        terminal.send(&right).asks(last_pause(cols)).send(ENTER);
        assert_eq!(terminal.end(), 0);
        assert_eq!(terminal.printed("Finished: 3 questions, 2 right (67%)."), 1, "{}", terminal.text());
        for said in ["2 of 3", "To go over:", "Right: Right: greet the", "Readiness: after about"] {
            assert!(terminal.printed(said) >= 1, "{said}");
        }
        terminal.shows("Next:  guardprep review --last").shows("guardprep quiz --last --missed");
        assert_eq!(sandbox.answers(), 3);
        assert_eq!(sandbox.log().last().unwrap()["event"], "end");
    }
}
