//! Questions with several right options, and with so many that `F` is one.

use super::last_pause;
use crate::desk::desk_of_several;
use crate::screen::{BACKSPACE, ENTER, Terminal};
use crate::support::Sandbox;

fn several(sandbox: &Sandbox, size: (u16, u16), keys: usize, distractors: usize) -> Terminal {
    let bank = desk_of_several(sandbox, keys, distractors);
    let mut terminal = sandbox.at_terminal(size, &["quiz", "desk", "--bank", &bank], &[]);
    terminal.wait("More than one option is right").wait("Enter (?");
    terminal
}

/// The prompt with the letters that are chosen.
fn prompt(cols: u16, last: char, chosen: &str) -> String {
    let prompt = if cols == 40 {
        format!("A-{last}, then Enter (?): {chosen}")
    } else {
        format!("Answers A-{last}, then Enter (? help): {chosen}")
    };
    prompt.trim_end().to_owned()
}

#[test]
fn letters_are_chosen_and_taken_back() {
    for cols in [80, 40] {
        let sandbox = Sandbox::new();
        let mut terminal = several(&sandbox, (24, cols), 2, 2);
        let row = |chosen: &str| prompt(cols, 'D', chosen);
        // Enter and Backspace do nothing while nothing is chosen.
        for key in [ENTER, BACKSPACE] {
            terminal.asks(&row("")).send(key).refused("x", "for help.", &row(""));
        }
        for (key, chosen) in [
            ("a", "A"),
            ("c", "A C"),
            ("B", "A C B"),
            ("c", "A B"),
            ("4", "A B D"),
            (BACKSPACE, "A B"),
            ("a", "B"),
            (BACKSPACE, ""),
            ("d", "D"),
            ("d", ""),
        ] {
            terminal.send(key).asks(&row(chosen));
        }
        // A key that means nothing, or something else, leaves what is picked.
        terminal.send("a").asks(&row("A")).send("x").asks(&row("A")).shows("Choose one or more of");
        terminal.send("f").asks(&row("A")).send("r").asks(&row("A")).send("a").asks(&row(""));
        let (one, two) = (terminal.letter("Right one"), terminal.letter("Right two"));
        let wrong = terminal.letter("Wrong one");
        terminal.send(&one).asks(&row(&one)).send(&wrong).asks(&row(&format!("{one} {wrong}")));
        terminal
            .send(ENTER)
            .asks(last_pause(cols))
            .shows("Wrong. You chose")
            .shows(&format!("Why not {wrong}: one is no good"));
        terminal.shows(&format!("You left out {two}."));
        terminal.send("u").asks(&row(""));
        terminal
            .send(&two)
            .asks(&row(&two))
            .send(&one)
            .asks(&row(&format!("{two} {one}")))
            .send(ENTER)
            .asks(last_pause(cols));
        terminal.shows("are correct.").send(ENTER).wait("1 right (100%)");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn with_six_options_f_is_one_and_a_star_flags() {
    for cols in [80, 40] {
        let sandbox = Sandbox::new();
        let mut terminal = several(&sandbox, (30, cols), 5, 1);
        let row = |chosen: &str| prompt(cols, 'F', chosen);
        terminal.asks(&row("")).send("f").asks(&row("F")).shows_no("Flagged");
        terminal.send("*").asks(&row("F")).shows("Question 1 is flagged.");
        terminal.send("?").asks(&row("F")).shows("  *           flag, to look at it").shows("A-F or 1-6");
        terminal.send("q").wait("(flagged)");
        assert_eq!(terminal.printed("F was not confirmed with Enter"), 1);
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn all_of_eight_letters_stay_in_one_row() {
    for cols in [80, 40] {
        let sandbox = Sandbox::new();
        let mut terminal = several(&sandbox, (30, cols), 7, 1);
        let mut chosen = String::new();
        for letter in "abcdefgh".chars() {
            chosen.extend([letter.to_ascii_uppercase(), ' ']);
            terminal.send(&letter.to_string()).asks(&prompt(cols, 'H', &chosen));
        }
        terminal
            .send("a")
            .asks(&prompt(cols, 'H', &chosen[2..]))
            .send(ENTER)
            .asks(last_pause(cols))
            .send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn several_letters_are_typed_in_a_line() {
    let sandbox = Sandbox::new();
    let bank = desk_of_several(&sandbox, 2, 2);
    let mut terminal = sandbox.at_terminal((40, 80), &["quiz", "desk", "--plain", "--bank", &bank], &[]);
    terminal
        .asks("Answers A-D, as A C (? help):")
        .send("ax\n")
        .wait("\"ax\" means nothing here.")
        .wait("as A C");
    let (one, two) = (terminal.letter("Right one"), terminal.letter("Right two"));
    terminal
        .send(&format!("{two}, {one}\n"))
        .wait("are correct.")
        .send("\n")
        .wait("Finished: 1 question, 1 right");
    assert_eq!(terminal.end(), 0);
}
