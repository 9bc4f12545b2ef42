//! Moving between the questions of an exam, and watching its clock: what is recorded besides answers.

use super::clock::{due, was_set};
use super::conversation::{Exam, Place};
use crate::exam::jump;
use crate::failure::Failure;
use crate::progress::Body;
use crate::terminal::Person;

impl Exam<'_> {
    /// Reads the clocks: records if the wall clock was set, says when little time is left, hands in when the time is
    /// up.
    pub(super) fn look_at_clock(&mut self, person: &mut Person) -> Result<(), Failure> {
        let now = self.session.context.tick();
        if let Some(by) = jump(self.seen, now) {
            self.session.record(Body::ClockSet { by })?;
            person.tell(&was_set(by, self.state().terms().deadline.is_some()))?;
        } else if let Some(notice) = due(self.state(), self.seen, now) {
            person.tell(&notice)?;
        }
        self.seen = now;
        if self.state().handed_in().is_none() && self.state().is_time_up(now.wall) {
            self.done(person, self.state().hand_in(now.wall))?;
        }
        Ok(())
    }

    pub(super) fn to(&mut self, place: Place) {
        self.place = place;
        self.shown = false;
        self.picks = None;
    }

    pub(super) fn go(&mut self, place: usize) -> Result<(), Failure> {
        let spent = self.spent();
        if let Ok(body) = self.state().go(place, spent) {
            self.session.record(body)?;
        }
        self.to(Place::Question);
        Ok(())
    }

    /// Records the time spent at the question, without going to another.
    pub(super) fn stay(&mut self) -> Result<(), Failure> {
        let spent = self.spent();
        match self.state().go(self.state().at(), spent) {
            Ok(body) if spent > 0 => self.session.record(body),
            _ => Ok(()),
        }
    }

    /// Milliseconds since the last call.
    pub(super) fn spent(&mut self) -> u64 {
        let now = self.session.context.tick().steady;
        now.saturating_sub(std::mem::replace(&mut self.since, now))
    }
}
