//! Canvas: QTI 1.2 as Canvas itself writes it, a quiz with all questions and a question bank a topic in one package.
//!
//! Newer QTI would lose every feedback there; what the importers of Canvas pass over in silence (a feedback without
//! `flow_mat`, a key without `setvar`, an identifier in which a word such as "wrong" stands) decides the shape.

mod head;
mod item;
mod material;
mod metadata;
mod read;
mod scoring;
mod write;

#[cfg(test)]
mod tests;

use super::{Format, Import, Part};

pub(super) const FORMAT: Format = Format {
    name: "canvas",
    summary: "Canvas package (QTI 1.2): a quiz, and a question bank for each topic",
    extension: "zip",
    loses: &[
        Part::TopicSummary,
        Part::Objective,
        Part::ObjectiveText,
        Part::Kind,
        Part::Level,
        Part::Jurisdiction,
        Part::Allow,
    ],
    export: Some(write::export),
    import: Some(Import { read: read::import, likeness: read::likeness }),
};
