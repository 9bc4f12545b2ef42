//! A question of a quiz before it is answered, its prompts and the list of keys.

use anstyle::Style;

use crate::bank::Question;
use crate::sitting::Item;
use crate::terminal::palette::{HEADING, paint};
use crate::terminal::reply::{letter, letters};
use crate::words::{columns, hang, wrap};

/// How far a quiz is when a question is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Progress<'a> {
    /// Counts from 1. A question keeps it when it is skipped and comes again.
    pub(crate) number: usize,
    pub(crate) of: usize,
    pub(crate) answered: usize,
    pub(crate) right: usize,
    /// It was skipped and comes again.
    pub(crate) skipped: bool,
    /// The title of the question's topic.
    pub(crate) topic: &'a str,
    /// The right answer has changed since the learner last answered it.
    pub(crate) changed: bool,
}

/// The head line, the stem and the options.
pub(crate) fn question(item: &Item<'_>, progress: Progress<'_>, width: usize) -> String {
    let mut parts =
        vec![format!("Question {} of {}", progress.number, progress.of), progress.topic.to_owned()];
    if progress.answered > 0 {
        parts.push(format!("{} right so far", progress.right));
    }
    if progress.skipped {
        parts.push(String::from("skipped"));
    }
    if item.flagged {
        parts.push(String::from("flagged"));
    }
    let mut blocks: Vec<String> =
        wrap(&head(&parts, width), width).lines().map(|line| paint(HEADING, line)).collect();
    if progress.changed {
        let note = "Note: the answer to this question has changed since you last answered it.";
        blocks.push(wrap(note, width));
    }
    blocks.push(String::new());
    blocks.push(body(item.question, &item.layout, &|_| None, width));
    blocks.push(String::new());
    blocks.join("\n")
}

/// Stands for a blank where no row may end; no font has it, and no bank either.
const GLUE: &str = "\u{f8ff}";

/// Words behind an option that was chosen or is right; `review` says the same of an answer.
pub(super) const CHOSEN: &str = "(you chose it)";
pub(super) const RIGHT_ONE: &str = "(right)";
pub(super) const RIGHT_AND_CHOSEN: &str = "(right, and you chose it)";

/// The stem and the options, with the words that belong behind an option, and their style.
pub(super) fn body(
    question: &Question,
    layout: &[usize],
    said: &dyn Fn(usize) -> Option<(&'static str, Style)>,
    width: usize,
) -> String {
    let mut blocks = vec![wrap(&question.stem, width)];
    if question.has_several_keys() {
        blocks.push(wrap("More than one option is right: choose all of them.", width));
    }
    blocks.push(String::new());
    for (shown, &option) in layout.iter().enumerate() {
        let lead = format!("  {}  ", letter(shown));
        let text = question.option(option);
        blocks.push(match said(option) {
            None => hang(&lead, "     ", text, width),
            Some((words, style)) => {
                // Kept together, so that they are read, and painted, as one.
                let glued = words.replace(' ', GLUE);
                let row = hang(&lead, "     ", &format!("{text} {glued}"), width);
                row.replace(&glued, &paint(style, words)).replace(GLUE, " ")
            }
        });
    }
    blocks.join("\n")
}

/// The parts of a heading, separated by bars. If they do not fit on one row, it breaks between parts.
pub(super) fn head(parts: &[String], width: usize) -> String {
    let mut rows: Vec<String> = vec![];
    for part in parts {
        match rows.last_mut() {
            Some(row) if columns(row) + 5 + columns(part) <= width => {
                *row = [row.as_str(), part].join("  |  ");
            }
            _ => rows.push(part.clone()),
        }
    }
    rows.join("\n")
}

/// The prompt under a question; it fits on one row from 40 columns up.
pub(crate) fn answer_prompt(item: &Item<'_>, keys: bool, width: usize) -> String {
    let last = letter(item.layout.len() - 1);
    match (item.question.has_several_keys(), keys) {
        (false, _) => format!("Answer A-{last} (? help): "),
        // Leaves room for the letters of eight options.
        (true, true) if width < 52 => format!("A-{last}, then Enter (?): "),
        (true, true) => format!("Answers A-{last}, then Enter (? help): "),
        (true, false) => format!("Answers A-{last}, as A C (? help): "),
    }
}

/// The prompt after an explanation. After the last question of a quiz, nothing is next.
pub(crate) fn next_prompt(is_last: bool, keys: bool, width: usize) -> String {
    let on = if is_last { "finish" } else { "next" };
    match keys {
        true if width >= 79 => {
            format!("Enter: {on}  w: why not the others  g: I guessed  f: flag  u: undo  q: stop ")
        }
        true if width >= 36 => format!("Enter: {on}  w: why not  ?: keys "),
        true => format!("Enter: {on}  ?: keys "),
        // Leaves room for a word.
        false => format!("Enter: {on}, w: why not (? help): "),
    }
}

/// The keys at a question.
pub(crate) fn help(item: &Item<'_>, width: usize) -> String {
    let n = item.layout.len();
    let last = letter(n - 1);
    let several = item.question.has_several_keys();
    let key = |key: &str| key.to_owned();
    let mut keys = vec![
        (format!("A-{last} or 1-{n}"), if several { "choose; Enter when all are chosen" } else { "answer" }),
        // With six options F is an option.
        (key(if n >= 6 { "*" } else { "f" }), FLAG),
        (key("s"), "skip for now: it comes again at the end"),
        (key("u"), "undo: take back my last answer"),
    ];
    // With seven options G is an option.
    if n < 7 {
        keys.push((key("g"), "my last answer was a guess; once more: it was not"));
    }
    keys.extend([(key("r"), "show the question again"), (key("q"), "stop; answers are kept")]);
    list_of_keys(&keys, width)
}

/// The keys after an explanation.
pub(crate) fn next_help(is_last: bool, width: usize) -> String {
    let key = |key: &str| key.to_owned();
    let keys = [
        (key("Enter"), if is_last { "finish, and show the summary" } else { "next question" }),
        (key("w"), "why the other options are wrong"),
        (key("g"), "I guessed, or did not after all: the score stays, and it comes back sooner"),
        (key("f"), FLAG),
        (key("u"), "undo: take back this answer, I pressed the wrong key"),
        (key("r"), "show the question again"),
        (key("q"), "stop; answers are kept"),
    ];
    list_of_keys(&keys, width)
}

/// What is said when a question of a quiz is left while options are picked and not confirmed.
pub(crate) fn unconfirmed(picks: &[usize]) -> String {
    let were = if picks.len() == 1 { "was" } else { "were" };
    format!("{} {were} not confirmed with Enter: this is no answer.", letters(picks))
}

pub(super) const FLAG: &str = "flag, to look at it again later, or take the flag off";

/// What is said when a question is flagged, in a quiz and in an exam.
pub(crate) fn flagged(number: usize, on: bool) -> String {
    if on { format!("Question {number} is flagged.") } else { format!("Question {number}: the flag is off.") }
}

/// What is said when an answer is said to be a guess.
pub(crate) fn guessed(number: usize, on: bool) -> String {
    if on {
        format!(
            "Question {number} was a guess: it comes back sooner, and your score stays. g again takes that back."
        )
    } else {
        format!("Question {number} was no guess.")
    }
}

/// A list of keys and what they do, one on a row.
pub(super) fn list_of_keys(keys: &[(String, &str)], width: usize) -> String {
    let indent = " ".repeat(14);
    let rows: Vec<String> =
        keys.iter().map(|(key, what)| hang(&format!("  {key:<10}  "), &indent, what, width)).collect();
    rows.join("\n")
}
