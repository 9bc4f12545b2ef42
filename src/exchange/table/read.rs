//! Rows as questions.

use super::columns::Columns;
use super::header::Column;
use super::keys::right_options;
use super::rows::{Row, rows};
use super::write::unguard;
use crate::bank::Allow;
use crate::exchange::intake::{Draft, Intake, OptionDraft, TopicDraft, tidied};
use crate::exchange::{ImportOptions, Imported};
use crate::words::is_id;

pub(super) fn likeness(bytes: &[u8], delimiters: &[u8]) -> u8 {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(16_384)]);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with(['#', '<', '{', '[']) {
        return 0;
    }
    let delimiter = delimiter(text);
    let Some(header) = rows(text, delimiter).into_iter().next() else { return 0 };
    let columns = Columns::of(&header.cells, &[]);
    match (delimiters.contains(&delimiter), columns.has(Column::Stem), columns.has_key()) {
        (false, ..) => 0,
        (_, true, true) => 95,
        (_, true, false) | (_, false, true) if header.cells.len() > 2 => 50,
        _ if header.cells.len() > 2 => 10,
        _ => 0,
    }
}

/// The mark that parts the cells of the first line best.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: u8| first.bytes().filter(|&byte| byte == mark).count();
    // The first of equals: commas, unless there is more of another.
    let marks = [b';', b'\t', b','];
    marks.into_iter().max_by_key(|&mark| count(mark)).unwrap_or(b',')
}

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_text(bytes, options);
    let source = intake.text();
    let mut rows = rows(&source.text, delimiter(&source.text)).into_iter();
    let Some(header) = rows.next() else { return intake.finish() };
    let columns = Columns::of(&header.cells, &options.columns);
    if !columns.has(Column::Stem) || !columns.has_key() || !columns.has_options() {
        let lacking = match (columns.has(Column::Stem), columns.has_key()) {
            (false, _) => "`stem` (or `question`)",
            (_, false) => "`answer` (or `correct answer`)",
            _ => "`A`, `B`, ... (or `option 1`, ...)",
        };
        let message = format!("the first row names no column {lacking}");
        intake.problem(
            "header",
            header.span,
            message,
            "name the columns in the first row, or say which is which: `--column stem=NAME`",
        );
        return intake.finish();
    }
    if !columns.unknown.is_empty() {
        let names = columns.unknown.join(", ");
        intake.note(
            "unknown-column",
            header.span.clone(),
            format!("columns that are not read: {names}"),
            "`--column stem=NAME` says what a column holds",
        );
    }
    for row in rows {
        if row.torn || row.cells.iter().any(|cell| !cell.trim().is_empty()) {
            read_row(&mut intake, &columns, header.cells.len(), &row);
        }
    }
    intake.finish()
}

fn read_row(intake: &mut Intake<'_>, columns: &Columns, width: usize, row: &Row) {
    let span = row.span.clone();
    if row.torn {
        let help = "in a cell in quotation marks, a mark that belongs to the text is written twice";
        intake.skip("torn-row", span.clone(), "a quotation mark of this row is not closed", help);
        if row.last {
            intake.problem(
                "torn-row",
                span,
                String::from("too many rows are torn; the rest was not read"),
                help,
            );
        }
        return;
    }
    if row.cells.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
        let reason =
            format!("the row has {} cells, and the first row names {width} columns", row.cells.len());
        intake.skip("torn-row", span, reason, "put a text that holds the delimiter in quotation marks");
        return;
    }
    let raw = intake.options().raw;
    let cells: Vec<String> =
        row.cells.iter().map(|cell| if raw { cell.clone() } else { unguard(cell).to_owned() }).collect();
    let cell = |column: Column| columns.cell(&cells, column).to_owned();
    let found = columns.options(&cells);
    let only_wrong = !found.is_empty() && found.iter().all(|(_, _, may_be_right)| !may_be_right);
    let mut options: Vec<OptionDraft> = vec![];
    if only_wrong {
        // The right option stands in the answer's cell itself.
        options.push(OptionDraft { text: cell(Column::Answer), right: true, why: String::new() });
    }
    let right = if only_wrong { Ok(vec![]) } else { right_options(&columns.answer(&cells), &found) };
    let right = match right {
        Ok(right) => right,
        Err(reason) => {
            intake.skip("no-key", span, reason, "write the letter of the right option, or `A;C` for several");
            return;
        }
    };
    options.extend(found.iter().map(|&(number, text, _)| OptionDraft {
        text: text.to_owned(),
        right: right.contains(&number),
        why: if right.contains(&number) { String::new() } else { cell(Column::Why(number)) },
    }));
    let order = tidied(&cell(Column::Order)).to_lowercase();
    let draft = Draft {
        span,
        id: cell(Column::Id),
        topic: topic(&cell(Column::Topic), &cell(Column::TopicTitle), &cell(Column::TopicSummary)),
        objective: (cell(Column::Objective), cell(Column::ObjectiveText)),
        kind: cell(Column::Kind),
        level: cell(Column::Level),
        stem: cell(Column::Stem),
        options,
        explanation: cell(Column::Explanation),
        source: cell(Column::Source),
        jurisdiction: cell(Column::Jurisdiction),
        fixed: matches!(order.as_str(), "as listed" | "fixed" | "yes" | "true" | "1"),
        allow: cell(Column::Allow).lines().filter_map(allow).collect(),
        ..Draft::default()
    };
    intake.add(&draft);
}

/// A topic's cell may hold an id or a title.
fn topic(cell: &str, title: &str, summary: &str) -> TopicDraft {
    let title = if title.trim().is_empty() && !is_id(cell.trim()) { cell } else { title };
    TopicDraft { id: cell.trim().to_owned(), title: title.to_owned(), summary: summary.to_owned() }
}

/// `rule: reason`.
fn allow(line: &str) -> Option<Allow> {
    let (rule, reason) = line.split_once(':')?;
    let (rule, reason) = (rule.trim(), tidied(reason));
    (is_id(rule) && !reason.is_empty()).then(|| Allow { rule: rule.to_owned(), reason })
}
