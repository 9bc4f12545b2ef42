//! Whole exams: walking about, flags, the review screen, handing in, the result, going over it.

use super::{ASKS, REVIEWS, SURE, begun, exam, letter, over, post, told};
use crate::desk::desk_of_several;
use crate::screen::{CTRL_C, ENTER, ESCAPE, UP};
use crate::support::Sandbox;
use crate::terminal::SIZES;

const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";

#[test]
fn a_whole_exam_is_taken() {
    for size in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = begun(&sandbox, size, &["--pass", "75%"]);
        assert_eq!(told(&terminal, "3 right answers pass."), 1);
        assert_eq!(told(&terminal, "At the desk"), 0, "an exam does not name the topic");

        // Right, at once on to the next, no word of what was right.
        let right = letter(&mut terminal, size, "Right");
        let first = post(&terminal);
        terminal.send(&right).asks(ASKS);
        assert_eq!((told(&terminal, "Question 2 of 4"), told(&terminal, "1 answered")), (1, 1));
        assert_eq!(told(&terminal, &format!("Question 1: answer {right} is kept; l flags it.")), 1);
        // Wrong and flagged.
        let wrong = letter(&mut terminal, size, "Wrong");
        terminal.send("f").asks(ASKS);
        assert_eq!(told(&terminal, "Question 2 is flagged."), 1);
        terminal.send(&wrong).asks(ASKS);
        assert_eq!(told(&terminal, "1 flagged"), 1);
        for said in ["Right.", "Wrong.", "Explained", "Source"] {
            assert_eq!(told(&terminal, said), 0, "{said} before the exam is handed in");
        }
        // Next, and from the last one to the review screen.
        terminal.send("n").asks(ASKS).send(RIGHT).asks(REVIEWS);
        assert_eq!(told(&terminal, "4 questions: 2 answered, 2 not answered, 1 flagged."), 1);
        assert_eq!(told(&terminal, "Not answered: 3 and 4"), 1);
        terminal.shows(&format!("1 {right}   2 {wrong} f 3 -"));
        // The next one without an answer, back with an arrow, to a number.
        terminal.send("n").asks(ASKS);
        assert_eq!(told(&terminal, "Question 3 of 4"), 2);
        terminal.send("p").asks(ASKS);
        assert_eq!(told(&terminal, "this one: flagged"), 1);
        assert_eq!(told(&terminal, &format!("Your answer so far: {wrong}.")), 1);
        terminal.send("j").asks(&format!("{ASKS} j")).send("9").asks(&format!("{ASKS} j 9")).send(ENTER);
        terminal.wait("There is no question 9").asks(ASKS);
        terminal.send("j").asks(&format!("{ASKS} j")).send(ESCAPE).asks(ASKS);
        terminal.send("j").asks(&format!("{ASKS} j")).send("1").asks(&format!("{ASKS} j 1")).send(ENTER);
        terminal.asks(ASKS);
        assert_eq!(post(&terminal), first);
        // A second thought, from right to wrong and back.
        let wrong = letter(&mut terminal, size, "Wrong");
        terminal.send(&wrong).asks(ASKS);
        terminal.send("p").asks(ASKS).send(&right).asks(ASKS);
        terminal.send(UP).press_until("-", "The answer is taken out.").asks(ASKS);
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(ASKS);
        // Hand in: it names what is open, and asks.
        terminal.send("x").asks(REVIEWS).send("x").asks(SURE);
        assert_eq!(told(&terminal, "2 questions have no answer, and count as wrong: 3 and 4."), 1);
        terminal
            .send(ENTER)
            .wait("Not handed in")
            .asks(REVIEWS)
            .send("x")
            .asks(SURE)
            .send("n")
            .wait("Not handed in");
        terminal.asks(REVIEWS).send("3").asks(&format!("{REVIEWS} j 3")).send(ENTER).asks(ASKS);
        let right = letter(&mut terminal, size, "Right");
        terminal.send(&right).asks(ASKS);
        let wrong = letter(&mut terminal, size, "Wrong");
        // Behind the last answer comes the review screen by itself.
        terminal.send(&wrong).asks(REVIEWS).send("x").asks(SURE).send("y");
        terminal.turned("Enter: go over 2 questions   q: stop");
        for said in [
            "Handed in: 4 of 4 questions answered.",
            "Passed:",
            "3 of 4 right (75%). 3 right answers pass.",
            "Next: guardprep exam --review 1",
        ] {
            assert_eq!(told(&terminal, said), 1, "{said}");
        }
        terminal.send(ENTER).asks(&over(size.1, 1, 2));
        assert_eq!((told(&terminal, "Right."), told(&terminal, "Explained")), (1, 1), "right, and flagged");
        terminal.send(" ").asks(&over(size.1, 2, 2)).send(ENTER).wait("That was all: 2 questions gone over.");
        assert_eq!(terminal.end(), 0);
        assert_eq!(told(&terminal, "Source: Handbook of the desk, page 4"), 2);
        sandbox.run(&["resume"], "").ended_with(2).complains("there is no paused quiz or exam");
        let review =
            sandbox.run(&["exam", "--review", "--bank", sandbox.path("desk.toml").to_str().unwrap()], "");
        review.ended_with(0).says("Exam 1: Mock exam, today.").says("That was all: 2 questions gone over.");
    }
}

