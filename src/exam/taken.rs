//! The exams of a log.

use std::collections::{BTreeMap, BTreeSet};

use crate::progress::{Body, Event, ExamTerms, HandInReason, Millis, Plan};

/// One exam that was handed in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Taken<'e> {
    /// The id of its start event.
    pub(crate) start: &'e str,
    pub(crate) plan: &'e Plan,
    pub(crate) terms: &'e ExamTerms,
    pub(crate) began: Millis,
    pub(crate) handed_in: Millis,
    pub(crate) reason: HandInReason,
    pub(crate) asked: usize,
    pub(crate) answered: usize,
    pub(crate) correct: usize,
}

/// The exams that were handed in, oldest first; the number of [`Taken`] for a person is its place plus one. Where two
/// machines handed in the same exam, the first time counts.
pub(crate) fn taken(events: &[Event]) -> Vec<Taken<'_>> {
    let mut sorted: Vec<&Event> = events.iter().collect();
    sorted.sort_by_key(|event| event.order());
    let starts: BTreeMap<&str, &Event> = sorted.iter().map(|event| (event.id.as_str(), *event)).collect();
    let right: BTreeSet<&str> = sorted
        .iter()
        .filter(|event| matches!(&event.body, Body::Choose(answer) if answer.correct))
        .map(|event| event.id.as_str())
        .collect();
    let mut seen = BTreeSet::new();
    let mut exams = vec![];
    for event in sorted {
        let Body::HandIn { reason, stands } = &event.body else { continue };
        let Some(start) = event.sitting.as_deref().and_then(|id| starts.get(id)) else { continue };
        let Body::Start { plan } = &start.body else { continue };
        let Some(terms) = &plan.exam else { continue };
        if seen.insert(start.id.as_str()) {
            exams.push(Taken {
                start: &start.id,
                plan,
                terms,
                began: start.at,
                handed_in: event.at,
                reason: *reason,
                asked: plan.items.len(),
                answered: stands.len(),
                correct: stands.iter().filter(|id| right.contains(id.as_str())).count(),
            });
        }
    }
    exams
}
