//! An exam that is gone over: a page for each question, its prompt and its keys.

use super::super::question::{body, list_of_keys};
use super::super::verdict;
use super::question::heading;
use crate::bank::Bank;
use crate::exam::ExamSitting;

/// A question with the given answer, the right one, the explanation and the source. `flagged` tells whether it is flagged
/// for later practice; in the exam it may have been flagged, too.
pub(crate) fn page(exam: &ExamSitting<'_>, bank: &Bank, place: usize, flagged: bool, width: usize) -> String {
    let items = exam.items();
    let item = &items[place];
    let mut parts = vec![format!("Question {} of {}", place + 1, items.len())];
    if item.is_right() {
        parts.push(String::from("right"));
    } else {
        let wrong = |until: usize| items[..until].iter().filter(|item| !item.is_right()).count();
        parts.push(format!("{} of {} wrong", wrong(place + 1), wrong(items.len())));
    }
    parts.push(bank.title(&item.question.topic).to_owned());
    if item.flagged {
        parts.push(String::from("flagged in the exam"));
    }
    if flagged {
        parts.push(String::from("flagged"));
    }
    let chosen = item.chosen();
    let told = verdict(item, chosen, width);
    [&heading(&parts, width), "", &body(item.question, &item.layout, chosen, width), &told].join("\n")
}

/// With a word to search typed after it, it fits into the window.
pub(crate) fn over_prompt(number: usize, of: usize, width: usize) -> String {
    let enter = if number == of { "done" } else { "next" };
    if width >= 79 {
        format!("{number} of {of}   Enter: {enter}   p: back   q: done   ?: more keys  ")
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
        (key("g 12"), "go to question 12 of the exam"),
        (key("a"), if all { "only what was missed or flagged" } else { "all questions, right ones, too" }),
        (key("/ word"), "the next question with this word"),
        (key("f"), "flag it for later practice, or take the flag off"),
        (key("w"), "why the other options are wrong"),
        (key("i"), "I guessed, or did not after all: the result stays, and it comes back sooner"),
        (key("r"), "show it again"),
        (key("q"), "done"),
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
