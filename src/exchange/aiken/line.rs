//! What a line of a list is, by how it begins.

use crate::exchange::text::letter_index;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line<'t> {
    Blank,
    /// `12. What ...` or `12) What ...`
    Numbered(usize, &'t str),
    /// `B) text`, `b. text`, `(b) text`, `*b) text`: letter, whether it is starred, text.
    Lettered(usize, bool, &'t str),
    /// `[ ] text`, `[*] text`
    Box(bool, &'t str),
    /// `ANSWER: B`
    Answer(&'t str),
    /// `EXPLANATION: ...`
    Explanation(&'t str),
    /// `... feedback` on what stands before it.
    Remark(&'t str),
    /// `~ ` or `@ `: what is said after a right or a wrong answer.
    Feedback(bool, &'t str),
    /// `Title: ...`, `Points: ...`: its name in lower case, its value.
    Setting(String, &'t str),
    /// A word that only structures a file.
    Mark,
    Text(&'t str),
}

/// Names before a colon.
const ANSWERS: &[&str] = &["answer", "answers", "ans", "correct", "correct answer", "correct answers", "key"];
const EXPLANATIONS: &[&str] = &["feedback", "explanation", "rationale", "general feedback"];
const SETTINGS: &[&str] = &[
    "title",
    "id",
    "points",
    "point",
    "type",
    "category",
    "topic",
    "difficulty",
    "quiz title",
    "quiz description",
    "shuffle answers",
    "show correct answers",
    "one question at a time",
    "can't go back",
    "feedback is solution",
    "pick",
    "points per question",
    "solutions sample groups",
    "solutions randomize groups",
    "text title",
];
const MARKS: &[&str] = &["GROUP", "END_GROUP", "[quiz]", "%%"];

pub(super) fn line(text: &str) -> Line<'_> {
    let text = text.trim();
    if text.is_empty() {
        return Line::Blank;
    }
    if MARKS.contains(&text) {
        return Line::Mark;
    }
    if let Some(found) = named(text) {
        return found;
    }
    if let Some(rest) = text.strip_prefix("...").filter(|rest| rest.starts_with([' ', '\t'])) {
        return Line::Remark(rest.trim());
    }
    for (mark, right) in [("~ ", true), ("@ ", false)] {
        if let Some(rest) = text.strip_prefix(mark) {
            return Line::Feedback(right, rest.trim());
        }
    }
    for (mark, right) in [("[ ]", false), ("[]", false), ("[*]", true), ("[x]", true), ("[X]", true)] {
        if let Some(rest) = text.strip_prefix(mark) {
            return Line::Box(right, rest.trim());
        }
    }
    if let Some(found) = lettered(text) {
        return found;
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    match text[..digits].parse() {
        Ok(number) if digits <= 4 && rest.starts_with(['.', ')']) && rest[1..].starts_with([' ', '\t']) => {
            Line::Numbered(number, rest[1..].trim())
        }
        _ => Line::Text(text),
    }
}

fn named(text: &str) -> Option<Line<'_>> {
    let (name, value) = text.split_once(':')?;
    let name = name.trim().to_lowercase();
    let value = value.trim();
    if ANSWERS.contains(&name.as_str()) {
        Some(Line::Answer(value))
    } else if EXPLANATIONS.contains(&name.as_str()) {
        Some(Line::Explanation(value))
    } else {
        SETTINGS.contains(&name.as_str()).then_some(Line::Setting(name, value))
    }
}

fn lettered(text: &str) -> Option<Line<'_>> {
    let (starred, rest) = match text.strip_prefix('*') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let (open, rest) = match rest.strip_prefix('(') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let letter = rest.get(..1).and_then(letter_index)?;
    let after = rest[1..].strip_prefix([')', '.']).filter(|_| !open || rest[1..].starts_with(')'))?;
    Some(Line::Lettered(letter, starred, after.trim()))
}

/// Whether a text at the start of a question would not be read as text.
pub(super) fn is_special(text: &str) -> bool {
    line(text) != Line::Text(text)
}
