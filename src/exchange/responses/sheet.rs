//! Who wrote what into which column, before anybody asks what it means.

use std::ops::Range;

use super::findings::Findings;
use super::grid::Grid;
use crate::words::same_name;

/// The answers of one file.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Line>,
    /// Only the first answer of several to the same question is in it.
    pub(super) first_only: bool,
}

/// A question, as the file names it.
#[derive(Clone, Default)]
pub(super) struct Column {
    pub(super) name: String,
    /// The question's text, where the file has it.
    pub(super) stem: String,
    /// Where its name stands.
    pub(super) span: Range<usize>,
    /// What the file says is right, by version; without versions the version is empty.
    pub(super) keys: Vec<Key>,
}

#[derive(Clone)]
pub(super) struct Key {
    pub(super) version: String,
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

/// A student's answers.
#[derive(Default)]
pub(super) struct Line {
    pub(super) name: String,
    /// Tells students apart: an email, a number, else the name; may be empty.
    pub(super) identity: String,
    pub(super) version: String,
    pub(super) span: Range<usize>,
    /// One for each column.
    pub(super) cells: Vec<Cell>,
}

#[derive(Clone, Default)]
pub(super) struct Cell {
    pub(super) wrote: Wrote,
    /// Whether the other program counted it as right.
    pub(super) right: Option<bool>,
    pub(super) span: Range<usize>,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Wrote {
    /// The student was not asked.
    #[default]
    NotAsked,
    Blank,
    /// To be understood: a letter, a number, a text, several of them.
    Text(String),
    /// The texts of the chosen options; none where it was left out.
    Options(Vec<String>),
    /// Only right or wrong is known.
    Nothing,
}

impl Cell {
    /// Whether there is no answer in it.
    pub(super) fn is_empty(&self) -> bool {
        match &self.wrote {
            Wrote::NotAsked | Wrote::Blank => true,
            Wrote::Options(texts) => texts.is_empty(),
            Wrote::Text(_) | Wrote::Nothing => false,
        }
    }

    /// A cell as a person or a program filled it. Scanners write a star where several were marked.
    pub(super) fn of(text: &str, span: Range<usize>) -> Self {
        let blank = matches!(text, "" | "-" | "--" | "*" | "?" | "." | "\u{2013}" | "\u{2014}")
            || ["blank", "no answer", "n/a", "[no response]"].iter().any(|word| same_name(word, text));
        let wrote = if blank { Wrote::Blank } else { Wrote::Text(text.to_owned()) };
        Self { wrote, right: None, span }
    }
}

/// The rows of a table below its first one, of as many cells as that; others are reported.
pub(super) fn sound_rows<'g>(
    grid: &'g Grid,
    findings: &mut Findings,
    from: usize,
) -> Vec<&'g crate::exchange::table::Row> {
    let width = grid.header().len();
    let mut sound = vec![];
    for row in grid.rows.iter().skip(from) {
        let span = row.span.clone();
        if let Some(stop) = row.stop.as_ref().filter(|_| !row.torn) {
            findings.error(
                "too-large",
                span,
                stop.as_str(),
                "make several files of it; they are one class all the same",
            );
        } else if row.torn {
            findings.error(
                "torn-row",
                span,
                "a quotation mark of this row is not closed; the row is left out",
                "in a cell in quotation marks, a mark that belongs to the text is written twice",
            );
        } else if row.cells.len() < width || row.cells.iter().skip(width).any(|cell| !cell.is_empty()) {
            findings.error(
                "torn-row",
                span,
                format!("the row has {} cells, and the first row has {width}; it is left out", row.cells.len()),
                "one row a student, one cell a column; a text that holds the delimiter stands in quotation marks",
            );
        } else {
            sound.push(row);
        }
    }
    sound
}
