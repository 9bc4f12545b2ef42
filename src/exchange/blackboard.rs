//! Blackboard's upload of questions: a question a line, cells separated by tabs, the words for right and wrong in English
//! wherever the school is.

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

/// What Blackboard Ultra takes from one file; the older Learn takes twice as many.
const MOST_QUESTIONS: usize = 250;
/// What Learn takes for one question.
const MOST_OPTIONS: usize = 20;

fn export(export: &Export<'_>) -> Exported {
    let mut loss = Loss::default();
    let mut table = vec![];
    for (_, question) in export.questions() {
        if question.option_count() > MOST_OPTIONS {
            loss.refuse(&question.id, "more than the 20 options that Blackboard takes");
        } else if table.len() == MOST_QUESTIONS {
            loss.refuse(
                &question.id,
                "beyond the 250 questions that Blackboard takes from one file: export fewer topics",
            );
        } else {
            table.push(row(export, question));
        }
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
