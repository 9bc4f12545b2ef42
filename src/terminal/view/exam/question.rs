//! A question of an exam. Its topic and what was right are shown only after the hand-in.

use super::super::question::{CHOSEN, FLAG, body, head, list_of_keys};
use super::prompt::PromptView;
use crate::bank::Bank;
use crate::exam::ExamSitting;
use crate::sitting::{Item, Replay};
use crate::terminal::palette::{HEADING, paint};
use crate::terminal::reply::{letter, letters};
use crate::words::{columns, wrap};

/// The question at a place: its number, the stem, the options and the answer so far.
pub(crate) fn question(exam: &ExamSitting<'_>, place: usize, width: usize) -> String {
    let item = &exam.items()[place];
    let mut parts = vec![
        format!("Question {} of {}", place + 1, exam.items().len()),
        format!("{} answered", exam.sitting().answered()),
    ];
    match exam.sitting().flagged().len() {
        0 => {}
        n => parts.push(format!("{n} flagged")),
    }
    if item.flagged {
        parts.push(String::from("this one: flagged"));
    }
    if exam.terms().papers.len() > 1 {
        parts.push(exam.terms().papers[exam.terms().paper_of(item.number)].title.clone());
    }
    let chosen = item.chosen();
    let said = |option| chosen.contains(&option).then_some((CHOSEN, HEADING));
    let mut blocks =
        vec![heading(&parts, width), String::new(), body(item.question, &item.layout, &said, width)];
    blocks.push(String::new());
    if item.given.is_some() {
        blocks.push(format!("Your answer so far: {}.", shown_letters(item, chosen)));
        blocks.push(String::new());
    }
    blocks.join("\n")
}

/// A missed question that is asked again after the exam, without a word on the earlier answer.
pub(crate) fn again(exam: &ExamSitting<'_>, bank: &Bank, place: usize, left: usize, width: usize) -> String {
    let item = &exam.items()[place];
    let parts = [
        format!("Question {}", place + 1),
        bank.title(&item.question.topic).to_owned(),
        format!("{left} left"),
    ];
    [&heading(&parts, width), "", &body(item.question, &item.layout, &|_| None, width), ""].join("\n")
}

/// The parts of a heading, in its style.
pub(super) fn heading(parts: &[String], width: usize) -> String {
    let rows = wrap(&head(parts, width), width);
    rows.lines().map(|line| paint(HEADING, line)).collect::<Vec<_>>().join("\n")
}

/// The letters of these option numbers.
pub(super) fn shown_letters(item: &Item<'_>, chosen: &[usize]) -> String {
    letters(&item.places(chosen))
}

/// What is said when the options at these places are recorded as the answer to the question with this number.
pub(crate) fn kept(number: usize, item: &Item<'_>, places: &[usize]) -> String {
    let answers = match places {
        [_] => format!("answer {} is kept", letters(places)),
        _ => format!("answers {} are kept", letters(places)),
    };
    let more = match item.question.asked_for() {
        Some(asked) if asked != places.len() => format!("{asked} are asked for"),
        None if places.len() == 1 && item.question.has_several_keys() => {
            String::from("more than one is right")
        }
        _ if item.flagged => String::from("l takes its flag off"),
        _ => String::from("l flags it"),
    };
    format!("Question {number}: {answers}; {more}.")
}

/// The prompt under a question. With single keys and any time on the clock it fits into 40 columns, with the letters
/// that are picked behind it.
pub(crate) fn prompt(item: &Item<'_>, view: PromptView, width: usize) -> String {
    let last = letter(item.layout.len() - 1);
    let clock = view.clock();
    match (view.keys, item.question.has_several_keys()) {
        (true, false) => format!("{clock}A-{last} n p j f x (?): "),
        (true, true) => {
            let short = clock.replace(" left", "");
            let prompts = [
                format!("{clock}A-{last}, then Enter; n p j f x (?): "),
                format!("{short}A-{last} Enter n p j f x (?): "),
            ];
            let fits = |prompt: &String| columns(prompt) + item.layout.len() <= width;
            let fitting = prompts.into_iter().find(fits);
            fitting.unwrap_or_else(|| format!("{short}A-{last} Enter npjfx?: "))
        }
        (false, false) => format!("{clock}Answer A-{last} (? help): "),
        (false, true) => format!("{clock}Answers A-{last}, as A C (? help): "),
    }
}

/// The keys at a question.
pub(crate) fn help(item: &Item<'_>, width: usize) -> String {
    let n = item.layout.len();
    let last = letter(n - 1);
    let choose = if item.question.has_several_keys() {
        "choose; Enter when all are chosen"
    } else {
        "answer, and on to the next"
    };
    let key = |key: &str| key.to_owned();
    let keys = [
        (format!("A-{last} or 1-{n}"), choose),
        (key("n or p"), "next question, previous question; s skips, as n does"),
        (key("j 12"), "go to question 12"),
        // With six options F is an option.
        (key(if n >= 6 { "*" } else { "f" }), FLAG),
        (key("l"), "the same for the question that you answered last"),
        (key("-"), "take the answer out again"),
        (key("r"), "show the question again"),
        (key("x"), "look over the whole exam, and hand it in"),
        (key("q"), "stop; everything is kept, and the clock goes on"),
    ];
    list_of_keys(&keys, width)
}
