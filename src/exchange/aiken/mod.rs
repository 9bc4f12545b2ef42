//! Aiken, and the lists that people write by hand: a question, lettered options, the letter of the right one.
//!
//! What is written is strict, as the strictest reader wants it; what is read may be numbered, starred, in lower case,
//! wrapped, or with its answers at the end.

mod blocks;
mod line;
mod read;
mod write;

#[cfg(test)]
mod tests;

use super::{Format, Import, Part};

pub(super) const FORMAT: Format = Format {
    name: "aiken",
    summary: "Aiken text; reads most hand-written lists of questions too",
    extension: "txt",
    loses: &[
        Part::Id,
        Part::Topic,
        Part::TopicSummary,
        Part::Objective,
        Part::ObjectiveText,
        Part::Kind,
        Part::Level,
        Part::Why,
        Part::Explanation,
        Part::Source,
        Part::Jurisdiction,
        Part::Order,
        Part::Allow,
        Part::Paragraph,
        Part::SeveralKeys,
    ],
    export: Some(write::export),
    import: Some(Import { read: read::import, likeness: read::likeness }),
};

/// Goes before a question that begins like something else, such as "U.S. law ...".
const GUARD: &str = "Q: ";

/// Whether a question needs the guard.
fn needs_guard(stem: &str) -> bool {
    let mut letters = stem.chars();
    let lettered = letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.next().is_some_and(|c| ").".contains(c));
    // Moodle passes over lines of one byte.
    lettered || stem.len() < 2 || line::is_special(stem) || stem.strip_prefix(GUARD).is_some_and(needs_guard)
}
