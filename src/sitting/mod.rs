//! One sitting, be it a quiz or an exam: its questions, how their options are laid out, the answers that stand, the
//! flags.
//!
//! A [`Sitting`] is what both have in common. A quiz is a queue over it (`quiz/sitting.rs`), an exam a clock and a
//! hand-in (`exam/sitting.rs`). Both are pure state machines over the log: [`Replay::apply`] takes in one event, live or
//! replayed, so that resuming after a power cut is nothing else than reading the log again.
//!
//! ```text
//! SittingPlan (Body::Start) ──open──▶ Sitting ──Answer, Choose──▶ an answer stands ──Undo, another Choose──▶ it does not
//! ```

mod item;
mod layout;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use item::Item;
pub(crate) use layout::{OPTIONS_SHOWN, plan_item, rng};

use item::Given;

use crate::bank::{Bank, Topic};
use crate::progress::{Answer, Event, PlanItem};

/// The questions of a sitting with what became of each. Those that vanished from the bank since it began are left out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sitting<'b> {
    /// What its draw began from: the same seed and the same history draw the same again.
    pub(crate) seed: u64,
    items: Vec<Item<'b>>,
    /// How many questions of the plan the bank no longer holds.
    pub(crate) vanished: usize,
}

/// A sitting that is folded from its events.
pub(crate) trait Replay<'b>: Sized {
    /// What it has in common with the other kind.
    fn sitting(&self) -> &Sitting<'b>;

    /// Takes in one event of this sitting; others change nothing.
    fn apply(&mut self, event: &Event);

    /// Goes through what happened since it began, in the order of the log.
    fn replayed<'e>(mut self, events: impl IntoIterator<Item = &'e Event>) -> Self {
        for event in events {
            self.apply(event);
        }
        self
    }
}

/// The questions of one topic in one sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TopicScore {
    pub(crate) topic: String,
    pub(crate) asked: usize,
    pub(crate) answered: usize,
    pub(crate) correct: usize,
}

impl<'b> Sitting<'b> {
    /// Opens a sitting at its beginning, with so many options a question.
    pub(crate) fn open(seed: u64, planned: &[PlanItem], shown: usize, bank: &'b Bank) -> Self {
        let item = |(number, planned): (usize, &PlanItem)| {
            let question = bank.question(&planned.question)?;
            let layout = layout::of(question, planned, shown, seed, number);
            Some(Item { number, question, layout, given: None, flagged: false })
        };
        let items: Vec<Item<'b>> = planned.iter().enumerate().filter_map(item).collect();
        Self { seed, vanished: planned.len() - items.len(), items }
    }

    /// Its questions; the place of one is its index here.
    pub(crate) fn items(&self) -> &[Item<'b>] {
        &self.items
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// The place of a question by its place in the plan, which events name.
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

    /// Lets an answer stand, in the place of an earlier one; gives the place of its question, if that is here.
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

    /// Leaves a question without an answer.
    pub(crate) fn clear(&mut self, place: usize) {
        self.items[place].given = None;
    }

    /// Takes back the answer of an event; gives the place of its question, if it stood.
    pub(crate) fn take_back(&mut self, event: &str) -> Option<usize> {
        let is_of = |item: &Item<'_>| item.given.as_ref().is_some_and(|given| given.event == event);
        let place = self.items.iter().position(is_of)?;
        self.clear(place);
        Some(place)
    }

    /// Sets the flag of the questions that are meant, or takes it off.
    pub(crate) fn flag(&mut self, on: bool, which: impl Fn(&Item<'_>) -> bool) {
        for item in self.items.iter_mut().filter(|item| which(item)) {
            item.flagged = on;
        }
    }
}
