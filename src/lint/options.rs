//! What a single option is.

use super::prose::words;

/// Whether a whole option is all, none or both of what stands beside it.
pub(super) fn is_all_or_none(option: &str) -> bool {
    const REST: &[&str] = &[
        "of",
        "the",
        "above",
        "these",
        "those",
        "choices",
        "choice",
        "options",
        "option",
        "answers",
        "answer",
        "are",
        "is",
        "correct",
        "right",
        "true",
        "apply",
        "listed",
        "given",
        "mentioned",
        "other",
        "others",
        "below",
        "foregoing",
        "statements",
        "statement",
        "wrong",
        "false",
        "possible",
    ];
    const POINTING: &[&str] = &[
        "above",
        "these",
        "those",
        "choices",
        "options",
        "answers",
        "others",
        "below",
        "foregoing",
        "statements",
        "correct",
        "apply",
    ];
    let words = words(option);
    let Some((first, rest)) = words.split_first() else { return false };
    matches!(first.as_str(), "all" | "none" | "both" | "neither" | "any" | "each")
        && rest.iter().all(|word| REST.contains(&word.as_str()))
        && rest.iter().any(|word| POINTING.contains(&word.as_str()))
}