#[test]
fn arrows_walk() {
    let sandbox = Sandbox::new();
    let mut terminal = begun(&sandbox, (60, 80), &[]);
    terminal.send(RIGHT).wait("Question 2 of 4").asks(ASKS).send(RIGHT).wait("Question 3 of 4").asks(ASKS);
    terminal
        .send("f")
        .wait("Question 3 is flagged.")
        .asks(ASKS)
        .send(RIGHT)
        .wait("Question 4 of 4")
        .asks(ASKS);
    terminal.send(LEFT).wait("this one: flagged").asks(ASKS).send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn nothing_begins_before_it_is_wished() {
    for (key, code) in [("q", 0), (CTRL_C, 130)] {
        let sandbox = Sandbox::new();
        let mut terminal = exam(&sandbox, (24, 80), &[]);
        terminal.send(key);
        assert_eq!(terminal.end(), code);
        assert_eq!(sandbox.run(&["resume"], "").code, Some(2));
    }
}

#[test]
fn keys_that_come_at_once_are_no_answers() {
    let sandbox = Sandbox::new();
    let mut terminal = begun(&sandbox, (24, 80), &[]);
    terminal.send("abcx").wait("Several keys came at once").asks(ASKS).send("?").wait("go to question 12");
    terminal.asks(ASKS).send("u").wait("\"u\" means nothing here.").asks(ASKS);
    terminal.send("p").wait("This is the first question.").asks(ASKS);
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    let said = "Paused: 0 of 4 questions answered, and kept. The clock goes on until 09:05: 05:00 left.";
    assert_eq!(told(&terminal, said), 1);
}

#[test]
fn several_letters_are_chosen_and_taken_back_with_and_without_color() {
    for (cols, keys, distractors, more) in [
        (80, 2, 2, &[][..]),
        (40, 2, 2, &["--color", "never"]),
        (40, 7, 1, &[]),
        (80, 2, 4, &["--color", "never"]),
    ] {
        let sandbox = Sandbox::new();
        let bank = desk_of_several(&sandbox, keys, distractors);
        let args = [&["exam", "-n", "1", "--topic", "desk", "--bank", &bank], more].concat();
        let mut terminal = sandbox.at_terminal((24, cols), &args, &[]);
        terminal.turned(super::BEGINS).send(ENTER).wait("More than one option is right");
        let last = if keys + distractors >= 6 && keys == 7 { 'H' } else { 'D' };
        let row = |chosen: &str| several(cols, last, chosen);
        terminal.asks(&row(""));
        for (key, chosen) in
            [("a", "A"), ("c", "A C"), ("B", "A C B"), ("c", "A B"), ("\x7f", "A"), ("d", "A D")]
        {
            terminal.send(key).asks(&row(chosen));
        }
        terminal.send(ENTER).asks(REVIEW);
        assert_eq!(told(&terminal, "Question 1: answers A and D are kept; l flags it."), 1);
        terminal.shows("1 AD").send("q");
        assert_eq!(terminal.end(), 0);
    }
}

/// The prompt where several options are right, with what is picked.
fn several(cols: u16, last: char, chosen: &str) -> String {
    let prompt = match cols {
        40 if last == 'D' => format!("[01:15] A-D Enter n p j f x (?): {}", chosen.replace(' ', "")),
        40 => format!("[01:15] A-{last} Enter npjfx?: {}", chosen.replace(' ', "")),
        _ => format!("[01:15 left] A-{last}, then Enter; n p j f x (?): {chosen}"),
    };
    prompt.trim_end().to_owned()
}

const REVIEW: &str = "[01:15 left] j f n x Enter (?):";

#[test]
fn a_number_of_options_that_is_not_the_one_asked_for_is_said_until_it_is_handed_in() {
    for cols in [80, 40] {
        let sandbox = Sandbox::new();
        let bank = desk_of_several(&sandbox, 2, 2);
        let text = std::fs::read_to_string(&bank).unwrap();
        let stem = text.lines().find(|line| line.starts_with("stem = ")).unwrap();
        let asks = format!("{} Choose TWO.\"", stem.trim_end_matches('"'));
        std::fs::write(&bank, text.replace(stem, &asks)).unwrap();
        let args = ["exam", "-n", "1", "--topic", "desk", "--bank", &bank];
        let mut terminal = sandbox.at_terminal((24, cols), &args, &[]);
        terminal.turned(super::BEGINS).send(ENTER).asks(&several(cols, 'D', ""));
        for (key, chosen) in [("a", "A"), ("b", "A B"), ("d", "A B D")] {
            terminal.send(key).asks(&several(cols, 'D', chosen));
        }
        terminal.send(ENTER).asks(REVIEW);
        assert_eq!(told(&terminal, "Question 1: answers A, B and D are kept; 2 are asked for."), 1);
        terminal.shows("Too few/many:").send("x").wait("(y/N)");
        assert_eq!(told(&terminal, "Another number of options is asked for: 1."), 1);
        terminal.send("n").wait("Not handed in").asks(REVIEW).send("p").asks(&several(cols, 'D', "A B D"));
        terminal.send("b").asks(&several(cols, 'D', "A D")).send(ENTER).asks(REVIEW);
        assert_eq!(told(&terminal, "Question 1: answers A and D are kept; l flags it."), 1);
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn what_is_picked_is_the_answer_wherever_one_goes_without_enter() {
    for cols in [80, 40] {
        for (key, next) in [
            ("x", REVIEW),
            ("n", REVIEW),
            ("p", "This is the first question."),
            ("j1\r", "Question 1 of 1"),
            ("q", "guardprep resume"),
            (CTRL_C, "guardprep resume"),
        ] {
            let sandbox = Sandbox::new();
            let bank = desk_of_several(&sandbox, 2, 2);
            let args = ["exam", "-n", "1", "--topic", "desk", "--bank", &bank];
            let mut terminal = sandbox.at_terminal((24, cols), &args, &[]);
            terminal.turned(super::BEGINS).send(ENTER).asks(&several(cols, 'D', ""));
            terminal.send("d").asks(&several(cols, 'D', "D")).send("a").asks(&several(cols, 'D', "D A"));
            // What does not leave the question leaves what is picked in its row.
            for still in ["f", "r", "?", "z"] {
                terminal.send(still).asks(&several(cols, 'D', "D A"));
            }
            terminal.send("j").asks(&several(cols, 'D', "j")).send(ESCAPE).asks(&several(cols, 'D', "D A"));
            terminal.send(key).wait(next);
            assert_eq!(
                told(&terminal, "Question 1: answers A and D are kept; l takes its flag off."),
                1,
                "{key:?}"
            );
            if let "q" | CTRL_C = key {
                assert_eq!(terminal.end(), if key == "q" { 0 } else { 130 });
                assert_eq!(told(&terminal, "Paused: 1 of 1 question answered, and kept."), 1);
            }
            let mut again = super::resume(&sandbox, (24, cols));
            // It is there to be changed, and a pick that is taken out is taken out.
            again.asks(&several(cols, 'D', "A D")).send("d").asks(&several(cols, 'D', "A")).send("x");
            again.asks(REVIEW);
            assert_eq!(told(&again, "Question 1: answer A is kept; more than one is right."), 1);
            again
                .send(ENTER)
                .asks(&several(cols, 'D', "A"))
                .send("a")
                .asks(&several(cols, 'D', ""))
                .send("x");
            again.wait("1 not answered").asks(REVIEW);
            assert_eq!(told(&again, "The answer is taken out."), 1);
            again.send("q");
            assert_eq!(again.end(), 0);
        }
    }
}

#[test]
fn the_question_that_was_just_answered_is_flagged() {
    for size in SIZES {
        let sandbox = Sandbox::new();
        let mut terminal = begun(&sandbox, size, &[]);
        terminal.send("l").asks(ASKS);
        assert_eq!(told(&terminal, "No question was answered yet: f flags this one."), 1);
        terminal.send("a").asks(ASKS).send("l").asks(ASKS).send("f").asks(ASKS);
        assert_eq!(
            (told(&terminal, "Question 1 is flagged."), told(&terminal, "Question 2 is flagged.")),
            (1, 1)
        );
        terminal.send("l").asks(ASKS);
        assert_eq!(told(&terminal, "Question 1: the flag is off."), 1);
        // And any of them from the review screen.
        terminal.send("x").asks(REVIEWS).send("f").asks(&format!("{REVIEWS} f")).send("3\r").asks(REVIEWS);
        assert_eq!(told(&terminal, "Question 3 is flagged."), 1);
        terminal.send("f").asks(&format!("{REVIEWS} f")).send("9\r").asks(REVIEWS);
        assert_eq!(told(&terminal, "There is no question 9: they go from 1 to 4."), 1);
        terminal.send("r").asks(REVIEWS);
        assert_eq!(told(&terminal, "Flagged: 2 and 3"), 1);
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_number_that_is_typed_fast_is_a_number() {
    let sandbox = Sandbox::new();
    let mut terminal = begun(&sandbox, (60, 80), &[]);
    terminal.send("j 3\r").wait("Question 3 of 4").asks(ASKS);
    terminal.send("j1\r").asks(ASKS);
    assert_eq!(told(&terminal, "Question 1 of 4"), 2);
    terminal.send("j").asks(&format!("{ASKS} j")).send("4\r").wait("Question 4 of 4").asks(ASKS);
    terminal.send("x").asks(REVIEWS).send("2\r").wait("Question 2 of 4").asks(ASKS);
    // Anything else that comes at once is none.
    terminal.send("go on\r").wait("Several keys came at once").asks(ASKS);
    terminal.send("s").wait("Question 3 of 4").asks(ASKS).send("q");
    assert_eq!(terminal.end(), 0);
}
