//! Aiken: a question, lettered options, the letter of the right one, as the strictest reader wants it. It is read as every
//! list is.

mod guard;
mod write;

#[cfg(test)]
mod tests;

pub(super) use guard::unguarded;

use super::list;
use super::{Format, Import, Part};

pub(super) const FORMAT: Format = Format {
    name: "aiken",
    summary: "Aiken text",
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
    import: Some(Import {
        read: list::import,
        likeness: |bytes| if list::is_strict(bytes) { 94 } else { 0 },
    }),
};
