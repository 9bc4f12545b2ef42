//! Blackboard's upload of questions: a question a line, cells separated by tabs, the words for right and wrong in English
//! wherever the school is. It takes 100 options for a question, more than one can have here.

use super::preset::LOSES;
use super::text::html;
use super::{Export, Exported, Format, Loss};
use crate::bank::Question;

pub(super) const FORMAT: Format = Format {
    name: "blackboard",
    summary: "Blackboard's tab-delimited text, for a question pool",
    extension: "blackboard.txt",
    loses: LOSES,
    export: Some(export),
    import: None,
};

/// How many questions Blackboard advises to put into one file. It is advice, so all are written, into one file as
/// everywhere else, and it is said what to do if an old server gives up.
const ADVISED: usize = 250;

fn export(export: &Export<'_>) -> Exported {
    let mut loss = Loss::default();
    let table: Vec<_> = export.questions().map(|(_, question)| row(export, question)).collect();
    if table.len() > ADVISED {
        loss.note(&format!(
            "{} questions in one file, and Blackboard advises {ADVISED} at most: if the upload fails, export some \
             topics at a time",
            table.len()
        ));
    }
    Exported { bytes: super::table::rows(&table, b'\t'), loss }
}

fn row(export: &Export<'_>, question: &Question) -> Vec<String> {
    let kind = if question.has_several_keys() { "MA" } else { "MC" };
    let mut row = vec![kind.to_owned(), cell(&question.stem)];
    for choice in export.choices(question) {
        row.push(cell(choice.text));
        row.push(String::from(if choice.right { "correct" } else { "incorrect" }));
    }
    row
}

/// The texts are read as HTML. Whether a cell may be quoted is said nowhere: without a quotation mark in it, the
/// question does not come up.
fn cell(text: &str) -> String {
    html(text).replace('"', "&quot;")
}
