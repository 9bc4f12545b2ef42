//! What each key does, and what keys that mean nothing do not do.

use super::{ASKS, SIZES, last_pause, letter, pause, quiz};
use crate::screen::{BACKSPACE, DOWN, ENTER, ESCAPE, UP};
use crate::support::Sandbox;

#[test]
fn a_key_that_means_nothing_is_told_so_and_answers_nothing() {
    for size in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, size, 2);
        for (key, said) in [
            ("x", "\"x\" means nothing here."),
            ("e", "\"e\" means nothing here."),
            ("h", "\"h\" means nothing here."),
            ("5", "\"5\" means nothing here."),
            ("é", "\"é\" means nothing here."),
        ] {
            terminal.send(key).asks(ASKS).shows(said);
        }
        terminal.shows("Choose one of");
        assert_eq!(terminal.printed("Question 1 of 2"), 1, "the question is not printed again");
        assert_eq!(sandbox.answers(), 0);
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn arrows_and_function_keys_answer_nothing() {
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 2);
    // Up to F12 and with modifiers; each of them ends in a letter or starts with one somewhere.
    let keys = [
        UP,
        DOWN,
        "\x1b[C",
        "\x1b[D",
        "\x1b[H",
        "\x1b[F",
        "\x1b[5~",
        "\x1b[6~",
        "\x1b[2~",
        "\x1b[3~",
        "\x1bOP",
        "\x1bOQ",
        "\x1bOR",
        "\x1bOS",
        "\x1b[15~",
        "\x1b[24~",
        "\x1b[1;5A",
        "\x1b[1;2B",
        "\x1b[Z",
        ENTER,
        "\t",
        BACKSPACE,
        ESCAPE,
        "\x1ba",
        "\x01",
        "\x02",
        "\x1a",
        "\x1c",
    ];
    for key in keys {
        terminal.send(key);
        // Another key is only taken when this one has been: it is not taken for part of a paste.
        terminal.press_until("x", "means nothing here").shows_no("You chose").shows_no("is correct");
        terminal.press_until("r", "Question 1 of 2").asks(ASKS);
    }
    assert_eq!(sandbox.answers(), 0);
    terminal.press_until("q", "Stopped before the first of 2 questions was answered.");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_keys_are_listed() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, size, 1);
        terminal.send("?").asks(ASKS).shows("stop; answers are kept").shows("show the question again");
        assert_eq!(terminal.printed("  A-D or 1-4  answer\r\n"), 1);
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(last_pause(cols));
        terminal.send("?").asks(last_pause(cols)).shows("show the question again");
        assert_eq!((terminal.printed("why the other"), terminal.printed("finish, and")), (1, 1));
        terminal.send("x").asks(last_pause(cols)).shows("Press Enter to");
        terminal.send(&right).asks(last_pause(cols));
        assert_eq!(sandbox.answers(), 1, "an answer key after an explanation answers nothing");
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_question_is_flagged_and_the_flag_taken_off() {
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 2);
    terminal.send("f").asks(ASKS).shows("Question 1 is flagged.");
    terminal.send("r").asks(ASKS).shows("Question 1 of 2  |  At the desk  |  flagged");
    terminal.send("*").asks(ASKS).shows("Question 1: the flag is off.");
    let right = letter(&mut terminal, (24, 80), "Right");
    terminal.send(&right).asks(pause(80)).send("f").asks(pause(80)).shows("Question 1 is flagged.");
    terminal.send(ENTER).asks(ASKS).send("q");
    assert_eq!(terminal.end(), 0);
    terminal.shows("To go over:").shows("(flagged)").shows("--flagged");
}

