//! Going over an exam: both ways, all of it on request, with a search and flags.

use super::{ASKS, REVIEWS, SURE, begun, letter, over, post, told};
use crate::screen::{CTRL_C, ENTER, Terminal};
use crate::support::Sandbox;
use crate::terminal::SIZES;

const OFFER: &str = "Enter: go over 3 questions   q: stop";

/// An exam of which the first question is right and the others have no answer.
fn handed_in(sandbox: &Sandbox, size: (u16, u16)) -> Terminal {
    let mut terminal = begun(sandbox, size, &[]);
    let right = letter(&mut terminal, size, "Right");
    terminal.send(&right).asks(ASKS).send("x").asks(REVIEWS).send("x").asks(SURE).send("y").turned(OFFER);
    terminal
}

/// Whether the last row is the prompt at one of so many questions, and not a heading with the same numbers.
fn asks_of(questions: usize, screen: &str) -> bool {
    let row = screen.trim_end().lines().last().unwrap_or_default();
    row.contains(&format!(" of {questions} ")) && row.ends_with(['s', ':'])
}

fn asks_of_four(screen: &str) -> bool {
    asks_of(4, screen)
}

#[test]
fn an_exam_is_gone_over_both_ways() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = handed_in(&sandbox, size);
        terminal.send(ENTER).asks(&over(cols, 1, 3));
        assert_eq!(told(&terminal, "Question 2 of 4 | not answered"), 1);
        terminal.send("p").wait("This is the first one.").asks(&over(cols, 1, 3));
        terminal.send(ENTER).asks(&over(cols, 2, 3)).send("b").asks(&over(cols, 1, 3));
        assert_eq!(told(&terminal, "Question 2 of 4 | not answered"), 2);
        // Flagged for later, and said with its number.
        terminal.send("f").wait("Question 2 is flagged.").asks(&over(cols, 1, 3));
        // The right one, too; it stays where it is.
        terminal.send("a").asks(&over(cols, 2, 4)).send("p").asks(&over(cols, 1, 4));
        assert_eq!(told(&terminal, "Question 1 of 4 | right"), 1);
        assert_eq!(told(&terminal, "Question 2 of 4 | not answered"), 3);
        // A number, words, and what there is not.
        terminal.send("j4\r").asks(&over(cols, 4, 4)).send("j9\r");
        terminal.wait("There is no question 9").asks(&over(cols, 4, 4));
        let here = post(&terminal);
        let other = if here == "1" { "2" } else { "1" };
        terminal.send(&format!("/post {other}\r"));
        terminal.until("another page", |screen| {
            asks_of_four(screen) && !screen.trim_end().ends_with(&over(cols, 4, 4))
        });
        assert_eq!(post(&terminal), other);
        terminal.send("/zebra\r").wait("\"zebra\" is in no one of these.").until("a prompt", asks_of_four);
        terminal.send("?").wait("show it again").until("a prompt", asks_of_four);
        // Back to what was missed, and to the end.
        terminal.send("a").until("the missed ones", |screen| asks_of(3, screen));
        terminal.send("j4\r").asks(&over(cols, 3, 3)).send(ENTER);
        assert_eq!(terminal.end(), 0);
        terminal.shows("That was all: 3 questions gone over.");
        let bank = sandbox.path("desk.toml");
        let flagged = sandbox.run(&["review", "--flagged", "--bank", bank.to_str().unwrap()], "");
        flagged.ended_with(0).says("1 question to read again").says("flagged");
    }
}

#[test]
fn an_earlier_exam_shows_its_result_before_its_questions() {
    for (key, code) in [("q", 0), (CTRL_C, 130)] {
        let sandbox = Sandbox::new();
        let mut terminal = handed_in(&sandbox, (24, 80));
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
        let bank = sandbox.path("desk.toml");
        let args = ["exam", "--review", "--bank", bank.to_str().unwrap()];
        let mut terminal = sandbox.at_terminal((24, 80), &args, &[]);
        terminal.turned(OFFER).shows("1 of 4 right (25%)").send(ENTER).asks(&over(80, 1, 3)).send(key);
        assert_eq!(terminal.end(), code);
    }
}

#[test]
fn the_right_answer_and_ones_own_are_told_in_words() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = begun(&sandbox, size, &[]);
        let wrong = letter(&mut terminal, size, "Wrong one");
        terminal.send(&wrong).asks(ASKS);
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(ASKS).send("p").asks(ASKS);
        assert_eq!(told(&terminal, "ask what is needed (you chose it)"), 1, "while the exam goes on");
        terminal.send("x").asks(REVIEWS).send("x").asks(SURE).send("y").turned(OFFER);
        assert_eq!(told(&terminal, "To go over (1 wrong, 2 not answered): questions 1, 3 and 4."), 1);
        terminal.send(ENTER).asks(&over(cols, 1, 3));
        assert_eq!(told(&terminal, "Question 1 of 4 | wrong"), 1);
        assert_eq!(told(&terminal, "whatever the visitor says (you chose it)"), 1);
        assert_eq!(told(&terminal, "ask what is needed (right)"), 1);
        terminal.send("a").asks(&over(cols, 1, 4)).send(ENTER).asks(&over(cols, 2, 4));
        assert_eq!(told(&terminal, "ask what is needed (right, and you chose it)"), 1);
        let row = |row: &&str| row.contains("you chose it)") && row.contains("(you ch");
        let shown = String::from_utf8_lossy(&terminal.bytes).into_owned();
        assert!(shown.lines().filter(row).count() >= 2, "it is on one row");
        assert_eq!(terminal.printed("* "), 0, "no sign that has to be explained");
        terminal.send("\x1b");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_guess_is_said_and_the_reasons_are_shown() {
    for size @ (_, cols) in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = handed_in(&sandbox, size);
        terminal.send(ENTER).asks(&over(cols, 1, 3)).send("g").asks(&over(cols, 1, 3));
        assert_eq!(told(&terminal, "It was not answered."), 1);
        terminal.send("a").asks(&over(cols, 2, 4)).send("p").asks(&over(cols, 1, 4));
        terminal.send("g").asks(&over(cols, 1, 4)).send("w").asks(&over(cols, 1, 4));
        assert_eq!(told(&terminal, "Question 1 was a guess: it comes back sooner, and your score stays."), 1);
        assert!(told(&terminal, "shrug helps nobody") >= 1);
        terminal.send("g").asks(&over(cols, 1, 4)).send("g").asks(&over(cols, 1, 4)).send("q");
        assert_eq!(terminal.end(), 0);
        assert_eq!(told(&terminal, "Question 1 was no guess."), 1);
        let bank = sandbox.path("desk.toml");
        let guessed = sandbox.run(&["review", "--guessed", "--bank", bank.to_str().unwrap()], "");
        guessed.ended_with(0).says("asks at post");
    }
}
