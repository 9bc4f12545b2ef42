//! The text after one answer: right or wrong, and why. Whether an exam is passed is shown by `exam/result.rs`.

use super::source::source_in_words;
use crate::sitting::Item;
use crate::terminal::palette::{DIM, RIGHT, WRONG, paint};
use crate::terminal::reply::{letter, letters};
use crate::words::{hang, wrap};

/// Right or wrong in words, the right option, the explanation, why the chosen option is wrong, the source. `chosen`
/// holds option numbers. It is judged by the question as it is in the bank now, not by what the log recorded.
pub(crate) fn verdict(item: &Item<'_>, chosen: &[usize], width: usize) -> String {
    let question = item.question;
    let shown = |option: usize| item.layout.iter().position(|&at| at == option);
    let chosen_shown: Vec<usize> = chosen.iter().filter_map(|&at| shown(at)).collect();
    let keys: Vec<usize> = item.layout.iter().copied().filter(|&at| question.is_key(at)).collect();
    let keys_shown: Vec<usize> = keys.iter().filter_map(|&at| shown(at)).collect();
    let is_or_are = if keys.len() == 1 { "is" } else { "are" };

    let mut blocks = vec![String::new()];
    if question.is_right(chosen) {
        let said = wrap(&format!("Right. {} {is_or_are} correct.", letters(&keys_shown)), width);
        blocks.push(lead(&said, "Right.", RIGHT));
    } else {
        let answer = match keys[..] {
            [one] => format!("The answer is {}: {}", letters(&keys_shown), question.option(one)),
            _ => format!("The answers are {}.", letters(&keys_shown)),
        };
        // In an exam a question can be left without an answer.
        let (word, choice) = match letters(&chosen_shown) {
            none if none.is_empty() => ("Not answered.", String::new()),
            chosen => ("Wrong.", format!(" You chose {chosen}.")),
        };
        blocks.push(lead(&wrap(&format!("{word}{choice} {answer}"), width), word, WRONG));
    }
    if !question.explanation.is_empty() {
        blocks.push(hang("  ", "  ", &question.explanation, width));
    }
    for &option in chosen.iter().filter(|&&at| !question.is_key(at)) {
        if let (Some(why), Some(at)) = (question.why(option), shown(option)) {
            blocks.push(hang("  ", "  ", &format!("Why not {}: {why}", letter(at)), width));
        }
    }
    let missed: Vec<usize> =
        keys.iter().filter(|at| !chosen.contains(at)).filter_map(|&at| shown(at)).collect();
    if keys.len() > 1 && !missed.is_empty() && missed.len() < keys.len() {
        blocks.push(hang("  ", "  ", &format!("You left out {}.", letters(&missed)), width));
    }
    if !question.source.is_empty() {
        let source = hang("  ", "  ", &format!("Source: {}", source_in_words(&question.source)), width);
        blocks.extend(source.lines().map(|line| paint(DIM, line)));
    }
    blocks.push(String::new());
    blocks.join("\n")
}

/// Why each of the other wrong options is wrong, by the letters under which they are shown: of what was
/// `chosen` [`verdict`] has said it.
pub(crate) fn why_not(item: &Item<'_>, chosen: &[usize], width: usize) -> String {
    let is_other = |option: usize| !item.question.is_key(option) && !chosen.contains(&option);
    let mut others = item.layout.iter().enumerate().filter(|(_, option)| is_other(**option)).peekable();
    if others.peek().is_none() {
        return wrap("There is no other wrong option.", width);
    }
    let rows: Vec<String> = others
        .filter_map(|(at, &option)| {
            let why = item.question.why(option)?;
            Some(hang("  ", "  ", &format!("Why not {}: {why}", letter(at)), width))
        })
        .collect();
    if rows.is_empty() {
        return wrap("The bank does not say why the other options are wrong.", width);
    }
    rows.join("\n")
}

/// Styles the first word of a wrapped text.
fn lead(text: &str, word: &str, style: anstyle::Style) -> String {
    match text.strip_prefix(word) {
        Some(rest) => format!("{}{rest}", paint(style, word)),
        None => text.to_owned(),
    }
}
