//! What goes before a question that would be taken for something else.

use crate::exchange::list::is_plain;

/// Goes before a question that begins like something else, such as "U.S. law ...".
pub(super) const GUARD: &str = "Q: ";

/// Whether a question needs the guard.
pub(in crate::exchange) fn needs_guard(stem: &str) -> bool {
    let mut letters = stem.chars();
    let lettered = letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.next().is_some_and(|c| ").".contains(c));
    // Moodle passes over lines of one byte.
    lettered || stem.len() < 2 || !is_plain(stem) || stem.strip_prefix(GUARD).is_some_and(needs_guard)
}

/// A question as it was before it got its guard.
pub(in crate::exchange) fn unguarded(stem: &str) -> String {
    stem.strip_prefix(GUARD).filter(|rest| needs_guard(rest)).unwrap_or(stem).to_owned()
}
