//! The CSV of D2L Brightspace's question library: a block of rows for each question, each row saying what it holds.

use super::text::{explanation_and_source, html};
use super::{Export, Exported, Format, Loss, Part};
use crate::bank::Question;

pub(super) const FORMAT: Format = Format {
    name: "brightspace",
    summary: "D2L Brightspace's CSV, for its question library",
    extension: "brightspace.csv",
    loses: &[
        Part::Topic,
        Part::TopicSummary,
        Part::Objective,
        Part::ObjectiveText,
        Part::Kind,
        Part::Level,
        Part::Jurisdiction,
        Part::Order,
        Part::Allow,
    ],
    export: Some(export),
    import: None,
};

/// As many columns as the library's own example has: that of an option with its feedback, whose kind has no place.
const WIDTH: usize = 5;

fn export(export: &Export<'_>) -> Exported {
    let mut table = vec![];
    for (_, question) in export.questions() {
        block(&mut table, export, question);
    }
    // The library asks for UTF-8 as spreadsheets save it, and tells it by this mark.
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(super::table::rows(&table, b','));
    Exported { bytes, loss: Loss::default() }
}

fn block(table: &mut Vec<Vec<String>>, export: &Export<'_>, question: &Question) {
    let mut row = |cells: &[&str]| {
        let mut row: Vec<String> = cells.iter().map(|&cell| cell.to_owned()).collect();
        row.resize(WIDTH, String::new());
        table.push(row);
    };
    let several = question.has_several_keys();
    row(&["NewQuestion", if several { "MS" } else { "MC" }]);
    row(&["ID", &question.id]);
    row(&["Title", &question.id]);
    row(&["QuestionText", &html(&question.stem), "HTML"]);
    row(&["Points", "1"]);
    if several {
        row(&["Scoring", "RightAnswers"]);
    }
    // A share of the points for the one right option, but only yes or no where several are right.
    let right = if several { "1" } else { "100" };
    for choice in export.choices(question) {
        let weight = if choice.right { right } else { "0" };
        let why = html(choice.why);
        row(&["Option", weight, &html(choice.text), "HTML", &why]);
    }
    let explanation = explanation_and_source(&question.explanation, &question.source);
    if !explanation.is_empty() {
        row(&["Feedback", &html(&explanation), "HTML"]);
    }
    row(&[]);
}
