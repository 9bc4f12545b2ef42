//! A file as rows and cells with their places.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Source;
use crate::exchange::table::{Row, delimiter, part};

/// A table of texts. Blank rows are left out.
pub(super) struct Grid {
    pub(super) source: Arc<Source>,
    delimiter: u8,
    /// Whether quotation marks may stand around a cell.
    quotes: bool,
    pub(super) rows: Vec<Row>,
}

impl Grid {
    pub(super) fn of(source: &Arc<Source>) -> Self {
        let (delimiter, _) = delimiter(&source.text);
        let mut rows = part(&source.text, delimiter, None);
        // The first line may only tell a spreadsheet which mark it is.
        rows.retain(|row| !source.text[row.span.clone()].starts_with("sep="));
        Self { source: Arc::clone(source), delimiter, quotes: true, rows }.tidied()
    }

    /// The rows of a sheet of a workbook, which end where their last text does.
    pub(super) fn of_sheet(source: &Arc<Source>, mut rows: Vec<Row>) -> Self {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        for row in &mut rows {
            row.cells.resize(width, String::new());
        }
        Self { source: Arc::clone(source), delimiter: b'\t', quotes: false, rows }.tidied()
    }

    fn tidied(mut self) -> Self {
        self.rows.retain(|row| row.torn || row.cells.iter().any(|cell| !cell.trim().is_empty()));
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if cell.trim().len() != cell.len() {
                *cell = cell.trim().to_owned();
            }
        }
        self
    }

    /// The first row; empty where there is none.
    pub(super) fn header(&self) -> &[String] {
        self.rows.first().map_or(&[], |row| &row.cells)
    }

    /// Where a cell stands, without the quotation marks around it.
    pub(super) fn span(&self, row: &Row, at: usize) -> Range<usize> {
        self.spans(row).of(at)
    }

    /// Where each cell of a row stands. For many cells: the row is walked once.
    pub(super) fn spans(&self, row: &Row) -> Spans {
        let raw = &self.source.text[row.span.clone()];
        let (mut cells, mut start, mut quoted) = (vec![], 0, false);
        for (byte, found) in raw.bytes().enumerate() {
            match found {
                b'"' if self.quotes => quoted = !quoted,
                found if found == self.delimiter && !quoted => {
                    cells.push(trimmed(raw, start..byte, row.span.start));
                    start = byte + 1;
                }
                _ => {}
            }
        }
        cells.push(trimmed(raw, start..raw.len(), row.span.start));
        Spans { cells, row: row.span.clone() }
    }
}

/// The places of the cells of a row.
pub(super) struct Spans {
    cells: Vec<Range<usize>>,
    row: Range<usize>,
}

impl Spans {
    /// The whole row where it has no such cell.
    pub(super) fn of(&self, at: usize) -> Range<usize> {
        self.cells.get(at).unwrap_or(&self.row).clone()
    }
}

fn trimmed(raw: &str, span: Range<usize>, offset: usize) -> Range<usize> {
    let is_edge = |c: char| c == '"' || c.is_whitespace();
    let cell = &raw[span.clone()];
    let start = span.start + (cell.len() - cell.trim_start_matches(is_edge).len());
    let end = span.start + cell.trim_end_matches(is_edge).len();
    offset + start.min(end.max(span.start))..offset + end.max(start.min(span.end))
}
