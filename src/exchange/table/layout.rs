//! How a table is laid out: where its names stand, and what its columns hold.

use super::columns::Columns;
use super::guess::guess;
use super::known::Known;
use super::rows::Row;
use crate::words::same_name;

/// Titles and hints of a template stand above the names in this many rows at most.
const MOST_ABOVE: usize = 20;

/// How a table is laid out.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) columns: Columns,
    /// Which row holds the names; none where there are none.
    pub(super) header: Option<usize>,
    pub(super) known: Option<Known>,
    /// What was taken for what, where no row says so.
    pub(super) guessed: Option<String>,
}

/// What keeps a table from being one of questions.
#[derive(Debug)]
pub(super) struct Lacking {
    pub(super) row: usize,
    pub(super) message: String,
}

impl Layout {
    /// Looks at the first rows; `given` says which of our fields is meant by which name or number of a column.
    pub(super) fn of(rows: &[Row], given: &[(String, String)]) -> Result<Self, Lacking> {
        let above = &rows[..rows.len().min(MOST_ABOVE)];
        let tried: Vec<(usize, Columns)> =
            above.iter().enumerate().map(|(at, row)| (at, Columns::of(&row.cells, given))).collect();
        // The first of equals.
        let best = tried.into_iter().rev().max_by_key(|(_, columns)| columns.worth());
        if let Some((row, _)) = best.as_ref().filter(|(row, _)| !given.is_empty() || rows.len() > *row) {
            let unknown = given.iter().find(|(_, name)| !is_there(&rows[*row].cells, name));
            if let Some((field, name)) = unknown.filter(|_| !all_numbers(given)) {
                let names: Vec<&str> =
                    rows[*row].cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
                let message = format!(
                    "no column is called `{name}`, which was to be the {field}; the row says: {}",
                    names.join(", ")
                );
                return Err(Lacking { row: *row, message });
            }
        }
        match best {
            Some((row, columns)) if columns.is_whole() => {
                let known = Known::of(&rows[row].cells);
                Ok(Self { columns, header: Some(row), known, guessed: None })
            }
            _ if all_numbers(given) => {
                let columns = Columns::of_numbers(given);
                let lacking = columns.lacking();
                let whole = Self { columns, header: None, known: None, guessed: None };
                lacking.map_or(Ok(whole), |lacking| {
                    Err(Lacking { row: 0, message: format!("the numbers of columns name no {lacking}") })
                })
            }
            Some((row, columns)) if columns.has_stem() || !given.is_empty() => Err(lacks(row, &columns)),
            best => match guess(rows) {
                Some((columns, guessed)) => {
                    Ok(Self { columns, header: None, known: None, guessed: Some(guessed) })
                }
                None => {
                    Err(best
                        .map_or_else(|| lacks(0, &Columns::default()), |(row, columns)| lacks(row, &columns)))
                }
            },
        }
    }
}

fn lacks(row: usize, columns: &Columns) -> Lacking {
    let lacking = columns.lacking().unwrap_or_default();
    Lacking { row, message: format!("no row of names has a column {lacking}") }
}

fn is_there(header: &[String], name: &str) -> bool {
    header.iter().any(|cell| same_name(cell, name))
}

/// Whether all columns are meant by their numbers, as they can only be where they have no names.
fn all_numbers(given: &[(String, String)]) -> bool {
    !given.is_empty() && given.iter().all(|(_, name)| name.parse::<usize>().is_ok_and(|number| number > 0))
}
