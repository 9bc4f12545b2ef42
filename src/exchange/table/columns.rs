//! Which column is which, by the names in the first row.

use std::collections::BTreeMap;

use super::header::{Column, column};
use crate::words::same_name;

/// So many columns are looked at.
const MOST: usize = 500;

/// Where each column stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    places: BTreeMap<Column, usize>,
    /// Names that mean nothing to us, or the same as an earlier one.
    pub(super) unknown: Vec<String>,
    /// Whether the names number the options from 1.
    pub(super) numbered: bool,
}

impl Columns {
    /// Reads the names; `given` says which of ours is meant by which of theirs.
    pub(super) fn of(header: &[String], given: &[(String, String)]) -> Self {
        let mut columns = Self::default();
        let given = |name: &str| given.iter().find(|(_, theirs)| same_name(theirs, name));
        // What was said on the command line goes before what a name seems to mean.
        let (said, guessed): (Vec<_>, Vec<_>) =
            header.iter().enumerate().take(MOST).partition(|(_, name)| given(name).is_some());
        for (at, name) in said.into_iter().chain(guessed) {
            let ours = given(name).map_or(name, |(ours, _)| ours);
            match column(ours) {
                Some(Column::Number) => {}
                Some(column) if !columns.has(column) => {
                    columns.set(column, at);
                    columns.numbered |=
                        matches!(column, Column::Option(_)) && name.contains(|c: char| c.is_numeric());
                }
                _ if name.trim().is_empty() => {}
                _ => columns.unknown.push(name.trim().replace('\n', " ")),
            }
        }
        columns
    }

    /// Fields by the numbers of their columns, from 1.
    pub(super) fn of_numbers(given: &[(String, String)]) -> Self {
        let mut columns = Self::default();
        for (field, number) in given {
            let at = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            if let (Some(column), Some(at)) = (column(field), at) {
                columns.set(column, at);
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

    pub(super) fn has_stem(&self) -> bool {
        self.has(Column::Stem)
    }

    /// Whether nothing is missing that a question needs. Without options there may still be a list of them in a cell.
    pub(super) fn is_whole(&self) -> bool {
        self.lacking().is_none()
    }

    /// What is missing first.
    pub(super) fn lacking(&self) -> Option<&'static str> {
        match (self.has_stem(), self.has_key(), self.has_options()) {
            (false, ..) => Some("`stem` (or `question`)"),
            (_, false, _) => Some("`answer` (or `correct answer`)"),
            (.., false) => Some("`A`, `B`, ... (or `option 1`, ...)"),
            _ => None,
        }
    }

    /// How much a row of names is one of questions.
    pub(super) fn worth(&self) -> usize {
        let known = self.places.len().min(50);
        let needed = [self.has_stem(), self.has_key(), self.has_options()].iter().filter(|has| **has).count();
        if self.has_stem() { needed * 100 + known } else { 0 }
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

    pub(super) fn cell<'r>(&self, row: &'r [impl AsRef<str>], column: Column) -> &'r str {
        self.places.get(&column).and_then(|&at| row.get(at)).map_or("", AsRef::as_ref)
    }

    /// What stands in the columns with the right answer: one cell, or a part in each of several.
    pub(super) fn answer(&self, row: &[impl AsRef<str>]) -> String {
        let of_key =
            self.places.iter().filter(|(column, _)| matches!(column, Column::Answer | Column::AnswerPart(_)));
        let cells = of_key
            .filter_map(|(_, &at)| row.get(at))
            .map(AsRef::as_ref)
            .filter(|cell| !cell.trim().is_empty());
        cells.collect::<Vec<_>>().join("\n")
    }

    /// Options as number, text and whether they may be right, in the order of their numbers.
    pub(super) fn options<'r>(&self, row: &'r [impl AsRef<str>]) -> Vec<(usize, &'r str, bool)> {
        let cell = |at: usize| row.get(at).map_or("", AsRef::as_ref);
        let option = |(column, at): (&Column, &usize)| match *column {
            Column::Option(number) => Some((number, cell(*at), true)),
            Column::Wrong(number) => Some((number, cell(*at), false)),
            _ => None,
        };
        self.places.iter().filter_map(option).filter(|(_, text, _)| !text.trim().is_empty()).collect()
    }
}
