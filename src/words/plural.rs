//! One and many.

/// `1 question`, `2 questions`: nouns that take an s.
pub(crate) fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}
