//! `guardprep resume`: go on with a paused quiz or exam.

use super::exam::{self, ClockDisplay};
use super::quiz::{Conversation, hold};
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::progress::{Body, History, Mode};
use crate::quiz::Sitting;

/// Go on with a paused quiz or exam
///
/// The same question, the same order of questions and options, the same flags: whatever ended it. An exam goes on with the
/// time that is left; when there is none, its result is shown.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Print the result as JSON to stdout; the questions go to stderr
    #[arg(long)]
    json: bool,

    /// Drop what is paused instead; an answer of a quiz that was given still counts
    #[arg(long, conflicts_with = "json")]
    drop: bool,

    /// How the clock of an exam is shown
    #[arg(long, value_enum, value_name = "HOW", default_value = "live")]
    clock: ClockDisplay,
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = context.sound_banks()?;
    let bank = &joined.bank;
    let none = || {
        Failure::new("there is no paused quiz or exam")
            .hint("`guardprep quiz` starts a quiz, `guardprep exam` an exam")
    };
    if context.look()?.is_none() {
        return Err(none());
    }
    let mut store = context.store()?;
    let waiting = store.unfinished()?;
    let Some(event) = waiting.first().cloned() else { return Err(none()) };
    let Body::Start { plan } = &event.body else { return Err(none()) };
    if args.drop {
        store.record(context.now(), Some(&event.id), Body::End)?;
        let what = if plan.mode == Mode::Exam { "exam" } else { "quiz" };
        context.print(Stream::Out, &format!("The paused {what} is dropped. Its answers still count."))?;
        return Ok(Exit::Done);
    }
    match waiting.len() - 1 {
        0 => {}
        1 => context
            .note("one more is paused, and comes after this one; `guardprep resume --drop` drops this one")?,
        n => context.note(&format!(
            "{n} more are paused, and come after this one; `guardprep resume --drop` drops this one"
        ))?,
    }
    let stream = if args.json { Stream::Err } else { Stream::Out };
    if plan.mode == Mode::Exam {
        return exam::resume(context, bank, store, &event, plan, stream, args.clock);
    }
    let (start, plan) = (event.id.clone(), plan.clone());
    let history = History::derive(&store.history()?);
    let mut sitting = Sitting::open(&plan, bank, |id| history.is_flagged(id));
    for event in store.of_sitting(&start)? {
        sitting.apply(&event);
    }
    if sitting.vanished > 0 {
        context.note(&exam::vanished(sitting.vanished))?;
    }
    // Interrupted between the last answer and its summary, a quiz only has its summary left, which is shown.
    if sitting.len() == 0 {
        store.record(context.now(), Some(&start), Body::End)?;
        return Err(none());
    }
    hold(Conversation { context, bank, history, store, start, plan, sitting, stream })
}
