//! Answering in an exam: what is picked at a question with several right options is its answer once the person goes on,
//! confirmed or not.

use super::conversation::Exam;
use crate::failure::Failure;
use crate::sitting::Item;
use crate::terminal::Person;
use crate::terminal::view::exam as view;

impl Exam<'_> {
    /// What is picked at a question where several options are right: what was picked before, or its answer.
    pub(super) fn picks_at(&mut self, item: &Item<'_>) -> Vec<usize> {
        if !item.question.has_several_keys() {
            return vec![];
        }
        self.picks.take().unwrap_or_else(|| {
            let mut places = item.places(item.chosen());
            places.sort_unstable();
            places
        })
    }

    /// Records the options at these places as the answer to a question, or no answer, and says so. Returns whether it
    /// was recorded.
    pub(super) fn give(&mut self, person: &mut Person, at: usize, places: &[usize]) -> Result<bool, Failure> {
        let item = &self.state().items()[at];
        let (chosen, kept) = (item.options(places), view::kept(at + 1, item, places));
        let took = self.spent();
        if !self.done(person, self.state().choose(at, &chosen, took, self.session.context.now()))? {
            return Ok(false);
        }
        if places.is_empty() {
            person.tell("The answer is taken out.")?;
        } else {
            person.tell(&kept)?;
            self.last = Some(at);
        }
        Ok(true)
    }

    /// Records what is picked at a question that is left without Enter, if it is not its answer already.
    pub(super) fn keep_picks(
        &mut self,
        person: &mut Person,
        at: usize,
        picks: &[usize],
    ) -> Result<(), Failure> {
        let item = &self.state().items()[at];
        let (mut before, mut now) = (item.chosen().to_vec(), item.options(picks));
        before.sort_unstable();
        now.sort_unstable();
        if item.question.has_several_keys() && before != now && self.give(person, at, picks)? {
            // An answer goes on to the next question; where to go is said by what was typed.
            let spent = self.spent();
            if let Ok(body) = self.state().go(at, spent) {
                self.session.record(body)?;
            }
        }
        Ok(())
    }
}
