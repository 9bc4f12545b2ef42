//! After an answer of a quiz: the pause in which the explanation is read, and what can be done about the answer.

use super::conversation::Conversation;
use crate::commands::session::Ended;
use crate::failure::Failure;
use crate::progress::Body;
use crate::sitting::Replay;
use crate::terminal::view;
use crate::terminal::{Expect, Person, Reply};

impl Conversation<'_> {
    /// The pause after an explanation: `None` continues.
    pub(super) fn after(&mut self, person: &mut Person) -> Result<Option<Ended>, Failure> {
        let is_last = self.session.state.asked().is_none();
        let keys = person.has_keys();
        loop {
            let Some(item) = self.session.state.last_item().cloned() else { return Ok(None) };
            match person.ask(&|width| view::next_prompt(is_last, keys, width), &Expect::Next)? {
                Reply::Why => {
                    person.say(&format!("\n{}\n", view::why_not(&item, item.chosen(), person.width())))?;
                }
                Reply::Guess => self.guess(person)?,
                Reply::Flag => self.flag(person, &item)?,
                Reply::Again => {
                    person.say("")?;
                    self.show(person, &item)?;
                    person.say(&view::verdict(&item, item.chosen(), person.width()))?;
                }
                Reply::Undo => {
                    if self.undo(person)? {
                        return Ok(None);
                    }
                }
                Reply::Help => {
                    person.say(&format!("\n{}\n", view::next_help(is_last, person.width())))?;
                }
                Reply::Quit | Reply::End => return Ok(Some(Ended::Stopped)),
                Reply::Interrupted => return Ok(Some(Ended::Interrupted)),
                _ if person.pauses() => {
                    person.say("")?;
                    return Ok(None);
                }
                _ => return Ok(None),
            }
        }
    }

    /// Records that the last answer was a guess, or that it was none after all.
    pub(super) fn guess(&mut self, person: &mut Person) -> Result<(), Failure> {
        let state = &self.session.state;
        let Some((item, given)) = state.last_item().and_then(|item| Some((item, item.given.as_ref()?)))
        else {
            person.tell(
                "There is no answer yet that could be a guess: answer first, then g says that you guessed.",
            )?;
            return Ok(());
        };
        let number = state.number(item);
        let on = !state.sitting().is_guess(item);
        let target = given.event.clone();
        self.session.record(Body::Guess { target, on })?;
        person.tell(&view::guessed(number, on))?;
        Ok(())
    }

    /// Takes back the last answer. Returns whether there was one.
    pub(super) fn undo(&mut self, person: &mut Person) -> Result<bool, Failure> {
        let last = self.session.state.last_item().and_then(|item| item.given.as_ref());
        let Some(target) = last.map(|given| given.event.clone()) else {
            person.tell("There is no answer to take back in this quiz.")?;
            return Ok(false);
        };
        self.session.record(Body::Undo { target })?;
        person.tell("Taken back. Here is the question again.\n")?;
        Ok(true)
    }
}
