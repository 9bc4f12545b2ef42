//! The state of one sitting, folded from its plan and its events.

use std::collections::VecDeque;

use super::{OPTIONS_SHOWN, lay_out, restore, rng};
use crate::bank::{Bank, Question};
use crate::progress::{Answer, Body, Event, SittingPlan};

/// A sitting in progress. Questions that vanished from the bank since it began are left out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sitting<'b> {
    items: Vec<Item<'b>>,
    /// Items still to be asked, by their place in the plan.
    queue: VecDeque<usize>,
    /// Items in the order in which they were answered.
    answered: Vec<usize>,
    /// How many questions of the plan the bank no longer holds.
    pub(crate) vanished: usize,
}

/// One question of a sitting.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item<'b> {
    /// Its place in the plan.
    pub(crate) number: usize,
    pub(crate) question: &'b Question,
    /// Numbers of options in the order in which they are shown.
    pub(crate) layout: Vec<usize>,
    pub(crate) given: Option<Given>,
    pub(crate) flagged: bool,
}

/// An answer that stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Given {
    /// Numbers of the chosen options.
    pub(crate) chosen: Vec<usize>,
    pub(crate) correct: bool,
    /// In milliseconds.
    pub(crate) took: u64,
    event: String,
}

/// What comes next. Asking twice changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step<'s, 'b> {
    Ask(&'s Item<'b>),
    Finished,
}

/// Answers of one topic in one sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TopicScore {
    pub(crate) topic: String,
    pub(crate) asked: usize,
    pub(crate) correct: usize,
}

impl<'b> Sitting<'b> {
    /// Opens a sitting at its beginning. `is_flagged` tells which questions carry a flag already.
    pub(crate) fn open(plan: &SittingPlan, bank: &'b Bank, is_flagged: impl Fn(&str) -> bool) -> Self {
        let mut items = vec![];
        for (number, planned) in plan.items.iter().enumerate() {
            let Some(question) = bank.question(&planned.question) else { continue };
            // An edited question is laid out anew, from the seed and its place: the same again at the next look.
            let layout = restore(question, &planned.options).unwrap_or_else(|| {
                lay_out(question, OPTIONS_SHOWN, &mut rng(plan.seed.wrapping_add(number as u64)))
            });
            let flagged = is_flagged(&question.id);
            items.push(Item { number, question, layout, given: None, flagged });
        }
        let vanished = plan.items.len() - items.len();
        Self { queue: (0..items.len()).collect(), items, answered: vec![], vanished }
    }

    /// Takes in one event of this sitting; others change nothing.
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.body {
            Body::Answer(answer) => self.take(answer, &event.id),
            Body::Undo { target } => self.give_back(target),
            Body::Skip { item } => {
                if let Some(at) = self.queue.iter().position(|&at| self.items[at].number == *item) {
                    let skipped = self.queue.remove(at);
                    self.queue.extend(skipped);
                }
            }
            Body::Flag { question, on, .. } => {
                for item in self.items.iter_mut().filter(|item| item.question.id == *question) {
                    item.flagged = *on;
                }
            }
            // The rest is about exams, or about all sittings.
            _ => {}
        }
    }

    fn take(&mut self, answer: &Answer, event: &str) {
        let Some(at) = self.items.iter().position(|item| item.number == answer.item) else { return };
        let item = &mut self.items[at];
        if item.given.is_some() || item.question.id != answer.question {
            return;
        }
        let options = 0..item.question.option_count();
        let chosen =
            options.filter(|&n| answer.chosen.iter().any(|text| text == item.question.option(n))).collect();
        item.given =
            Some(Given { chosen, correct: answer.correct, took: answer.took, event: event.to_owned() });
        self.queue.retain(|&other| other != at);
        self.answered.push(at);
    }

    fn give_back(&mut self, target: &str) {
        let is_target = |item: &Item<'_>| item.given.as_ref().is_some_and(|given| given.event == target);
        if let Some(at) = self.items.iter().position(is_target) {
            self.items[at].given = None;
            self.answered.retain(|&other| other != at);
            self.queue.push_front(at);
        }
    }

    pub(crate) fn step(&self) -> Step<'_, 'b> {
        self.queue.front().map_or(Step::Finished, |&at| Step::Ask(&self.items[at]))
    }

    /// The event of answering the question that is asked now; `None` when nothing is asked.
    pub(crate) fn answer(&self, chosen: &[usize], took: u64) -> Option<Answer> {
        let Step::Ask(item) = self.step() else { return None };
        Some(Answer {
            item: item.number,
            question: item.question.id.clone(),
            topic: item.question.topic.clone(),
            chosen: chosen.iter().map(|&at| item.question.option(at).to_owned()).collect(),
            correct: item.question.is_right(chosen),
            key: item.question.key_fingerprint().to_string(),
            took,
        })
    }

    /// The event id of the last answer that stands.
    pub(crate) fn last_answer(&self) -> Option<&str> {
        let &at = self.answered.last()?;
        self.items[at].given.as_ref().map(|given| given.event.as_str())
    }

    /// The question that was answered last.
    pub(crate) fn last_item(&self) -> Option<&Item<'b>> {
        self.answered.last().map(|&at| &self.items[at])
    }

    pub(crate) fn items(&self) -> &[Item<'b>] {
        &self.items
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    pub(crate) fn answered(&self) -> usize {
        self.answered.len()
    }

    #[cfg(test)]
    pub(super) fn queue_len(&self) -> usize {
        self.queue.len()
    }

    pub(crate) fn correct(&self) -> usize {
        self.items.iter().filter(|item| item.given.as_ref().is_some_and(|given| given.correct)).count()
    }

    /// Scores of the topics that were answered, in the order of the bank.
    pub(crate) fn topics(&self, bank: &Bank) -> Vec<TopicScore> {
        let score = |topic: &crate::bank::Topic| {
            let given = self
                .items
                .iter()
                .filter(|item| item.question.topic == topic.id)
                .filter_map(|i| i.given.as_ref());
            let given: Vec<_> = given.collect();
            let correct = given.iter().filter(|given| given.correct).count();
            TopicScore { topic: topic.id.clone(), asked: given.len(), correct }
        };
        bank.topics().iter().map(score).filter(|score| score.asked > 0).collect()
    }
}
