//! A sheet as rows of text.

use crate::limits::{self, MB};

/// As much text as may come out of a workbook.
const MOST_TEXT: usize = 64 * MB as usize;

/// A sheet of a workbook. Rows without text are left out.
#[derive(Debug, Default)]
pub(in crate::exchange) struct Sheet {
    pub(in crate::exchange) name: String,
    /// The number of each row, from 1, and its cells.
    pub(in crate::exchange) rows: Vec<(usize, Vec<String>)>,
    /// What is not sure about a cell: the number of its row, and what.
    pub(in crate::exchange) doubts: Vec<(usize, String)>,
}

/// How much text the sheets of a workbook may still have.
pub(super) struct Room(usize);

impl Room {
    pub(super) fn new() -> Self {
        Self(MOST_TEXT)
    }

    fn take(&mut self, bytes: usize) -> Result<(), String> {
        match self.0.checked_sub(bytes) {
            Some(left) => {
                self.0 = left;
                Ok(())
            }
            None => Err(format!("more than {} MB of text come out of the workbook", MOST_TEXT as u64 / MB)),
        }
    }
}

impl Sheet {
    /// Adds a row; cells beyond any question are left out.
    pub(super) fn push(&mut self, number: usize, cells: Vec<String>, room: &mut Room) -> Result<(), String> {
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            room.take(cells.iter().map(|cell| cell.len() + 32).sum())?;
            self.rows.push((number, cells));
        }
        Ok(())
    }
}

/// Puts a text into a row at a column; false if that is beyond any question.
pub(super) fn put(cells: &mut Vec<String>, column: usize, text: String) -> bool {
    if text.is_empty() {
        return true;
    }
    if column < limits::COLUMNS {
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
    }
    column < limits::COLUMNS
}
