//! The exams of a log.

use std::collections::{BTreeMap, BTreeSet};

use super::outcome::{Verdict, judge, whole};
use super::sheet::paper_of;
use crate::progress::{Answer, Body, Event, ExamTerms, HandInReason, Millis, SittingPlan};

/// One exam that was handed in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PastExam<'e> {
    /// The id of its start event.
    pub(crate) start: &'e str,
    pub(crate) plan: &'e SittingPlan,
    pub(crate) terms: &'e ExamTerms,
    pub(crate) began: Millis,
    pub(crate) handed_in: Millis,
    pub(crate) reason: HandInReason,
    pub(crate) asked: usize,
    pub(crate) answered: usize,
    pub(crate) correct: usize,
    /// By the log alone, so that no later change of a bank changes it.
    pub(crate) verdict: Option<Verdict>,
}

/// The exams that were handed in, in the order of the log; the number of [`PastExam`] for a person is its place plus one. Where two
/// machines handed in the same exam, the first time counts. What came before a reset of everything does not.
pub(crate) fn past_exams(events: &[Event]) -> Vec<PastExam<'_>> {
    let starts: BTreeMap<&str, &Event> = events.iter().map(|event| (event.id.as_str(), event)).collect();
    let choices: BTreeMap<&str, &Answer> = events
        .iter()
        .filter_map(|event| match &event.body {
            Body::Choose(answer) => Some((event.id.as_str(), answer)),
            _ => None,
        })
        .collect();
    // Missed questions that were answered right while going over an exam.
    let reviewed: BTreeSet<(&str, usize)> = events
        .iter()
        .filter_map(|event| match &event.body {
            Body::Answer(answer) if answer.correct => Some((event.sitting.as_deref()?, answer.item)),
            _ => None,
        })
        .collect();
    let mut seen = BTreeSet::new();
    let mut exams = vec![];
    for event in events {
        if event.body == (Body::Reset { topic: None }) {
            exams.clear();
        }
        let Body::HandIn { reason, stands } = &event.body else { continue };
        let Some(start) = event.sitting.as_deref().and_then(|id| starts.get(id)) else { continue };
        let Body::Start { plan } = &start.body else { continue };
        let Some(terms) = &plan.exam else { continue };
        if !seen.insert(start.id.as_str()) {
            continue;
        }
        let right: BTreeSet<usize> = stands
            .iter()
            .filter_map(|id| choices.get(id.as_str()))
            .filter(|answer| answer.correct)
            .map(|answer| answer.item)
            .collect();
        let is_open = |item: usize| !right.contains(&item) && !reviewed.contains(&(start.id.as_str(), item));
        let papers: Vec<Option<Verdict>> = (0..terms.papers.len())
            .map(|at| {
                let items = || (0..plan.items.len()).filter(|&item| paper_of(terms, item) == at);
                let correct = items().filter(|item| right.contains(item)).count();
                let open = items().filter(|&item| is_open(item)).count();
                judge(&terms.papers[at], items().count(), correct, open)
            })
            .collect();
        exams.push(PastExam {
            start: &start.id,
            plan,
            terms,
            began: start.at,
            handed_in: event.at,
            reason: *reason,
            asked: plan.items.len(),
            answered: stands.len(),
            correct: right.len(),
            verdict: whole(&papers),
        });
    }
    exams
}
