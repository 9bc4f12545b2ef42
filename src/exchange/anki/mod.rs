//! Anki's text import: a note a row, with a column that tells notes apart for ever, so that a second import changes the
//! cards that a learner already studies instead of adding them once more.
//!
//! A note is of the type Basic, which every collection has: question and options on the front, answer, reasons and
//! source on the back. What a question says about itself becomes tags. The classes in the HTML (`gp-stem`, ...) mean
//! nothing to Anki; by them the importer finds the parts again, also in a file that Anki wrote.

mod all_in_one;
mod card;
mod head;
mod html;
mod note;
mod package;
mod read;
mod tag;
mod write;

#[cfg(test)]
mod tests;

pub(super) use package::APKG;

use super::{Format, Import, Part};

pub(super) const FORMAT: Format = Format {
    name: "anki",
    summary: "notes for Anki; a second import updates them",
    extension: "anki.tsv",
    loses: &[Part::TopicSummary, Part::ObjectiveText, Part::Allow],
    export: Some(write::export),
    import: Some(Import { read: read::import, likeness: read::likeness }),
};