#[test]
fn a_skipped_question_comes_again_at_the_end() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, size, 2);
        let post = |text: &str| text[text.rfind("asks at post ").unwrap() + 13..][..1].to_owned();
        let printed = |terminal: &crate::screen::Terminal| post(&String::from_utf8_lossy(&terminal.bytes));
        let first = printed(&terminal);
        terminal.send("s").asks(ASKS);
        assert_eq!(terminal.printed("Skipped. It comes again at the end."), 1);
        let second = printed(&terminal);
        assert_ne!(first, second);
        assert_eq!(terminal.printed("Question 2 of 2"), 1, "numbers go on");
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(pause(cols)).send(ENTER).asks(ASKS);
        assert_eq!(printed(&terminal), first);
        assert_eq!(terminal.printed("|  skipped"), 1);
        assert_eq!(terminal.printed("Question 1 of 2"), 2, "it keeps its number");
        terminal.send("s").asks(ASKS).shows("This is the last question");
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(last_pause(cols)).send(ENTER);
        assert_eq!(terminal.end(), 0);
        assert_eq!(terminal.printed("Finished: 2 questions, 2 right (100%)."), 1);
    }
}

#[test]
fn an_answer_is_taken_back() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = quiz(&sandbox, size, 2);
        terminal.send("u").asks(ASKS).shows("There is no answer to take back");
        assert_eq!(terminal.printed("Question 1 of 2"), 1);
        // Right after the explanation.
        let wrong = letter(&mut terminal, size, "Wrong");
        terminal.send(&wrong).asks(pause(cols)).send("u").asks(ASKS);
        assert_eq!(terminal.printed("Taken back. Here is the question again."), 1);
        assert_eq!(
            terminal.printed("Question 1 of 2"),
            3,
            "shown, shown again by the test, and after the undo"
        );
        assert!(!terminal.text().trim_end().ends_with("again.\nAnswer A-D (? help):"), "{}", terminal.text());
        // And from the next question.
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(pause(cols)).send(ENTER).asks(ASKS).send("u").asks(ASKS);
        assert_eq!(terminal.printed("Taken back. Here is the question again."), 2);
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(pause(cols)).send(ENTER).asks(ASKS).send("q");
        assert_eq!(terminal.end(), 0);
        assert_eq!(terminal.printed("Stopped: 1 of 2 questions answered"), 1, "{}", terminal.text());
        let kinds: Vec<_> =
            sandbox.log().iter().map(|event| event["event"].as_str().unwrap().to_owned()).collect();
        assert_eq!(kinds, ["start", "answer", "undo", "answer", "undo", "answer"]);
    }
}

#[test]
fn what_is_pasted_or_typed_ahead_answers_nothing() {
    let sandbox = Sandbox::new();
    let bank = crate::desk::desk(&sandbox, 5);
    let mut terminal = sandbox.at_terminal((24, 80), &["quiz", "desk", "--bank", &bank], &[]);
    // Before there is a question.
    terminal.send("abcd\rabcd\r\rb\r").asks(ASKS);
    let nothing = |terminal: &crate::screen::Terminal| {
        assert_eq!(
            (terminal.printed("You chose"), terminal.printed("is correct")),
            (0, 0),
            "{}",
            terminal.text()
        );
    };
    terminal.send("r").asks(ASKS);
    nothing(&terminal);
    // While there is one: a word, lines, more than a kilobyte, and a letter with its Enter.
    for paste in ["bad", "a\rb\rc\rd\r", &"abcd\r".repeat(600), "b\r", "sq", "1 2 3"] {
        terminal.refused(paste, "none of them counts", ASKS);
        terminal.refused("x", "\"x\" means nothing here", ASKS);
        terminal.send("r").asks(ASKS);
        nothing(&terminal);
    }
    // Behind an answer: at most that one counts.
    terminal.send("a").send("\rb\rb\rb\r").press_until("x", "\"x\" means nothing here");
    assert!(sandbox.answers() <= 1, "{}", terminal.text());
    terminal.press_until("q", "Stopped");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn ctrl_d_stops_as_q_does() {
    let sandbox = Sandbox::new();
    let mut terminal = quiz(&sandbox, (24, 80), 2);
    terminal.send("\x04").wait("Stopped before the first");
    assert_eq!(terminal.end(), 0);
}
