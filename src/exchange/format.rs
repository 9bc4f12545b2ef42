//! What a format is: its name, what it cannot carry, and how it is written and read.

use std::collections::BTreeSet;

use super::export::{Export, Exported};
use super::import::{ImportOptions, Imported};
use super::part::Part;

/// How a bank looks to another program.
#[derive(Debug)]
pub(crate) struct Format {
    /// As typed after `--to` and `--from`.
    pub(crate) name: &'static str,
    /// One line for help texts.
    pub(crate) summary: &'static str,
    /// What the name of a file ends with, without the first dot.
    pub(crate) extension: &'static str,
    /// Parts of questions and topics that this format has no place for.
    pub(crate) loses: &'static [Part],
    pub(crate) export: Option<fn(&Export<'_>) -> Exported>,
    pub(crate) import: Option<Import>,
}

/// How a format is read.
#[derive(Debug)]
pub(crate) struct Import {
    pub(crate) read: fn(&[u8], &ImportOptions) -> Imported,
    /// How much bytes look like this format: 0 not at all, 50 perhaps, 100 certainly.
    pub(crate) likeness: fn(&[u8]) -> u8,
}

impl Format {
    /// Whether the file is made to be opened in a spreadsheet, and its texts are guarded from being calculated.
    pub(crate) fn guards(&self) -> bool {
        matches!(self.name, "csv" | "tsv")
    }

    /// Whether it draws the options of a question each time that it asks, so that it is given all of them.
    pub(crate) fn draws(&self) -> bool {
        matches!(self.name, "html-quiz" | "scorm12")
    }

    /// Exports a selection, and completes the loss with what this format never carries.
    pub(crate) fn export(&self, selection: &Export<'_>) -> Option<Exported> {
        let mut exported = self.export?(selection);
        let left_out: BTreeSet<String> =
            exported.loss.left_out().into_iter().map(ToOwned::to_owned).collect();
        for part in self.loses {
            for section in &selection.sections {
                exported.loss.drop("", part.name(), part.count_in_topic(section.topic));
            }
            // Of a question that is left out, nothing else is counted.
            for (_, question) in
                selection.questions().filter(|(_, question)| !left_out.contains(&question.id))
            {
                exported.loss.drop(&question.id, part.name(), part.count_in(question));
            }
        }
        Some(exported)
    }
}
