//! The forms of a test: who was asked the same questions. What is said about a question by comparing it with the rest of
//! the test holds only among students with the same rest.

use std::collections::BTreeMap;

/// Students sorted by what they were asked.
pub(super) struct Forms {
    /// The number of the form of each student.
    of: Vec<usize>,
    /// How many forms there are.
    pub(super) count: usize,
}

impl Forms {
    pub(super) fn of(scored: &[Vec<Option<bool>>]) -> Self {
        let mut numbers: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
        let mut of = vec![];
        for row in scored {
            let asked: Vec<bool> = row.iter().map(Option::is_some).collect();
            let next = numbers.len();
            of.push(*numbers.entry(asked).or_insert(next));
        }
        Self { of, count: numbers.len() }
    }

    /// Whether all who were asked an item were asked the same questions besides.
    pub(super) fn is_common(&self, scored: &[Vec<Option<bool>>], item: usize) -> bool {
        let mut forms =
            scored.iter().zip(&self.of).filter(|(row, _)| row[item].is_some()).map(|(_, form)| form);
        let Some(first) = forms.next() else { return false };
        forms.all(|form| form == first)
    }
}
