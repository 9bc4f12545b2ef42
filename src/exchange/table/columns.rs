//! Which column is which, by the names in the first row.

use std::collections::BTreeMap;

use super::header::{Column, column};
use crate::words::same_name;

/// Where each column stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    places: BTreeMap<Column, usize>,
    /// Names that mean nothing to us, or the same as an earlier one.
    pub(super) unknown: Vec<String>,
}

impl Columns {
    /// Reads the names; `given` says which of ours is meant by which of theirs.
    pub(super) fn of(header: &[String], given: &[(String, String)]) -> Self {
        let mut columns = Self::default();
        let given = |name: &str| given.iter().find(|(_, theirs)| same_name(theirs, name));
        // What was said on the command line goes before what a name seems to mean.
        let (said, guessed): (Vec<_>, Vec<_>) =
            header.iter().enumerate().partition(|(_, name)| given(name).is_some());
        for (at, name) in said.into_iter().chain(guessed) {
            let ours = given(name).map_or(name, |(ours, _)| ours);
            match column(ours) {
                Some(Column::Number) => {}
                Some(column) if !columns.has(column) => columns.set(column, at),
                _ if name.trim().is_empty() => {}
                _ => columns.unknown.push(name.trim().replace('\n', " ")),
            }
        }
        columns
    }

    pub(super) fn set(&mut self, column: Column, at: usize) {
        self.places.insert(column, at);
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.places.contains_key(&column)
    }

    /// Whether there is anything to choose from.
    pub(super) fn has_options(&self) -> bool {
        self.places
            .keys()
            .any(|column| matches!(column, Column::Option(_) | Column::Wrong(_) | Column::Options))
    }

    /// Whether something says which option is right.
    pub(super) fn has_key(&self) -> bool {
        self.places.keys().any(|column| matches!(column, Column::Answer | Column::AnswerPart(_)))
    }

    pub(super) fn cell<'r>(&self, row: &'r [String], column: Column) -> &'r str {
        self.places.get(&column).and_then(|&at| row.get(at)).map_or("", String::as_str)
    }

    /// What stands in the columns with the right answer: one cell, or a part in each of several.
    pub(super) fn answer(&self, row: &[String]) -> String {
        let of_key =
            self.places.iter().filter(|(column, _)| matches!(column, Column::Answer | Column::AnswerPart(_)));
        let cells = of_key.filter_map(|(_, &at)| row.get(at)).filter(|cell| !cell.trim().is_empty());
        cells.map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// Options as number, text and whether they may be right, in the order of their numbers.
    pub(super) fn options<'r>(&self, row: &'r [String]) -> Vec<(usize, &'r str, bool)> {
        let cell = |at: usize| row.get(at).map_or("", String::as_str);
        let option = |(column, at): (&Column, &usize)| match *column {
            Column::Option(number) => Some((number, cell(*at), true)),
            Column::Wrong(number) => Some((number, cell(*at), false)),
            _ => None,
        };
        self.places.iter().filter_map(option).filter(|(_, text, _)| !text.trim().is_empty()).collect()
    }
}
