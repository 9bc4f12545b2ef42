//! What a report is made of.

use std::collections::BTreeMap;

use crate::analysis::{Analysis, Flag, Item, ItemFigures, Responses};
use crate::bank::Bank;

/// A class, its figures, and what the banks know about the questions.
pub(crate) struct ClassReport<'a> {
    pub(crate) responses: &'a Responses,
    pub(crate) analysis: &'a Analysis,
    pub(crate) bank: &'a Bank,
    /// Where the key of a question stands, by id: `file:line:column`.
    pub(crate) places: BTreeMap<String, String>,
    /// A line for each file: what it is and how many students it holds.
    pub(crate) origins: Vec<String>,
    /// Only first answers count.
    pub(crate) first_only: bool,
    /// Students are named.
    pub(crate) names: bool,
}

impl ClassReport<'_> {
    pub(super) fn items(&self) -> impl Iterator<Item = (&Item, &ItemFigures)> {
        self.responses.items.iter().zip(&self.analysis.items)
    }

    /// Everything that was flagged, the most urgent first.
    pub(super) fn flagged(&self) -> Vec<(&Item, &ItemFigures, &Flag)> {
        let each = |(item, figures)| -> Vec<_> {
            let figures: &ItemFigures = figures;
            figures.flags.iter().map(|flag| (item, figures, flag)).collect()
        };
        let mut flagged: Vec<(&Item, &ItemFigures, &Flag)> = self.items().flat_map(each).collect();
        flagged.sort_by_key(|(_, _, flag)| (flag.concern(), *flag));
        flagged
    }

    /// The students with their results, by name; empty unless names are wanted.
    pub(super) fn results(&self) -> Vec<(&str, usize, usize)> {
        if !self.names {
            return vec![];
        }
        let students = self.responses.students.iter().zip(&self.analysis.results);
        let mut results: Vec<(&str, usize, usize)> =
            students.map(|(student, (right, asked))| (student.name.as_str(), *right, *asked)).collect();
        results.sort_unstable();
        results
    }
}
