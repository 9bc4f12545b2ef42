//! Texts as words: what the rules look at instead of substrings, so that "call" never counts as "all".

use std::borrow::Cow;

/// The words of a text as they stand there: letters and digits, with apostrophes, points and commas inside.
///
/// A point or a comma stays only between digits (`2.5`), an apostrophe only between letters (`don't`).
pub(super) fn raw_words(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut rest = 0;
    std::iter::from_fn(move || {
        while bytes.get(rest).is_some_and(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric()) {
            rest += 1;
        }
        // Most words are letters between blanks, and need no look at what stands beside each.
        let letters = bytes[rest..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if letters > 0 && matches!(bytes.get(rest + letters), None | Some(b' ')) {
            let begin = rest;
            rest += letters;
            return Some(&text[begin..rest]);
        }
        let begin = rest + text[rest..].find(char::is_alphanumeric)?;
        let mut end = begin;
        let mut before = ' ';
        let mut chars = text[begin..].chars();
        while let Some(c) = chars.next() {
            let beside = |test: fn(char) -> bool| test(before) && chars.clone().next().is_some_and(test);
            let inside = match c {
                '\'' | '\u{2019}' => beside(char::is_alphabetic),
                '.' | ',' => beside(|c| c.is_ascii_digit()),
                c => c.is_alphanumeric(),
            };
            if !inside {
                break;
            }
            before = c;
            end += c.len_utf8();
        }
        rest = end;
        Some(&text[begin..end])
    })
}

/// A word in lower case, and with one form of the apostrophe.
pub(super) fn lower(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.to_lowercase().replace('\u{2019}', "'")
}

/// A word without the commonest English endings, so that `reports` and `reported` are one. Crude, and enough to
/// compare texts with each other.
pub(super) fn stemmed(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let cut = ["ing", "ed", "es", "s", "ly"]
        .iter()
        .find_map(|end| word.strip_suffix(end).filter(|rest| rest.len() >= 4));
    cut.unwrap_or(word).trim_end_matches('e').to_owned()
}

/// Words that carry no content of their own, in the order of the alphabet: each new word is looked for among them.
const FUNCTION_WORDS: &[&str] = &[
    "about",
    "above",
    "after",
    "again",
    "against",
    "also",
    "although",
    "among",
    "another",
    "anyone",
    "anything",
    "around",
    "because",
    "been",
    "before",
    "being",
    "below",
    "best",
    "between",
    "both",
    "could",
    "does",
    "doing",
    "done",
    "down",
    "during",
    "each",
    "either",
    "else",
    "even",
    "every",
    "first",
    "following",
    "from",
    "have",
    "having",
    "here",
    "hers",
    "herself",
    "himself",
    "into",
    "itself",
    "just",
    "less",
    "like",
    "made",
    "make",
    "many",
    "might",
    "more",
    "most",
    "much",
    "must",
    "neither",
    "never",
    "none",
    "nothing",
    "once",
    "only",
    "other",
    "others",
    "ought",
    "over",
    "rather",
    "same",
    "shall",
    "should",
    "since",
    "some",
    "someone",
    "something",
    "still",
    "such",
    "than",
    "that",
    "their",
    "theirs",
    "them",
    "themselves",
    "then",
    "there",
    "these",
    "they",
    "thing",
    "things",
    "this",
    "those",
    "though",
    "through",
    "towards",
    "under",
    "until",
    "upon",
    "very",
    "well",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "whom",
    "whose",
    "will",
    "with",
    "within",
    "without",
    "would",
    "your",
    "yours",
];

pub(super) fn is_content(word: &str) -> bool {
    word.chars().count() >= 4
        && word.chars().any(char::is_alphabetic)
        && FUNCTION_WORDS.binary_search(&word).is_err()
}

/// Characters of a text: what its length looks like to a person.
pub(super) fn length(text: &str) -> usize {
    text.chars().count()
}

/// Whether a text is a formula or a quantity rather than prose.
pub(super) fn has_figures(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit() || "+*/=<>%".contains(c))
}

/// A text with what stands in double quotes taken out: what somebody says is not what the question says.
pub(super) fn without_quotes(text: &str) -> Cow<'_, str> {
    if !text.contains(['"', '\u{201c}', '\u{201d}']) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::new();
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\u{201c}' => quoted = true,
            '\u{201d}' => quoted = false,
            c if !quoted => kept.push(c),
            _ => continue,
        }
        if "\"\u{201c}\u{201d}".contains(c) {
            kept.push(' ');
        }
    }
    Cow::Owned(kept)
}

/// The sentences of a text, each with the mark that ends it.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut found = vec![];
    let mut start = 0;
    let mut marked = false;
    for (at, c) in text.char_indices() {
        if marked && c.is_whitespace() {
            found.push(text[start..at].trim());
            start = at;
        }
        marked = match c {
            '.' | '?' | '!' => true,
            '"' | '\u{201d}' | '\'' | '\u{2019}' | ')' => marked,
            _ => c == '\n',
        };
    }
    found.push(text[start..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::{FUNCTION_WORDS, is_content};

    #[test]
    fn words_without_content_are_found_among_their_kind() {
        assert!(FUNCTION_WORDS.is_sorted());
        assert!(FUNCTION_WORDS.iter().all(|word| !is_content(word)));
        assert!(is_content("guard") && !is_content("the") && !is_content("1234"));
    }
}
