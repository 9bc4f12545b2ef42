//! Going on with a paused exam; if its time ran out meanwhile, the person decides what becomes of it.

use super::clock::{ClockDisplay, was_set};
use super::conversation::hold;
use super::json;
use crate::bank::Bank;
use crate::commands::session::Session;
use crate::context::{Context, Stream};
use crate::exam::ExamSitting;
use crate::failure::{Exit, Failure};
use crate::progress::{Body, Derived, Event, ExamPlan, of_sitting};
use crate::sitting::Replay;
use crate::store::Store;
use crate::terminal::{Choice, Leaving};
use crate::words::{counted, wrap};

/// Resumes a paused exam.
pub(crate) fn resume(
    context: &Context,
    bank: &Bank,
    (store, derived): (Store, Derived),
    (start, plan): (&Event, &ExamPlan),
    stream: Stream,
    clock: ClockDisplay,
) -> Result<Exit, Failure> {
    let state = ExamSitting::open(plan, start.at, bank).replayed(of_sitting(derived.open(), &start.id));
    let now = context.now();
    let mut session = Session { context, bank, store, derived, start: start.id.clone(), state, stream };
    session.note_vanished()?;
    if let Some(by) = session.state.set_back(now) {
        session.record(Body::ClockSet { by })?;
        session.tell(&was_set(by, session.state.terms().deadline.is_some()))?;
    }
    if session.state.is_time_up(now) {
        if let Some(exit) = session.decide()? {
            if stream == Stream::Err {
                context.document(&json::document(&session.state, bank))?;
            }
            return Ok(exit);
        }
    } else {
        session.tell(&format!("Going on with: {}.", session.state.terms().title))?;
    }
    hold(session, clock, context.person(stream))
}

impl<'c> Session<'c, ExamSitting<'c>> {
    fn tell(&self, text: &str) -> Result<(), Failure> {
        Ok(self.context.print(self.stream, &wrap(text, self.context.width()))?)
    }

    /// What becomes of an exam whose time ran out while it was closed: `None` hands it in.
    fn decide(&mut self) -> Result<Option<Exit>, Failure> {
        let (answered, all) = (self.state.sitting().answered(), self.state.items().len());
        let title = &self.state.terms().title;
        if answered == 0 {
            let text = format!(
                "The time of your exam ({title}) ran out while it was closed, and nothing was answered. It is thrown away and does not count."
            );
            self.tell(&text)?;
            self.record(Body::End)?;
            return Ok(Some(Exit::Done));
        }
        let done = format!("{answered} of {}", counted(all, "question"));
        self.tell(&format!(
            "The time of your exam ({title}) ran out while it was closed. You had answered {done}."
        ))?;
        let items = [
            String::from("Hand it in as it stands"),
            String::from("Throw it away: it does not count"),
            String::from("Decide later"),
        ];
        let mut out = self.context.stream(self.stream);
        match self.context.menu().choose("What becomes of it?", &items, Leaving::Back, &mut out)? {
            Choice::Item(0) => Ok(None),
            Choice::Item(1) => {
                self.record(Body::End)?;
                self.tell("Thrown away: none of its answers counts.")?;
                Ok(Some(Exit::Done))
            }
            Choice::Interrupted => Ok(Some(Exit::Interrupted)),
            Choice::Item(_) | Choice::Left => {
                self.tell("Nothing was changed: `guardprep resume` asks again.")?;
                Ok(Some(Exit::No))
            }
        }
    }
}
