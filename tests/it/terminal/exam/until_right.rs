//! An exam that is passed once every missed question is answered right: each explanation waits to be read.

use super::{ASKS, SURE, exam, letter_at, told};
use crate::screen::{CTRL_C, ENTER};
use crate::support::Sandbox;
use crate::terminal::SIZES;

const QUIZ: &str = "Answer A-D (? help):";
const NEXT: &str = "Enter: next   w: why not   q: stop";

#[test]
fn every_explanation_waits_and_what_is_left_is_kept() {
    for size in SIZES {
        for (key, code) in [("q", 0), (CTRL_C, 130)] {
            let sandbox = Sandbox::new();
            let mut terminal = exam(&sandbox, size, &["washington", "--minutes", "5"]);
            terminal
                .send(ENTER)
                .asks(ASKS)
                .send("x")
                .wait("Enter: back")
                .asks("[05:00 left] j f n x Enter (?):");
            terminal.send("x").asks(SURE).send("y").turned(QUIZ);
            assert_eq!(
                told(&terminal, "This exam is passed when every missed question is answered right."),
                1
            );
            let wrong = letter_at(&mut terminal, size, "Wrong one", QUIZ);
            terminal.send(&wrong).asks(NEXT);
            assert_eq!(told(&terminal, "Explained: a greeting"), 1);
            terminal.send("w").asks(NEXT);
            assert_eq!(
                (told(&terminal, "point helps nobody"), told(&terminal, "shrug helps nobody")),
                (1, 1)
            );
            assert_eq!(told(&terminal, "Question 2"), 0, "it waits");
            terminal.send(ENTER).asks(QUIZ);
            assert_eq!(told(&terminal, "Question 2 | At the desk | 4 left"), 1);
            let right = letter_at(&mut terminal, size, "Right", QUIZ);
            terminal.send(&right).asks(NEXT).send(key);
            assert_eq!(terminal.end(), code);
            assert_eq!(told(&terminal, "3 missed questions left to be answered right."), 1);
        }
    }
}
