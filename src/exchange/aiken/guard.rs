//! What goes before a question that would be taken for something else.

use super::line;

/// Goes before a question that begins like something else, such as "U.S. law ...".
pub(super) const GUARD: &str = "Q: ";

/// Whether a question needs the guard.
pub(super) fn needs_guard(stem: &str) -> bool {
    let mut letters = stem.chars();
    let lettered = letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.next().is_some_and(|c| ").".contains(c));
    // Moodle passes over lines of one byte.
    lettered || stem.len() < 2 || line::is_special(stem) || stem.strip_prefix(GUARD).is_some_and(needs_guard)
}
