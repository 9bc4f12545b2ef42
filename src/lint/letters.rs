//! Letters that stand for options, as people write them.

use super::prose::raw_words;

/// Words that say that a letter after them names an option.
const NOUNS: &[&str] = &[
    "option",
    "options",
    "answer",
    "answers",
    "choice",
    "choices",
    "distractor",
    "alternative",
    "alternatives",
];

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
pub(super) fn named_option(text: &str) -> Option<String> {
    let words = raw_words(text);
    words.windows(2).enumerate().find_map(|(at, pair)| {
        let named = NOUNS.contains(&pair[0].to_lowercase().as_str())
            && (is_letter(&pair[1]) || (pair[1].len() == 1 && pair[1].chars().all(|c| c.is_ascii_digit())))
            && is_name(&pair[1], words.get(at + 2), text);
        named.then(|| pair.join(" "))
    })
}

/// "B is wrong", "A and C are correct".
pub(super) fn judged_letter(text: &str) -> Option<String> {
    let words = raw_words(text);
    words.windows(3).find_map(|three| {
        let judged = matches!(
            three[2].to_lowercase().as_str(),
            "correct" | "incorrect" | "right" | "wrong" | "true" | "false" | "best" | "the"
        );
        let is = matches!(three[1].as_str(), "is" | "was" | "are" | "were");
        (is_letter(&three[0]) && is && judged).then(|| three.join(" "))
    })
}

/// "(C)", but not "section 3 (C)" and not "36.302(C)".
pub(super) fn letter_in_brackets(text: &str) -> Option<String> {
    let citing = |before: &str| {
        raw_words(before).iter().rev().take(2).any(|word| {
            word.chars().any(|c| c.is_ascii_digit())
                || matches!(
                    word.to_lowercase().as_str(),
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

fn is_name(label: &str, next: Option<&String>, text: &str) -> bool {
    label != "A"
        || next.is_none_or(|next| AFTER.contains(&next.as_str()))
        // "Answer A, though ..." and "(answer A)".
        || [",", ".", ")", ";", ":"].iter().any(|mark| text.contains(&format!("{label}{mark}")))
}
