//! Aiken, and the lists that people write by hand: a question, lettered options, the letter of the right one.
//!
//! What is written is strict, as the strictest reader wants it; what is read may be numbered, starred, in lower case,
//! wrapped, or with its answers at the end.

mod blocks;
mod guard;
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
