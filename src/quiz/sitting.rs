//! A quiz: a queue over a sitting.

use std::collections::{BTreeSet, VecDeque};

use crate::bank::Bank;
use crate::progress::{Answer, Body, Event, QuizPlan};
use crate::sitting::{Item, OPTIONS_SHOWN, Replay, Sitting};

/// A quiz in progress.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct QuizSitting<'b> {
    sitting: Sitting<'b>,
    /// The places of the questions still to be asked; the first one is asked now.
    queue: VecDeque<usize>,
    /// The places of the answered questions, in the order in which they were answered.
    answered: Vec<usize>,
    /// The places of the questions that were skipped at some time.
    skipped: BTreeSet<usize>,
}

impl<'b> QuizSitting<'b> {
    /// Opens a quiz as it began. `is_flagged` tells which questions are flagged already.
    pub(crate) fn open(plan: &QuizPlan, bank: &'b Bank, is_flagged: impl Fn(&str) -> bool) -> Self {
        let mut sitting = Sitting::open(plan.seed, &plan.items, OPTIONS_SHOWN, bank);
        sitting.flag(true, |item| is_flagged(&item.question.id));
        Self { queue: (0..sitting.len()).collect(), sitting, answered: vec![], skipped: BTreeSet::new() }
    }

    /// The question to ask now; `None` when all are answered.
    pub(crate) fn asked(&self) -> Option<&Item<'b>> {
        self.queue.front().map(|&place| &self.sitting.items()[place])
    }

    /// The question that was answered last, unless that answer was taken back.
    pub(crate) fn last_item(&self) -> Option<&Item<'b>> {
        self.answered.last().map(|&place| &self.sitting.items()[place])
    }

    /// The number by which people know a question, from 1. It is its own however often it is skipped.
    pub(crate) fn number(&self, item: &Item<'_>) -> usize {
        self.sitting.place_of(item.number).map_or(0, |place| place + 1)
    }

    /// Whether a question was skipped and comes again.
    pub(crate) fn was_skipped(&self, item: &Item<'_>) -> bool {
        self.sitting.place_of(item.number).is_some_and(|place| self.skipped.contains(&place))
    }

    fn take(&mut self, answer: &Answer, event: &str) {
        // If two machines answered the same question of one quiz, the first answer counts.
        let is_open = |&place: &usize| self.sitting.items()[place].number == answer.item;
        if self.queue.iter().any(is_open)
            && let Some(place) = self.sitting.give(answer, event)
        {
            self.queue.retain(|&other| other != place);
            self.answered.push(place);
        }
    }

    #[cfg(test)]
    pub(super) fn queue_len(&self) -> usize {
        self.queue.len()
    }
}

impl<'b> Replay<'b> for QuizSitting<'b> {
    fn sitting(&self) -> &Sitting<'b> {
        &self.sitting
    }

    fn apply(&mut self, event: &Event) {
        match &event.body {
            Body::Answer(answer) => self.take(answer, &event.id),
            Body::Undo { target } => {
                if let Some(place) = self.sitting.take_back(target) {
                    self.answered.retain(|&other| other != place);
                    self.queue.push_front(place);
                }
            }
            Body::Skip { item } => {
                let skipped =
                    self.queue.iter().position(|&place| self.sitting.items()[place].number == *item);
                if let Some(place) = skipped.and_then(|at| self.queue.remove(at)) {
                    self.queue.push_back(place);
                    self.skipped.insert(place);
                }
            }
            Body::Flag { question, on, .. } => self.sitting.flag(*on, |item| item.question.id == *question),
            Body::Guess { target, on } => self.sitting.guess(target, *on),
            // The other events are about exams, or about no single sitting.
            _ => {}
        }
    }
}
