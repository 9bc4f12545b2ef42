//! What a person can do in an exam, as the events that say it; what cannot be done any more is refused.
//!
//! Nothing changes here: the event is written down first, and takes effect by [`Replay::apply`](crate::sitting::Replay::apply).

use super::sitting::ExamSitting;
use crate::progress::{Body, HandInReason, Millis};
use crate::sitting::Item;

/// Why something cannot be done any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refused {
    #[error("the exam is handed in")]
    HandedIn,
    #[error("the time is up")]
    TimeUp,
    #[error("the exam is not handed in yet")]
    NotHandedIn,
    #[error("there is no such question")]
    NoSuchQuestion,
}

impl<'b> ExamSitting<'b> {
    /// The event of choosing options (numbers of [`crate::bank::Question::option`]) of the question at a place, after `took`
    /// milliseconds at it; choosing nothing takes the answer out.
    pub(crate) fn choose(
        &self,
        place: usize,
        chosen: &[usize],
        took: u64,
        now: Millis,
    ) -> Result<Body, Refused> {
        let item = self.open_item(place)?;
        if self.is_time_up(now) {
            return Err(Refused::TimeUp);
        }
        Ok(Body::Choose(item.answer(chosen, took)))
    }

    /// The event of flagging the question at a place, or of taking the flag off.
    pub(crate) fn flag(&self, place: usize) -> Result<Body, Refused> {
        let item = self.open_item(place)?;
        Ok(Body::FlagItem { item: item.number, on: !item.flagged })
    }

    /// The event of going to a place, after `spent` milliseconds at the question that is left.
    pub(crate) fn go(&self, place: usize, spent: u64) -> Result<Body, Refused> {
        Ok(Body::Go { item: self.open_item(place)?.number, spent })
    }

    /// The event of handing in, or of the time being up.
    pub(crate) fn hand_in(&self, now: Millis) -> Result<Body, Refused> {
        if self.handed_in().is_some() {
            return Err(Refused::HandedIn);
        }
        let reason = if self.is_time_up(now) { HandInReason::TimeUp } else { HandInReason::Asked };
        let stands = self.items().iter().filter_map(|item| item.given.as_ref());
        Ok(Body::HandIn { reason, stands: stands.map(|given| given.event.clone()).collect() })
    }

    /// The event of answering a question again after the exam, while going over it.
    pub(crate) fn review(&self, place: usize, chosen: &[usize], took: u64) -> Result<Body, Refused> {
        self.handed_in().ok_or(Refused::NotHandedIn)?;
        let item = self.items().get(place).ok_or(Refused::NoSuchQuestion)?;
        Ok(Body::Answer(item.answer(chosen, took)))
    }

    fn open_item(&self, place: usize) -> Result<&Item<'b>, Refused> {
        if self.handed_in().is_some() {
            return Err(Refused::HandedIn);
        }
        self.items().get(place).ok_or(Refused::NoSuchQuestion)
    }
}
