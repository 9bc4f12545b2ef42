//! What a person can do in an exam, each as an event to record; what can no longer be done is refused.
//!
//! Nothing changes here: the caller records the event, which then takes effect through
//! [`Replay::apply`](crate::sitting::Replay::apply).

use super::sitting::ExamSitting;
use crate::progress::{Body, HandInReason, Millis};
use crate::sitting::Item;

/// Why something cannot be done.
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
    /// The event of choosing option numbers ([`crate::bank::Question::option`]) for the question at a place, after
    /// `took` milliseconds at it. Choosing nothing removes the answer.
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

    /// The event of flagging the question at a place, or of removing its flag.
    pub(crate) fn flag(&self, place: usize) -> Result<Body, Refused> {
        let item = self.open_item(place)?;
        Ok(Body::FlagItem { item: item.number, on: !item.flagged })
    }

    /// The event of going to a place, after `spent` milliseconds at the question before.
    pub(crate) fn go(&self, place: usize, spent: u64) -> Result<Body, Refused> {
        Ok(Body::Go { item: self.open_item(place)?.number, spent })
    }

    /// The event of handing in, on request or because the time is up. It lists the answers that stand.
    pub(crate) fn hand_in(&self, now: Millis) -> Result<Body, Refused> {
        if self.handed_in().is_some() {
            return Err(Refused::HandedIn);
        }
        let reason = if self.is_time_up(now) { HandInReason::TimeUp } else { HandInReason::Asked };
        let stands = self.items().iter().filter_map(|item| item.given.as_ref());
        Ok(Body::HandIn { reason, stands: stands.map(|given| given.event.clone()).collect() })
    }

    /// The event of answering a missed question again after the exam.
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
