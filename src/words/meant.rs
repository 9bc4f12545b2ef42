//! Whether a text has the words that somebody typed.

/// Words that say nothing about what is meant.
const EMPTY: [&str; 14] =
    ["a", "an", "and", "at", "for", "in", "is", "of", "on", "the", "to", "what", "who", "with"];

/// Whether every word that was typed is in one of the texts, whatever its case and its plural; from four letters up the
/// beginning of a word is enough. Words that say nothing are passed over, and alone they are in no text.
pub(crate) fn has_words(typed: &str, texts: &[&str]) -> bool {
    let wanted: Vec<String> = words(typed).filter(|word| !EMPTY.contains(&word.as_str())).collect();
    let mut left: Vec<&String> = wanted.iter().collect();
    for text in texts {
        if left.is_empty() {
            break;
        }
        let there: Vec<String> = words(text).collect();
        left.retain(|word| !there.iter().any(|other| is_word(word, other)));
    }
    left.is_empty() && !wanted.is_empty()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

fn is_word(typed: &str, word: &str) -> bool {
    bare(typed) == bare(word) || (typed.chars().count() >= 4 && word.starts_with(typed))
}

/// A word without the s at its end.
fn bare(word: &str) -> &str {
    word.strip_suffix('s').filter(|rest| rest.len() > 2).unwrap_or(word)
}
