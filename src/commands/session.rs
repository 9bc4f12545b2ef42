//! A sitting in progress with the store that records it, for quiz and exam alike.

use serde_json::{Value, json};

use crate::bank::Bank;
use crate::context::{Context, Outlives, Stream, resume_words};
use crate::failure::{Exit, Failure};
use crate::progress::{Body, Derived, Millis, SittingPlan, paused, put_aside, to_resume};
use crate::report::paused_name;
use crate::sitting::{Item, Replay};
use crate::store::Store;
use crate::terminal::{Person, Reply};

/// A quiz or an exam in progress.
pub(super) struct Session<'c, S> {
    pub(super) context: &'c Context,
    pub(super) bank: &'c Bank,
    pub(super) store: Store,
    /// What followed from the log when it was looked at last.
    pub(super) derived: Derived,
    /// The id of its start event, which is the id of the sitting.
    pub(super) start: String,
    pub(super) state: S,
    /// Where the person is asked: on stderr if stdout is for a JSON document.
    pub(super) stream: Stream,
}

/// How a conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    Finished,
    Stopped,
    OutOfInput,
    Interrupted,
}

impl Ended {
    /// How the conversation ends with this reply, if it does.
    pub(super) fn by(reply: &Reply, person: &Person) -> Option<Self> {
        Some(match reply {
            Reply::Quit => Self::Stopped,
            Reply::End if person.has_keys() => Self::Stopped,
            Reply::End => Self::OutOfInput,
            Reply::Interrupted => Self::Interrupted,
            _ => return None,
        })
    }

    pub(super) fn exit(self) -> Exit {
        match self {
            Self::Finished | Self::Stopped => Exit::Done,
            Self::OutOfInput => Exit::No,
            Self::Interrupted => Exit::Interrupted,
        }
    }
}

/// Records the beginning of a sitting, and the end of what it puts aside, which is said. Gives its id.
pub(super) fn begin(
    context: &Context,
    bank: &Bank,
    store: &mut Store,
    derived: &Derived,
    plan: SittingPlan,
    now: Millis,
) -> Result<String, Failure> {
    for aside in put_aside(derived.open(), &plan) {
        store.record(now, Some(&aside.start.id), Body::End)?;
        if store.is_kept() {
            let why = if aside.answered.is_none() {
                "nothing was answered in it"
            } else {
                "what is left of it is chosen anew"
            };
            context.note(&format!("put aside: the {}; {why}\n", paused_name(&aside, bank)))?;
        }
    }
    Ok(store.record(now, None, Body::Start { plan })?.id)
}

impl<'c, S: Replay<'c>> Session<'c, S> {
    /// Records an event, and applies it once it is on disk. Every change of a sitting goes through here.
    pub(super) fn record(&mut self, body: Body) -> Result<(), Failure> {
        let event = self.store.record(self.context.now(), Some(&self.start), body)?;
        self.state.apply(&event);
        if matches!(event.body, Body::Answer(_) | Body::Choose(_)) {
            // What was answered last is what `resume` takes.
            Context::set_resume_number(None);
        }
        Ok(())
    }

    /// Notes how many questions are no longer in the banks.
    pub(super) fn note_vanished(&self) -> Result<(), Failure> {
        let what = match self.state.sitting().vanished {
            0 => return Ok(()),
            1 => String::from("1 question is"),
            n => format!("{n} questions are"),
        };
        Ok(self.context.note(&format!("{what} no longer in the banks, and left out"))?)
    }

    /// What follows from the log now: another guardprep may have written to it, too.
    pub(super) fn now(&mut self) -> Result<&Derived, Failure> {
        self.store.catch_up(&mut self.derived)?;
        Ok(&self.derived)
    }

    /// Keeps what follows from the log for the next time. The answers are saved already, so nothing is said if it fails.
    pub(super) fn keep(&mut self) {
        if self.now().is_ok() {
            self.store.keep(&self.derived);
        }
    }

    /// The command that goes on with this sitting: without a number `resume` takes what was answered last, which may be
    /// another one. `None` if it is not saved, or if nothing was answered and another quiz was begun since.
    pub(super) fn resume_command(&mut self) -> Result<Option<String>, Failure> {
        if !self.store.is_kept() {
            return Ok(None);
        }
        self.now()?;
        let is_paused = paused(self.derived.open()).iter().any(|paused| paused.start.id == self.start);
        Ok(if is_paused { Some(resume_words(self.resume_number()?)) } else { None })
    }

    /// The number that `resume` needs for this sitting, if it needs one.
    fn resume_number(&mut self) -> Result<Option<usize>, Failure> {
        self.now()?;
        let waiting = paused(self.derived.open());
        let own = waiting.iter().position(|paused| paused.start.id == self.start);
        Ok(own.filter(|&at| to_resume(&waiting, self.bank) != Some(at)).map(|at| at + 1))
    }

    /// From here on a signal says what outlives the program, and how to go on with it.
    pub(super) fn outlives(&mut self, outlives: Outlives) -> Result<(), Failure> {
        Context::set_resume_number(self.resume_number()?);
        Context::set_outlives(outlives);
        Ok(())
    }

    /// Says at which question the input ended, and how to resume.
    pub(super) fn remark_out_of_input(&mut self, number: usize, what: &str) -> Result<(), Failure> {
        let all = self.state.sitting().len();
        let how = match self.resume_command()? {
            Some(resume) => format!("The {what} is kept; go on with: {resume}"),
            None if self.store.is_kept() => String::from("Nothing was answered."),
            None => String::from("Nothing was saved."),
        };
        let text = format!("guardprep: the input ended at question {} of {all}.\n{how}", number.min(all));
        Ok(self.context.remark(&text)?)
    }
}

/// One question as JSON, for the documents of `quiz --json` and `exam --json`.
pub(super) fn item(item: &Item<'_>, millis: u64) -> Value {
    let chosen: Vec<&str> = item.chosen().iter().map(|&at| item.question.option(at)).collect();
    json!({
        "id": item.question.id, "chosen": chosen, "correct": item.is_right(),
        "seconds": millis as f64 / 1000.0, "flagged": item.flagged,
    })
}
