//! Notes of the type All-in-One, which holds multiple choice in fields of its own: question, title, kind, five options,
//! the answers as `1 0 0`, sources, and more.

use super::card::Card;
use crate::exchange::intake::OptionDraft;

/// Where the options stand.
const OPTIONS: std::ops::Range<usize> = 3..8;
const ANSWERS: usize = 8;
const SOURCE: usize = 9;
const MORE: usize = 10;

/// A note of this type, told by its fields: the third is a kind from 0 to 2, the ninth a row of `0` and `1`.
pub(super) fn read(fields: &[String]) -> Option<Result<Card, String>> {
    let kind = fields.get(2)?.trim();
    let signs: Vec<&str> = fields.get(ANSWERS)?.split_whitespace().collect();
    let is_answers = !signs.is_empty() && signs.iter().all(|sign| matches!(*sign, "0" | "1"));
    if !matches!(kind, "0" | "1" | "2") || !is_answers {
        return None;
    }
    let mut card = Card::default();
    let title = fields[1].trim();
    card.stem = card.text(&fields[0]);
    if !title.is_empty() {
        card.lost.push("titles");
    }
    for (at, field) in fields[OPTIONS].iter().enumerate().filter(|(_, field)| !field.trim().is_empty()) {
        let text = card.text(field);
        card.options.push(OptionDraft { text, right: signs.get(at) == Some(&"1"), why: String::new() });
    }
    if signs.len() < card.options.len() {
        return Some(Err(format!(
            "the note has {} options and says of {} whether they are right",
            card.options.len(),
            signs.len()
        )));
    }
    card.source = fields.get(SOURCE).map(|field| card.text(field)).unwrap_or_default();
    card.explanation = fields.get(MORE).map(|field| card.text(field)).unwrap_or_default();
    if fields.iter().skip(MORE + 1).any(|field| !field.trim().is_empty()) {
        card.lost.push("fields");
    }
    Some(Ok(card))
}
