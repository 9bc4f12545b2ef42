//! Letters that stand for options, as people write them.

use super::lexicon::OPTION_NOUNS;
use super::prose::{lower, raw_words};
use super::texts::Text;

/// What follows a letter that names an option. `A` is an article before anything else: "Answer A visitor politely".
const AFTER: &[&str] = &[
    "is",
    "was",
    "are",
    "were",
    "and",
    "or",
    "because",
    "would",
    "does",
    "has",
    "fails",
    "says",
    "only",
    "but",
    "as",
    "alone",
    "also",
    "seems",
    "looks",
    "sounds",
    "describes",
    "gives",
    "skips",
];

pub(super) fn is_letter(word: &str) -> bool {
    matches!(word, "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H")
}

/// "option B", "Answer A is ...": the words as they stand there.
pub(super) fn named_option(text: Text<'_>) -> Option<String> {
    if !text.has(OPTION_NOUNS) {
        return None;
    }
    let words: Vec<&str> = raw_words(text.raw).collect();
    words.windows(2).enumerate().find_map(|(at, pair)| {
        let named = OPTION_NOUNS.phrases.contains(&lower(pair[0]).as_str())
            && (is_letter(pair[1]) || (pair[1].len() == 1 && pair[1].chars().all(|c| c.is_ascii_digit())))
            && is_name(pair[1], words.get(at + 2), text.raw);
        named.then(|| pair.join(" "))
    })
}

/// "B is wrong", "A and C are correct".
pub(super) fn judged_letter(text: &str) -> Option<String> {
    // Splitting a text into words costs more than looking whether it has such a letter at all.
    if !has_single_letter(text) {
        return None;
    }
    let words: Vec<&str> = raw_words(text).collect();
    words.windows(3).find_map(|three| {
        let is = matches!(three[1], "is" | "was" | "are" | "were");
        let judged = || {
            matches!(
                lower(three[2]).as_str(),
                "correct" | "incorrect" | "right" | "wrong" | "true" | "false" | "best" | "the"
            )
        };
        (is_letter(three[0]) && is && judged()).then(|| three.join(" "))
    })
}

/// Whether one of the letters may stand as a word.
fn has_single_letter(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_apart = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let mut letters = bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, b'A'..=b'H'));
    letters.any(|(at, _)| {
        is_apart(bytes.get(at + 1)) && is_apart(at.checked_sub(1).map(|before| &bytes[before]))
    })
}

/// "(C)", but not "section 3 (C)" and not "36.302(C)".
pub(super) fn letter_in_brackets(text: &str) -> Option<String> {
    let citing = |before: &str| {
        let words: Vec<&str> = raw_words(before).collect();
        words.iter().rev().take(2).any(|word| {
            word.chars().any(|c| c.is_ascii_digit())
                || matches!(
                    lower(word).as_str(),
                    "section" | "subsection" | "paragraph" | "clause" | "part" | "article" | "class"
                )
        })
    };
    text.match_indices('(').find_map(|(at, _)| {
        let mut inside = text[at + 1..].chars();
        let letter = inside.next()?.to_string();
        let closed = inside.next() == Some(')');
        let before = &text[..at];
        let apart = before.is_empty() || before.ends_with([' ', '\n', '(']);
        (closed && apart && is_letter(&letter) && !citing(before)).then(|| format!("({letter})"))
    })
}

fn is_name(label: &str, next: Option<&&str>, text: &str) -> bool {
    label != "A"
        || next.is_none_or(|next| AFTER.contains(next))
        // "Answer A, though ..." and "(answer A)".
        || [",", ".", ")", ";", ":"].iter().any(|mark| text.contains(&format!("{label}{mark}")))
}
