//! What the columns of a table hold that has no names for them, from what stands in them. Only the plain case is taken:
//! a question, its options side by side, and one column that says which of them is right.

use std::ops::Range;

use super::columns::Columns;
use super::header::Column;
use super::rows::Row;
use crate::exchange::text::letter;
use crate::words::tidy;

/// Rows that are looked at.
const SEEN: usize = 60;

/// The columns, and in words what was taken for what.
pub(super) fn guess(rows: &[Row]) -> Option<(Columns, String)> {
    let rows: Vec<&Row> =
        rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty())).take(SEEN).collect();
    let width = most_common(rows.iter().map(|row| filled(row)))?;
    let sound: Vec<&[String]> =
        rows.iter().filter(|row| filled(row) == width).map(|row| &row.cells[..width]).collect();
    if width < 4 || sound.len() * 10 < rows.len() * 8 {
        return None;
    }
    let column = |at: usize| sound.iter().map(move |row| row[at].trim());
    let first = usize::from(column(0).enumerate().all(|(at, cell)| cell.parse() == Ok(at + 1)));
    // The question: the first column of texts that are longer than the others', or ask.
    let stem = (first..width.min(first + 3)).max_by_key(|&at| (asks(column(at)), std::cmp::Reverse(at)))?;
    if asks(column(stem)) == 0 {
        return None;
    }
    // Before the options or behind them; where both could be, nobody knows.
    let keys: Vec<(usize, Range<usize>)> = (stem + 1..width)
        .filter_map(|at| {
            let range = if at == stem + 1 { at + 1..width } else { stem + 1..at };
            let range = options(&sound, range)?;
            sound.iter().all(|row| is_key(row[at].trim(), &row[range.clone()])).then_some((at, range))
        })
        .collect();
    let (key, range) = match &keys[..] {
        [only] => only.clone(),
        // Options that are numbers look like keys: what stands behind all of them is the key.
        [.., last] if keys.iter().all(|(at, range)| *at >= last.1.start && range.start == last.1.start) => {
            last.clone()
        }
        _ => return None,
    };
    let mut columns = Columns::default();
    columns.set(Column::Stem, stem);
    columns.set(Column::Answer, key);
    for at in range.clone() {
        columns.set(Column::Option(at - range.start), at);
    }
    let mut words = format!(
        "column {} was taken for the question, {} to {} for the options A to {}, {} for the answer",
        stem + 1,
        range.start + 1,
        range.end,
        letter(range.len() - 1),
        key + 1
    );
    let used = |at: usize| at < first || at == stem || at == key || range.contains(&at);
    let mut rest: Vec<usize> = (0..width).filter(|&at| !used(at)).collect();
    if let Some(found) = rest.iter().position(|&at| at > key && average(column(at)) > 20) {
        let at = rest.remove(found);
        columns.set(Column::Explanation, at);
        words = format!("{words}, {} for the explanation", at + 1);
    }
    columns.unknown.extend(rest.iter().map(|at| format!("column {}", at + 1)));
    Some((columns, words))
}

fn filled(row: &Row) -> usize {
    row.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1)
}

fn most_common(counts: impl Iterator<Item = usize>) -> Option<usize> {
    let mut all: Vec<usize> = counts.collect();
    all.sort_unstable();
    let of = |count: &usize| all.iter().filter(|other| *other == count).count();
    all.iter().max_by_key(|count| (of(count), **count)).copied()
}

fn average<'c>(cells: impl Iterator<Item = &'c str>) -> usize {
    let lengths: Vec<usize> = cells.map(|cell| cell.chars().count()).collect();
    lengths.iter().sum::<usize>() / lengths.len().max(1)
}

/// How much a column looks like one of questions: how many of ten cells ask, or have the length of a sentence.
fn asks<'c>(cells: impl Iterator<Item = &'c str>) -> usize {
    let all: Vec<&str> = cells.collect();
    let asking = |cell: &&&str| {
        let wide = cell.chars().any(|c| u32::from(c) >= 0x2e80);
        cell.ends_with(['?', '？', ':', '：', '…'])
            || cell.contains("___")
            || cell.chars().count() > if wide { 8 } else { 25 }
    };
    let count = all.iter().filter(asking).count() * 10 / all.len().max(1);
    if count < 6 { 0 } else { count }
}

/// The columns of options in a range: those from its start on that differ in every row.
fn options(rows: &[&[String]], range: Range<usize>) -> Option<Range<usize>> {
    let full = |at: usize| rows.iter().filter(|row| !row[at].trim().is_empty()).count() * 2 > rows.len();
    let short = |at: usize| average(rows.iter().map(|row| row[at].trim())) < 80;
    let end = range.clone().find(|&at| !full(at) || !short(at)).unwrap_or(range.end);
    let differ = |row: &&[String]| {
        let cells = &row[range.start..end];
        let mut texts: Vec<String> =
            cells.iter().map(|cell| tidy(cell).to_lowercase()).filter(|text| !text.is_empty()).collect();
        let count = texts.len();
        texts.sort();
        texts.dedup();
        texts.len() == count && count >= 2
    };
    (end >= range.start + 2 && end <= range.start + 10 && rows.iter().all(differ)).then_some(range.start..end)
}

/// Whether a cell may say which of these options is right: their letter, number or text.
fn is_key(cell: &str, options: &[String]) -> bool {
    use crate::exchange::keys::{Habit, read};
    let choices: Vec<(usize, &str)> = options
        .iter()
        .enumerate()
        .map(|(at, text)| (at, text.trim()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    [Habit::Texts, Habit::Letters, Habit::Cyrillic, Habit::From1, Habit::From0]
        .into_iter()
        .any(|habit| read(cell, &choices, habit, false).is_ok())
}
