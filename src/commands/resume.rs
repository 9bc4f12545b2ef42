//! `guardprep resume`: go on with a paused quiz.

use super::quiz::{Conversation, hold};
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::progress::{Body, History};
use crate::quiz::Sitting;

/// Go on with a paused quiz
///
/// The same question, the same order of questions and options, the same flags: whatever ended it.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Print the result as JSON to stdout; the questions go to stderr
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = context.sound_banks()?;
    let bank = &joined.bank;
    let none = || Failure::new("there is no paused quiz").hint("`guardprep quiz` starts one");
    if context.look()?.is_none() {
        return Err(none());
    }
    let mut store = context.store()?;
    let (start, plan) = match store.unfinished()? {
        Some(event) => match event.body {
            Body::Start { plan } => (event.id, plan),
            _ => return Err(none()),
        },
        None => return Err(none()),
    };
    let history = History::derive(&store.history()?);
    let mut sitting = Sitting::open(&plan, bank, |id| history.is_flagged(id));
    for event in store.of_sitting(&start)? {
        sitting.apply(&event);
    }
    if sitting.vanished > 0 {
        let n = sitting.vanished;
        let what = if n == 1 { "1 question is" } else { &format!("{n} questions are") };
        context.note(&format!("{what} no longer in the banks and left out"))?;
    }
    // Interrupted between the last answer and its summary, a quiz only has its summary left, which is shown.
    if sitting.len() == 0 {
        store.record(context.now(), Some(&start), Body::End)?;
        return Err(none());
    }
    let stream = if args.json { Stream::Err } else { Stream::Out };
    hold(Conversation { context, bank, history, store, start, plan, sitting, stream })
}
