//! A selection as rows.

use crate::bank::{Named, Question, Topic};
use crate::exchange::text::letter;
use crate::exchange::{Export, Exported, Loss};

/// Cells that begin so are formulas to a spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

pub(super) fn export(export: &Export<'_>, delimiter: u8) -> Exported {
    let most = export.questions().map(|(_, question)| question.option_count()).max().unwrap_or(0).max(4);
    let mut loss = Loss::default();
    let header =
        ["id", "topic", "objective", "kind", "level", "stem", "answer"].map(ToOwned::to_owned).into_iter();
    let letters = (0..most).map(letter);
    let whys = (0..most).map(|at| format!("why {}", letter(at)));
    let rest = [
        "explanation",
        "source",
        "jurisdiction",
        "order",
        "allow",
        "topic title",
        "topic summary",
        "objective text",
    ];
    let mut table: Vec<Vec<String>> =
        vec![header.chain(letters).chain(whys).chain(rest.map(ToOwned::to_owned)).collect()];
    for (topic, question) in export.questions() {
        let mut row = row(export, topic, question, most);
        if !export.options.raw {
            let guarded = row.iter_mut().map(guard).filter(|guarded| *guarded).count();
            loss.change(
                &question.id,
                "texts begun with ' lest a spreadsheet take them for formulas",
                guarded,
            );
        }
        table.push(row);
    }
    let mut bytes = rows(&table, delimiter);
    if !export.options.raw {
        // A byte-order mark: without it Excel reads the file in the encoding of the country it was sold in.
        bytes.splice(0..0, *b"\xef\xbb\xbf");
    }
    Exported { bytes, loss }
}

fn row(export: &Export<'_>, topic: &Topic, question: &Question, most: usize) -> Vec<String> {
    let choices = export.choices(question);
    let keys: Vec<String> =
        choices.iter().enumerate().filter(|(_, choice)| choice.right).map(|(at, _)| letter(at)).collect();
    let objective = topic.objectives.iter().find(|objective| objective.id == question.objective);
    let allow: Vec<String> =
        question.allow.iter().map(|allow| format!("{}: {}", allow.rule, allow.reason)).collect();
    let at = |index: usize| choices.get(index);
    let mut row = vec![
        question.id.clone(),
        question.topic.clone(),
        question.objective.clone(),
        question.kind.name().to_owned(),
        question.level.name().to_owned(),
        question.stem.clone(),
        keys.join(";"),
    ];
    row.extend((0..most).map(|index| at(index).map_or_else(String::new, |choice| choice.text.to_owned())));
    row.extend((0..most).map(|index| at(index).map_or_else(String::new, |choice| choice.why.to_owned())));
    row.extend([
        question.explanation.clone(),
        question.source.clone(),
        question.jurisdiction.clone().unwrap_or_default(),
        String::from(if question.order.is_empty() { "" } else { "as listed" }),
        allow.join("\n"),
        topic.title.clone(),
        topic.summary.clone(),
        objective.map_or_else(String::new, |objective| objective.text.clone()),
    ]);
    row
}

/// Puts `'` before a cell that a spreadsheet would calculate, and before one that begins like a guarded cell.
fn guard(cell: &mut String) -> bool {
    let needs = cell.trim_start_matches('\'').starts_with(FORMULA);
    if needs {
        cell.insert(0, '\'');
    }
    needs
}

/// Any table as text with commas for a spreadsheet, in which no text is a formula.
pub(crate) fn spreadsheet(mut table: Vec<Vec<String>>) -> String {
    table.iter_mut().flatten().for_each(|cell| {
        guard(cell);
    });
    String::from_utf8_lossy(&rows(&table, b',')).into_owned()
}

/// What [`guard`] did, undone.
pub(super) fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => cell,
    }
}

/// Rows as bytes: quoted where they have to be (RFC 4180), lines ended by `\n`.
pub(in crate::exchange) fn rows(table: &[Vec<String>], delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(vec![]);
    for row in table {
        writer.write_record(row).expect("a vector takes every write");
    }
    writer.into_inner().expect("a vector takes every write")
}
