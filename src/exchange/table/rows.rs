//! The rows of a table with their places. A quotation mark that is never closed costs its own row and no other.

use std::ops::Range;

use crate::limits::{self, grouped};

/// So much of a table is looked at to see how it is laid out.
const HEAD: usize = 4 * 1024 * 1024;

/// A row, or why there is none.
pub(in crate::exchange) struct Row {
    /// From its first character to its last.
    pub(in crate::exchange) span: Range<usize>,
    pub(in crate::exchange) cells: Vec<String>,
    /// Its quotation marks do not pair up: the cells mean nothing.
    pub(in crate::exchange) torn: bool,
    /// Why nothing was read from this row on, or, where it is torn, behind it.
    pub(in crate::exchange) stop: Option<String>,
}

/// The first rows of a table, whatever may be torn in them: enough to see how it is laid out.
pub(in crate::exchange) fn head(text: &str, delimiter: u8, most: usize) -> Vec<Row> {
    let text = &text[..text.floor_char_boundary(HEAD)];
    let mut reader = reader(text, delimiter);
    let mut record = csv::StringRecord::new();
    let mut rows = vec![];
    loop {
        let start = reader.position().byte() as usize;
        if rows.len() == most || !reader.read_record(&mut record).unwrap_or(false) {
            return rows;
        }
        let span = trimmed(text, start..reader.position().byte() as usize);
        rows.push(Row { span, cells: cells(&record), torn: false, stop: None });
    }
}

/// The cells of a row: no more than show that there are too many.
fn cells(record: &csv::StringRecord) -> Vec<String> {
    record.iter().take(limits::COLUMNS + 1).map(ToOwned::to_owned).collect()
}

/// What is said of a table with too many cells.
fn too_large() -> String {
    format!("the table has more than {} cells; the rest was not read", grouped(limits::CELLS))
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// A row without the line breaks around it: the reader passes over blank lines before a row.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let raw = &text[span.clone()];
    let start = span.start + (raw.len() - raw.trim_start_matches(['\r', '\n']).len());
    start..start + text[start..span.end].trim_end_matches(['\r', '\n']).len()
}

/// Splits a table into rows; `columns` is how many cells a sound row has, by default as many as the first one.
pub(in crate::exchange) fn rows(text: &str, delimiter: u8, columns: Option<usize>) -> Vec<Row> {
    let mut rows = vec![];
    // A row is split as a whole, however many cells it has.
    if text.bytes().filter(|byte| *byte == delimiter).count() > 2 * limits::CELLS {
        rows = head(text, delimiter, 2);
        rows.push(Row { span: 0..0, cells: vec![], torn: false, stop: Some(too_large()) });
        return rows;
    }
    let mut from = 0;
    let mut left = limits::CELLS;
    let mut columns = columns;
    // Each torn row is read once more from its second line on, and to begin anew has its price.
    let mut patience = text.len().saturating_mul(20) + 64 * 1024 * 1024;
    while from < text.len() {
        let Some(torn) = read_from(text, from, delimiter, &mut columns, &mut left, &mut rows) else { break };
        let line_end = text[torn.start..].find('\n').map_or(text.len(), |end| torn.start + end + 1);
        patience = patience.saturating_sub(torn.len() + 16 * 1024);
        rows.push(Row {
            span: torn.start..text[..line_end].trim_end().len().max(torn.start),
            cells: vec![],
            torn: true,
            stop: (patience == 0).then(|| String::from("too many rows are torn; the rest was not read")),
        });
        if patience == 0 {
            break;
        }
        from = line_end;
    }
    rows
}

/// Reads on until the end or a torn row, whose place it gives.
fn read_from(
    text: &str,
    from: usize,
    delimiter: u8,
    columns: &mut Option<usize>,
    left: &mut usize,
    rows: &mut Vec<Row>,
) -> Option<Range<usize>> {
    let mut reader = reader(&text[from..], delimiter);
    let mut record = csv::StringRecord::new();
    loop {
        let start = from + reader.position().byte() as usize;
        // The text is UTF-8 and reading from memory does not fail: an error cannot come, and would end the table.
        if !reader.read_record(&mut record).unwrap_or(false) {
            return None;
        }
        let end = from + reader.position().byte() as usize;
        let span = trimmed(text, start..end);
        let raw = &text[span.clone()];
        let cells = cells(&record);
        let filled = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        let expected = *columns.get_or_insert(cells.len());
        // A cell may hold several lines. Where the number of cells does not come out, or the table ends inside a cell,
        // it holds several rows.
        let open = raw.matches('"').count() % 2 == 1 && end == text.len();
        let uneven = cells.len() < expected;
        if (raw.contains('\n') && (filled > expected || uneven || open)) || (open && uneven) {
            return Some(span.start..end);
        }
        let Some(rest) = left.checked_sub(cells.len()) else {
            rows.push(Row { span, cells: vec![], torn: false, stop: Some(too_large()) });
            return None;
        };
        *left = rest;
        rows.push(Row { span, cells, torn: false, stop: None });
    }
}
