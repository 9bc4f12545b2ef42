//! What a single option is.

use super::texts::Text;

/// Whether a whole option is all, none or both of what stands beside it.
pub(super) fn is_all_or_none(option: Text<'_>) -> bool {
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
    let mut words = option.lower();
    let first = words.next().unwrap_or_default();
    matches!(first, "all" | "none" | "both" | "neither" | "any" | "each")
        && words.clone().all(|word| REST.contains(&word))
        && words.any(|word| POINTING.contains(&word))
}
