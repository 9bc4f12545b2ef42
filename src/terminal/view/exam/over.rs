//! An exam that is gone over: a page for each question, its prompt and its keys.

use super::super::question::{CHOSEN, RIGHT_AND_CHOSEN, RIGHT_ONE, body, list_of_keys};
use super::super::verdict;
use super::question::heading;
use crate::bank::Bank;
use crate::exam::ExamSitting;
use crate::terminal::palette::{RIGHT, WRONG};

/// A question with the given answer, the right one, the explanation and the source. `flagged` tells whether it is flagged
/// for later practice; in the exam it may have been flagged, too.
pub(crate) fn page(exam: &ExamSitting<'_>, bank: &Bank, place: usize, flagged: bool, width: usize) -> String {
    let items = exam.items();
    let item = &items[place];
    let mut parts = vec![format!("Question {} of {}", place + 1, items.len())];
    let came = match &item.given {
        None => "not answered",
        Some(given) if given.correct => "right",
        Some(_) => "wrong",
    };
    parts.push(came.to_owned());
    parts.push(bank.title(&item.question.topic).to_owned());
    if item.flagged {
        parts.push(String::from("flagged in the exam"));
    }
    if flagged {
        parts.push(String::from("flagged"));
    }
    let chosen = item.chosen();
    let said = |option| match (item.question.is_key(option), chosen.contains(&option)) {
        (true, true) => Some((RIGHT_AND_CHOSEN, RIGHT)),
        (true, false) => Some((RIGHT_ONE, RIGHT)),
        (false, true) => Some((CHOSEN, WRONG)),
        (false, false) => None,
    };
    let told = verdict(item, chosen, width);
    [&heading(&parts, width), "", &body(item.question, &item.layout, &said, width), &told].join("\n")
}

/// With a word to search typed after it, it fits into the window.
pub(crate) fn over_prompt(number: usize, of: usize, width: usize) -> String {
    let enter = if number == of { "done" } else { "next" };
    if width >= 79 {
        format!("{number} of {of}   Enter: {enter}   p: back   q: stop   ?: more keys  ")
    } else {
        format!("{number} of {of} n p q (?): ")
    }
}

/// The keys, when all questions are gone over or those that were missed or flagged.
pub(crate) fn over_help(all: bool, width: usize) -> String {
    let key = |key: &str| key.to_owned();
    let keys = [
        (key("Enter or n"), "next question"),
        (key("p"), "previous question"),
        (key("j 12"), "go to question 12 of the exam"),
        (key("a"), if all { "only what was missed or flagged" } else { "all questions, right ones, too" }),
        (key("/ word"), "the next question with this word"),
        (key("f"), "flag it for later practice, or take the flag off"),
        (key("w"), "why the other options are wrong"),
        (key("g"), "I guessed, or did not after all: the result stays, and it comes back sooner"),
        (key("r"), "show it again"),
        (key("q or Esc"), "stop"),
    ];
    list_of_keys(&keys, width)
}

#[cfg(test)]
mod tests {
    use super::over_prompt;
    use crate::terminal::Expect;

    #[test]
    fn a_prompt_leaves_room_for_a_word() {
        for width in [39, 60, 79, 88] {
            for (number, of) in [(1, 2), (60, 60)] {
                assert!(over_prompt(number, of, width).len() + Expect::MOST_SEARCHED <= width, "{width}");
            }
        }
    }
}
