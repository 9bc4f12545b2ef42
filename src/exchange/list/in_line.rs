//! Options that stand in one line.

use super::label::{Letter, lettered};
use super::line::{Mark, marked};
use crate::exchange::intake::{Word, means};

/// An option with its letter, and what marks it as right.
type InLine = (Letter, Mark, String);

/// Options that stand in one line: what comes before the first, and each with its letter. `from` is the letter that comes
/// next.
pub(super) fn several(text: &str, from: usize) -> Option<(String, Vec<InLine>)> {
    let mut starts: Vec<(usize, Letter, usize)> = vec![];
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let begins = before.is_whitespace() || ";,；，。？?）".contains(before);
        let star = usize::from(c == '*');
        before = c;
        if !begins || starts.len() > 30 {
            continue;
        }
        let Some((letter, rest)) = lettered(&text[at + star..]) else { continue };
        let Some(letter) = letter.as_next(from + starts.len()) else { continue };
        if starts.first().is_none_or(|(_, first, _)| first.style == letter.style) && !rest.is_empty() {
            starts.push((at, letter, text.len() - rest.len()));
        }
    }
    let first = starts.first()?.0;
    let enough = if first == 0 { 2 } else { 3 };
    if starts.len() < enough {
        return None;
    }
    let ends = starts.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]);
    let options: Vec<(Letter, Mark, String)> = starts
        .iter()
        .zip(ends)
        .map(|((at, letter, content), end)| {
            let right = text[*at..].starts_with('*');
            let inner = text
                .get(*content..end)
                .unwrap_or_default()
                .trim_end_matches([' ', ';', '；', ',', '\t', '\u{a0}']);
            let (mark, inner) = marked(inner, Mark { right, ..Mark::default() });
            (*letter, mark, inner)
        })
        .collect();
    // "Both b) and c)": a letter alone may be a word for "and" somewhere, and is an option here.
    let is_and = |text: &str| means(Word::And, text) && text.chars().nth(1).is_some();
    let empty = options.iter().any(|(_, _, text)| text.is_empty() || is_and(text));
    (!empty).then(|| (text[..first].trim().to_owned(), options))
}
