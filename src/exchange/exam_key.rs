//! The key to an exam on paper as a table: which question stands where in each version, and what its letters mean. With
//! it, `analyze` reads the letters that students marked.

use super::export::Choice;
use super::papers::{Item, Paper, papers};
use super::text::letter;
use super::{Export, Exported, Format, Loss, Part, table};

pub(super) const FORMAT: Format = Format {
    name: "exam-key",
    summary: "the key to html-exam and docx-exam as a table, for analyze: same questions, same --seed",
    extension: "key.csv",
    loses: &[
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
    ],
    export: Some(export),
    import: None,
};

fn export(export: &Export<'_>) -> Exported {
    let papers = papers(export);
    let items = || papers.iter().flat_map(|paper| paper.items.iter().map(move |item| (paper, item)));
    let most = items().map(|(_, item)| item.choices.len()).max().unwrap_or(0);
    let head = ["version", "number", "id", "answer"].map(ToOwned::to_owned);
    let mut rows = vec![head.into_iter().chain((0..most).map(letter)).collect::<Vec<_>>()];
    rows.extend(items().map(|(paper, item)| row(paper, item, most)));
    Exported { bytes: table::rows(&rows, b','), loss: Loss::default() }
}

fn row(paper: &Paper<'_>, item: &Item<'_>, most: usize) -> Vec<String> {
    let mut row = vec![paper.version.clone(), item.number.to_string(), item.question.id.clone(), item.keys()];
    row.extend(item.choices.iter().map(|choice: &Choice<'_>| choice.text.to_owned()));
    row.resize(4 + most, String::new());
    row
}
