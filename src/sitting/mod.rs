//! One sitting, a quiz or an exam: its questions, the order of their options, the current answers, the flags.
//!
//! [`Sitting`] is what both have in common. A quiz adds a queue (`quiz/sitting.rs`), an exam a clock and a hand-in
//! (`exam/sitting.rs`). Both are pure state machines: [`Replay::apply`] applies one event, whether it has just been
//! recorded or is read from the log, so resuming after a power cut is the same as replaying the log.
//!
//! ```text
//! SittingPlan (Body::Start) ──open──▶ Sitting
//!
//! a question: no answer ──Answer, Choose──▶ an answer stands ──another Choose──▶ that one stands
//!                 ▲                                │
//!                 └──── Undo, Choose of nothing ◀──┘
//! ```

mod item;
mod layout;
mod rested;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use item::Item;
pub(crate) use layout::{OPTIONS_SHOWN, plan_item, rng};
pub(crate) use rested::rested_first;

use std::collections::BTreeSet;

use item::Given;

use crate::bank::{Bank, Topic};
use crate::progress::{Answer, Event, PlanItem};

/// The questions of a sitting with the answer and flag of each. Questions that were removed from the bank since it
/// began are left out, so the place of a question (its index here) can differ from its item number (its index in the
/// plan).
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sitting<'b> {
    /// The seed of its draw: the same seed and history draw the same questions.
    pub(crate) seed: u64,
    items: Vec<Item<'b>>,
    /// The ids of the events whose answers the person said were guesses.
    guesses: BTreeSet<String>,
    /// How many questions of the plan are no longer in the bank.
    pub(crate) vanished: usize,
}

/// A quiz or an exam whose state is computed from its events.
pub(crate) trait Replay<'b>: Sized {
    /// The part that a quiz and an exam have in common.
    fn sitting(&self) -> &Sitting<'b>;

    /// Applies one event of this sitting. Events that mean nothing to it change nothing.
    fn apply(&mut self, event: &Event);

    /// Applies every event since it began, in the order of the log.
    fn replayed<'e>(mut self, events: impl IntoIterator<Item = &'e Event>) -> Self {
        for event in events {
            self.apply(event);
        }
        self
    }
}

/// The score of one topic in one sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TopicScore {
    pub(crate) topic: String,
    pub(crate) asked: usize,
    pub(crate) answered: usize,
    pub(crate) correct: usize,
}

impl<'b> Sitting<'b> {
    /// Opens a sitting as it began, with at most `shown` options for each question.
    pub(crate) fn open(seed: u64, planned: &[PlanItem], shown: usize, bank: &'b Bank) -> Self {
        let item = |(number, planned): (usize, &PlanItem)| {
            let question = bank.question(&planned.question)?;
            let layout = layout::of(question, planned, shown, seed, number);
            Some(Item { number, question, layout, given: None, flagged: false })
        };
        let items: Vec<Item<'b>> = planned.iter().enumerate().filter_map(item).collect();
        Self { seed, vanished: planned.len() - items.len(), items, guesses: BTreeSet::new() }
    }

    /// Its questions; an index into them is a place.
    pub(crate) fn items(&self) -> &[Item<'b>] {
        &self.items
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// The place of the question with this item number, if it is still in the bank.
    pub(crate) fn place_of(&self, number: usize) -> Option<usize> {
        self.items.iter().position(|item| item.number == number)
    }

    pub(crate) fn places(&self, which: impl Fn(&Item<'_>) -> bool) -> Vec<usize> {
        (0..self.items.len()).filter(|&place| which(&self.items[place])).collect()
    }

    pub(crate) fn answered(&self) -> usize {
        self.items.iter().filter(|item| item.given.is_some()).count()
    }

    pub(crate) fn correct(&self) -> usize {
        self.items.iter().filter(|item| item.is_right()).count()
    }

    pub(crate) fn flagged(&self) -> Vec<usize> {
        self.places(|item| item.flagged)
    }

    /// The scores of its topics, in the order of the bank.
    pub(crate) fn topics(&self, bank: &Bank) -> Vec<TopicScore> {
        let score = |topic: &Topic| {
            let items = || self.items.iter().filter(|item| item.question.topic == topic.id);
            TopicScore {
                topic: topic.id.clone(),
                asked: items().count(),
                answered: items().filter(|item| item.given.is_some()).count(),
                correct: items().filter(|item| item.is_right()).count(),
            }
        };
        bank.topics().iter().map(score).filter(|score| score.asked > 0).collect()
    }

    /// Makes this the current answer to its question, instead of an earlier one. Returns the place of the question, or
    /// `None` if the question is not in this sitting.
    pub(crate) fn give(&mut self, answer: &Answer, event: &str) -> Option<usize> {
        let place = self.place_of(answer.item)?;
        let item = &mut self.items[place];
        if item.question.id != answer.question {
            return None;
        }
        let options = 0..item.question.option_count();
        let chosen =
            options.filter(|&n| answer.chosen.iter().any(|text| text == item.question.option(n))).collect();
        let (correct, took) = (answer.correct, answer.took);
        item.given = Some(Given { chosen, correct, took, event: event.to_owned() });
        Some(place)
    }

    /// Removes the answer to a question.
    pub(crate) fn clear(&mut self, place: usize) {
        self.items[place].given = None;
    }

    /// Removes the answer that this event recorded. Returns the place of its question, or `None` if it was not the
    /// current answer to any.
    pub(crate) fn take_back(&mut self, event: &str) -> Option<usize> {
        let is_of = |item: &Item<'_>| item.given.as_ref().is_some_and(|given| given.event == event);
        let place = self.items.iter().position(is_of)?;
        self.clear(place);
        self.guesses.remove(event);
        Some(place)
    }

    /// Notes whether the answer that this event recorded was a guess.
    pub(crate) fn guess(&mut self, event: &str, on: bool) {
        if on {
            self.guesses.insert(event.to_owned());
        } else {
            self.guesses.remove(event);
        }
    }

    /// Whether the person said that the current answer to a question was a guess.
    pub(crate) fn is_guess(&self, item: &Item<'_>) -> bool {
        item.given.as_ref().is_some_and(|given| self.guesses.contains(&given.event))
    }

    /// Sets or removes the flag of every question that matches.
    pub(crate) fn flag(&mut self, on: bool, which: impl Fn(&Item<'_>) -> bool) {
        for item in self.items.iter_mut().filter(|item| which(item)) {
            item.flagged = on;
        }
    }
}
