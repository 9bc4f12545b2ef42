//! Whole lines on a terminal: `--plain` and `TERM=dumb`, and no color.

use super::{ASKS, last_pause, quiz};
use crate::desk::desk;
use crate::screen::{CTRL_C, Terminal};
use crate::support::Sandbox;

fn plain(sandbox: &Sandbox, size: (u16, u16), dumb: bool, args: &[&str]) -> Terminal {
    let bank = desk(sandbox, 2);
    let mut all = vec!["--bank", &bank];
    all.extend(args);
    if dumb {
        sandbox.at_terminal(size, &all, &[("TERM", "dumb")])
    } else {
        all.push("--plain");
        sandbox.at_terminal(size, &all, &[])
    }
}

/// The prompt after an explanation where lines are typed.
const PAUSE: &str = "Enter: next, w: why not (? help):";

/// Only text and line breaks reached the terminal.
fn is_plain(terminal: &Terminal) {
    let odd: Vec<u8> = terminal
        .bytes
        .iter()
        .copied()
        .filter(|byte| byte.is_ascii_control() && !b"\r\n".contains(byte))
        .collect();
    assert!(odd.is_empty(), "{odd:?} in\n{}", String::from_utf8_lossy(&terminal.bytes).escape_debug());
}

#[test]
fn a_whole_quiz_in_lines() {
    for size in [(24, 80), (24, 40), (10, 40)] {
        for dumb in [true, false] {
            let sandbox = Sandbox::new();
            let mut terminal = plain(&sandbox, size, dumb, &["quiz", "desk"]);
            // Nothing counts before Enter.
            terminal.asks(ASKS).send("e\n").wait("\"e\" means nothing here.").asks(ASKS);
            terminal.send("help\n").wait("show the question again").asks(ASKS);
            terminal.send("flag\n").wait("Question 1 is flagged.").asks(ASKS);
            terminal.send("again\n").asks(ASKS);
            assert_eq!(terminal.printed("Question 1 of 2"), 2);
            terminal.send("abc\n").wait("\"abc\" means nothing here.").asks(ASKS);
            // The explanation stands until it is left, as with keys.
            terminal.send("b\n").asks(PAUSE);
            assert_eq!((terminal.printed("Explained:"), terminal.printed("Question 2 of 2")), (1, 0));
            terminal.send("why\n").asks(PAUSE);
            assert!(terminal.printed("Why not") >= 3, "{}", terminal.text());
            terminal.send("guess\n").wait("Question 1 was a guess").asks(PAUSE);
            terminal.send("\n").asks(ASKS).send("undo\n").asks(ASKS);
            terminal
                .send("1\n")
                .asks(PAUSE)
                .send("\n")
                .asks(ASKS)
                .send("c\n")
                .asks("Enter: finish, w: why not (? help):");
            terminal.send("\n");
            assert_eq!(terminal.end(), 0);
            assert_eq!(terminal.printed("Finished: 2 questions"), 1);
            is_plain(&terminal);
            assert!(!terminal.text().contains("[#"), "words instead of bars:\n{}", terminal.text());
            assert_eq!(sandbox.answers(), 3);
        }
    }
}

#[test]
fn ctrl_c_and_the_end_of_the_input_keep_the_quiz() {
    for dumb in [true, false] {
        let sandbox = Sandbox::new();
        let mut terminal = plain(&sandbox, (24, 40), dumb, &["quiz", "desk"]);
        terminal
            .asks(ASKS)
            .send("b\n")
            .asks(PAUSE)
            .send("\n")
            .asks(ASKS)
            .send(CTRL_C)
            .wait("Your answers are kept.")
            .shows("guardprep resume");
        assert_eq!(terminal.end(), 130);
        // Except for what the terminal itself echoes of the key.
        terminal.bytes.retain(|byte| *byte != 3);
        is_plain(&terminal);
        let mut terminal = plain(&sandbox, (24, 80), dumb, &["resume"]);
        terminal
            .asks(ASKS)
            .shows("Question 2 of 2")
            .send("\x04")
            .wait("guardprep: the input ended at question 2 of 2.");
        assert_eq!(terminal.end(), 1);
        is_plain(&terminal);
        assert_eq!(sandbox.answers(), 1);
    }
}

#[test]
fn the_menu_is_a_numbered_list() {
    for dumb in [true, false] {
        let sandbox = Sandbox::new();
        let mut terminal = plain(&sandbox, (24, 80), dumb, &[]);
        terminal
            .asks("What would you like to do? (1-7, q stops):")
            .shows(" 1  Study: the questions of today")
            .shows(" 7  Stop");
        terminal.send("8\n").wait("Type a number from 1 to 7").send("7\n");
        assert_eq!(terminal.end(), 0);
        is_plain(&terminal);
        let mut terminal = plain(&sandbox, (24, 80), dumb, &[]);
        terminal
            .asks("What would you like to do? (1-7, q stops):")
            .send("3\n")
            .asks("Which topic? (1-21, q goes back):")
            .send("21\n")
            .asks(ASKS);
        terminal.shows("Question 1 of 2").send("q\n").asks("Enter: menu   q: stop").shows("Stopped before");
        // It comes back, with the same words, and `q` in a menu behind it goes back, too.
        terminal.send("\n").asks("What would you like to do? (1-8, q stops):");
        terminal.shows(" 2  Go on: quiz on At the desk, after 0 of 2").send("4\n");
        terminal.asks("Which topic? (1-21, q goes back):").shows("21  At the desk: 0 of 2 seen");
        terminal.send("q\n").asks("What would you like to do? (1-8, q stops):").send("q\n");
        assert_eq!(terminal.end(), 0);
        is_plain(&terminal);
    }
}

#[test]
fn no_color_means_no_color() {
    for (environment, args, colored) in [
        (&[("NO_COLOR", "1")][..], &[][..], false),
        (&[("NO_COLOR", "")], &[], true),
        (&[], &[], true),
        (&[], &["--color", "never"], false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[], false),
    ] {
        let sandbox = Sandbox::new();
        let bank = desk(&sandbox, 1);
        let mut terminal =
            sandbox.at_terminal((24, 80), &[&["--bank", &bank][..], args].concat(), environment);
        terminal.wait("q: stop").send("q");
        assert_eq!(terminal.end(), 0);
        let mut quiz = sandbox.at_terminal(
            (24, 80),
            &[&["quiz", "desk", "--bank", &bank][..], args].concat(),
            environment,
        );
        quiz.asks(ASKS).send("a").asks(last_pause(80)).send("q").wait("Finished");
        assert_eq!(quiz.end(), 0);
        for terminal in [terminal, quiz] {
            let text = String::from_utf8_lossy(&terminal.bytes).into_owned();
            let styles = text.split("\x1b[").skip(1).filter(|rest| {
                rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';').starts_with('m')
            });
            assert_eq!(styles.count() > 0, colored, "{environment:?} {args:?}\n{}", text.escape_debug());
        }
    }
}

#[test]
fn keys_are_read_only_where_questions_are_shown() {
    // The keys of a terminal whose output goes elsewhere come as lines.
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 1);
    terminal.send("q");
    terminal.end();
    let bank = sandbox.path("desk.toml");
    let mut json =
        sandbox.at_terminal((24, 80), &["quiz", "desk", "--json", "--bank", bank.to_str().unwrap()], &[]);
    json.asks(ASKS).send("a").asks(last_pause(80));
    json.wrapping_allowed().send(" ").wait("\"schema\":1");
    assert_eq!(json.end(), 0);
}
