//! Rows as questions.

use std::borrow::Cow;

use super::columns::Columns;
use super::header::Column;
use super::known::Known;
use super::layout::{Lacking, Layout};
use super::options::split;
use super::rows::Row;
use super::write::unguard;
use crate::bank::Allow;
use crate::exchange::intake::{Draft, Intake, OptionDraft, TopicDraft, tidied, true_or_false};
use crate::exchange::keys::{self, Habit};
use crate::exchange::text::split_source_on_one_line;
use crate::words::is_id;

/// Says what keeps a table from being one of questions.
pub(super) fn lacks(intake: &mut Intake<'_>, lacking: Lacking, head: &[Row]) {
    let Some(row) = head.get(lacking.row) else { return };
    let help =
        "name the columns in a row of their own, or say which is which by name or number: `--column stem=1`";
    intake.problem("header", row.span.clone(), lacking.message, help);
}

/// A row that reads, before it is known how the answers of its table are meant.
struct Ready<'r> {
    row: &'r Row,
    cells: Vec<Cow<'r, str>>,
    options: Vec<(usize, String, bool)>,
    answer: String,
}

/// Reads the rows of a table, the first of which names the columns where any does.
pub(super) fn read_table(intake: &mut Intake<'_>, layout: Layout, body: &[Row]) {
    let Layout { columns, header, known, guessed } = layout;
    let mut rows = body;
    let mut width = usize::MAX;
    if let (Some(_), Some((first, rest))) = (header, rows.split_first()) {
        (rows, width) = (rest, first.cells.len());
    }
    let place = body.first().map_or(0..0, |row| row.span.clone());
    if let Some(guessed) = guessed {
        let help = "name the columns in a first row, or say which is which by number: `--column stem=1`";
        intake.note("no-header", place.clone(), format!("no row names the columns: {guessed}"), help);
    }
    let unread = unread(&columns, known, body, rows);
    if !unread.is_empty() {
        let help = "`--column stem=NAME` says what a column holds";
        intake.note(
            "unknown-column",
            place,
            format!("columns that are not read: {}", unread.join(", ")),
            help,
        );
    }
    // Programs guard no cell; a spreadsheet that we wrote does.
    let raw = intake.options().raw || known.is_some_and(|known| known != Known::Own);
    let mut ready: Vec<Ready<'_>> =
        rows.iter().filter_map(|row| ready(intake, &columns, width, raw, row)).collect();
    if ready.first().is_some_and(|first| known.is_some_and(|known| known.has_instructions(&first.answer))) {
        ready.remove(0);
    }
    split_options(intake, &columns, &mut ready);
    let Some(habit) = habit(intake, &columns, known, &ready) else { return };
    for ready in &ready {
        read_row(intake, &columns, known, habit, ready);
    }
}

/// Columns that hold something and are not read. What a template has for its program alone is not worth a word.
fn unread<'c>(columns: &'c Columns, known: Option<Known>, body: &[Row], rows: &[Row]) -> Vec<&'c str> {
    let header = body.first().map_or(&[][..], |row| &row.cells);
    let rows = &rows[rows.len().min(usize::from(known == Some(Known::Quizizz)))..];
    let filled = |name: &str| {
        let at = header.iter().position(|cell| cell.trim().replace('\n', " ") == name);
        at.is_none_or(|at| {
            rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.trim().is_empty()))
        })
    };
    let idle = |name: &str| known.is_some_and(|known| known.is_idle(name));
    columns.unknown.iter().map(String::as_str).filter(|name| !idle(name) && filled(name)).collect()
}

fn ready<'r>(
    intake: &mut Intake<'_>,
    columns: &Columns,
    width: usize,
    raw: bool,
    row: &'r Row,
) -> Option<Ready<'r>> {
    let span = row.span.clone();
    if row.torn {
        let help = "in a cell in quotation marks, a mark that belongs to the text is written twice";
        intake.skip("torn-row", span.clone(), "a quotation mark of this row is not closed", help);
        if let Some(stop) = &row.stop {
            intake.problem("torn-row", span, stop.clone(), help);
        }
        return None;
    }
    if let Some(stop) = &row.stop {
        intake.problem("too-large", span, stop.clone(), "make several files of it");
        return None;
    }
    // Blank rows, and the line below the names of a table in Markdown.
    let rule = |cell: &String| cell.trim().chars().all(|c| "-:".contains(c));
    if row.cells.iter().all(rule) {
        return None;
    }
    if row.cells.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
        let reason =
            format!("the row has {} cells, and the first row names {width} columns", row.cells.len());
        intake.skip("torn-row", span, reason, "put a text that holds the delimiter in quotation marks");
        return None;
    }
    let cells: Vec<Cow<'_, str>> =
        row.cells.iter().map(|cell| Cow::Borrowed(if raw { cell.as_str() } else { unguard(cell) })).collect();
    let options =
        columns.options(&cells).into_iter().map(|(n, text, may)| (n, text.to_owned(), may)).collect();
    let answer = columns.answer(&cells);
    Some(Ready { row, cells, options, answer })
}

