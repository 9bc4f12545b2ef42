//! The last quiz or exam: what was asked in it, and what was missed.

use std::collections::BTreeSet;

use super::event::{Body, Event};
use super::plan::{PlanItem, SittingPlan};

/// The sitting with the newest answer that counts. An exam counts once it is handed in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LastSitting {
    /// The ids of its questions.
    pub(crate) asked: BTreeSet<String>,
    /// Those whose last answer in it was wrong; in an exam those without an answer, too.
    pub(crate) missed: BTreeSet<String>,
}

/// An answer that counts.
#[derive(Clone, Copy)]
pub(super) struct Counted<'h> {
    pub(super) question: &'h str,
    /// The id of its sitting.
    pub(super) sitting: &'h str,
    pub(super) correct: bool,
    /// Its place in the log.
    pub(super) place: usize,
}

/// `None` without an answer, or if the log lacks the start of the sitting.
pub(super) fn last_sitting<'h>(
    log: &[&Event],
    answers: impl Iterator<Item = Counted<'h>> + Clone,
) -> Option<LastSitting> {
    let start = answers.clone().max_by_key(|answer| answer.place)?.sitting;
    let plan = log.iter().find_map(|event| match &event.body {
        Body::Start { plan } if event.id == start => Some(plan),
        _ => None,
    })?;
    let own: Vec<Counted<'_>> = answers.filter(|answer| answer.sitting == start).collect();
    let is_missed = |item: &&PlanItem| {
        let to_it = own.iter().filter(|answer| answer.question == item.question);
        match to_it.max_by_key(|answer| answer.place) {
            Some(answer) => !answer.correct,
            None => matches!(plan, SittingPlan::Exam(_)),
        }
    };
    let ids = |items: &mut dyn Iterator<Item = &PlanItem>| items.map(|item| item.question.clone()).collect();
    Some(LastSitting {
        asked: ids(&mut plan.items().iter()),
        missed: ids(&mut plan.items().iter().filter(is_missed)),
    })
}
