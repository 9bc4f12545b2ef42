//! A window that changes its size: no ghost lines, no row that wraps, and the next text at the new width.

use super::{ASKS, letter, pause, quiz};
use crate::screen::ENTER;
use crate::support::Sandbox;

#[test]
fn a_window_is_resized_while_it_asks_and_in_between() {
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 4);
    // While it asks: nothing is printed, nothing answered.
    let before = terminal.bytes.len();
    for (rows, cols) in [(10, 40), (24, 80), (50, 132), (24, 40)] {
        terminal.resize(rows, cols);
    }
    terminal.send("x").asks(ASKS).shows("\"x\" means nothing here. Choose one of");
    let printed = String::from_utf8_lossy(&terminal.bytes[before..]).into_owned();
    assert!(printed.starts_with("x\r\n\"x\" means"), "nothing was redrawn: {printed:?}");
    // The explanation and the next question come at the new width.
    let right = letter(&mut terminal, (24, 40), "Right");
    terminal.send(&right).asks(pause(40)).send(ENTER).asks(ASKS);
    // After an explanation.
    let right = letter(&mut terminal, (24, 40), "Right");
    terminal.send(&right).asks(pause(40));
    terminal.resize(24, 80).send("x").asks(pause(80)).send(ENTER).asks(ASKS);
    terminal.shows("A visitor asks at post").shows("Question 3 of 4  |  At the desk  |  2 right so far");
    // Together with a key: the key counts, once.
    let right = letter(&mut terminal, (24, 80), "Right");
    terminal.resize(24, 40).send(&right).resize(10, 40).asks(pause(40));
    assert_eq!(sandbox.answers(), 3);
    terminal.send(ENTER).asks(ASKS).send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_window_that_does_not_know_its_size_is_taken_for_80_columns() {
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 2);
    terminal.unsized_window().send("r").asks(ASKS);
    assert_eq!(terminal.printed("where the lift is, and the way is\r\nlong."), 2);
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}