/// Options that stand in one cell, and those of a question that is answered with true or false.
fn split_options(intake: &mut Intake<'_>, columns: &Columns, ready: &mut [Ready<'_>]) {
    if columns.has(Column::Options) && ready.iter().all(|ready| ready.options.is_empty()) {
        let cells: Vec<&str> =
            ready.iter().map(|ready| columns.cell(&ready.cells, Column::Options)).collect();
        if let Some(all) = split(&cells) {
            for (ready, texts) in ready.iter_mut().zip(all) {
                ready.options = texts.into_iter().enumerate().map(|(n, text)| (n, text, true)).collect();
            }
        } else {
            let message = String::from("the options in one cell are not parted in the same way everywhere");
            let span = ready.first().map_or(0..0, |ready| ready.row.span.clone());
            intake.problem("options", span, message, "put each on a line of its own, or part them by `|`");
        }
    }
    for ready in ready.iter_mut().filter(|ready| ready.options.is_empty()) {
        if let Some((texts, _)) = true_or_false(&ready.answer) {
            ready.options = texts.into_iter().enumerate().map(|(n, text)| (n, text, true)).collect();
        }
    }
}

/// How the answers of the table are meant, or nothing where nobody can know.
fn habit(
    intake: &mut Intake<'_>,
    columns: &Columns,
    known: Option<Known>,
    ready: &[Ready<'_>],
) -> Option<Habit> {
    if let Some(habit) = intake.options().answers.or_else(|| known.map(Known::habit)) {
        return Some(habit);
    }
    let answered: Vec<&Ready<'_>> =
        ready.iter().filter(|ready| ready.options.iter().any(|(.., may)| *may)).collect();
    let answers: Vec<(String, Vec<keys::Choice<'_>>)> =
        answered.iter().map(|ready| (ready.answer.clone(), choices(ready))).collect();
    match keys::decide(&answers, columns.numbered) {
        Ok(decision) => {
            if decision.telling {
                intake.say(format!("the answers {}", decision.habit.in_words()));
            }
            Some(decision.habit)
        }
        Err(undecided) => {
            let span = answered[undecided.row].row.span.clone();
            intake.problem("answers", span, undecided.message, &undecided.help);
            None
        }
    }
}

fn choices<'r>(ready: &'r Ready<'_>) -> Vec<keys::Choice<'r>> {
    ready.options.iter().map(|(number, text, _)| (*number, text.as_str())).collect()
}

fn read_row(
    intake: &mut Intake<'_>,
    columns: &Columns,
    known: Option<Known>,
    habit: Habit,
    ready: &Ready<'_>,
) {
    let cell = |column: Column| columns.cell(&ready.cells, column).to_owned();
    let found = &ready.options;
    let mut options: Vec<OptionDraft> = vec![];
    let right = if !found.is_empty() && found.iter().all(|(_, _, may_be_right)| !may_be_right) {
        // The right option stands in the answer's cell itself.
        options.push(OptionDraft { text: ready.answer.clone(), right: true, why: String::new() });
        Ok(vec![])
    } else {
        keys::read(&ready.answer, &choices(ready), habit, known.is_some())
    };
    let is_right = |number: usize| right.as_ref().is_ok_and(|right| right.contains(&number));
    options.extend(found.iter().map(|(number, text, _)| OptionDraft {
        text: text.clone(),
        right: is_right(*number),
        why: if is_right(*number) { String::new() } else { cell(Column::Why(*number)) },
    }));
    let order = tidied(&cell(Column::Order)).to_lowercase();
    let (explanation, source) = match known {
        // It has no column for the source.
        Some(Known::Quizizz) => split_source_on_one_line(cell(Column::Explanation).trim()),
        _ => (cell(Column::Explanation), cell(Column::Source)),
    };
    let draft = Draft {
        span: ready.row.span.clone(),
        id: cell(Column::Id),
        topic: topic(&cell(Column::Topic), &cell(Column::TopicTitle), &cell(Column::TopicSummary)),
        objective: (cell(Column::Objective), cell(Column::ObjectiveText)),
        kind: cell(Column::Kind),
        level: cell(Column::Level),
        stem: cell(Column::Stem),
        options,
        explanation,
        source,
        jurisdiction: cell(Column::Jurisdiction),
        fixed: matches!(order.as_str(), "as listed" | "fixed" | "yes" | "true" | "1"),
        allow: cell(Column::Allow).lines().filter_map(allow).collect(),
        ..Draft::default()
    };
    match right {
        Ok(_) => drop(intake.add(&draft)),
        Err(reason) => {
            let help = "write the letter of the right option, or `A;C` for several";
            intake.refuse(&draft, "no-key", reason, help);
        }
    }
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
