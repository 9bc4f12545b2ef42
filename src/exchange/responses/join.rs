//! Several files as one class: items of the same name are the same item, and a student counts once.

use std::collections::BTreeMap;

use super::settle::Settled;
use crate::analysis::{Given, Item, Responses};
use crate::diagnostic::{Diagnostic, Place, Severity};

/// A class that grows file by file.
#[derive(Default)]
pub(super) struct Class {
    pub(super) responses: Responses,
    at: BTreeMap<String, usize>,
    seen: BTreeMap<String, Place>,
}

impl Class {
    /// Adds the students of a file; gives how many were new, and what is wrong with the others.
    pub(super) fn add(&mut self, settled: Settled) -> (usize, Vec<Diagnostic>) {
        let Settled { responses, who } = settled;
        let places: Vec<(usize, Vec<usize>)> =
            responses.items.into_iter().map(|item| self.place(item)).collect();
        let width = self.responses.items.len();
        for student in &mut self.responses.students {
            student.given.resize(width, Given::NotAsked);
        }
        let (mut added, mut problems) = (0, vec![]);
        for (mut student, who) in responses.students.into_iter().zip(who) {
            if let Some(first) = self.seen.get(&who.identity).filter(|_| !who.identity.is_empty()) {
                let message = "this student stands in another file already; the first counts";
                let problem = Diagnostic::new(Severity::Warning, "duplicate-student", message).at(who.place);
                problems.push(problem.related(first.clone(), "this one counts"));
                continue;
            }
            self.seen.insert(who.identity, who.place);
            let mut given = vec![Given::NotAsked; width];
            for ((item, options), old) in places.iter().zip(&student.given) {
                given[*item] = match old {
                    Given::Chose(bits) => Given::Chose(moved(*bits, options)),
                    other => *other,
                };
            }
            student.given = given;
            self.responses.students.push(student);
            added += 1;
        }
        (added, problems)
    }

    /// Where an item stands in the class, and where each of its options stands in that item.
    fn place(&mut self, item: Item) -> (usize, Vec<usize>) {
        let Some(&at) = self.at.get(&item.name) else {
            let at = self.responses.items.len();
            self.at.insert(item.name.clone(), at);
            let options = (0..item.options.len()).collect();
            self.responses.items.push(item);
            return (at, options);
        };
        let there = &mut self.responses.items[at];
        let mut options = vec![];
        for option in item.options {
            let same = there.options.iter().position(|known| known.text == option.text);
            let place = same.unwrap_or(there.options.len()).min(crate::analysis::MOST_OPTIONS - 1);
            match there.options.get_mut(place) {
                Some(known) => known.key |= option.key,
                None => there.options.push(option),
            }
            options.push(place);
        }
        (at, options)
    }
}

fn moved(bits: u64, options: &[usize]) -> u64 {
    options
        .iter()
        .enumerate()
        .filter(|(from, _)| bits >> from & 1 == 1)
        .fold(0, |moved, (_, to)| moved | 1 << to)
}
