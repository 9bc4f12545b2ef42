//! `guardprep undo`: take back the last answers.

use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::logbook;
use crate::progress::{Body, History};

/// Take back the last answer, or several
///
/// The log keeps that it was given and taken back; no number counts it any more.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How many answers, the last ones first
    #[arg(short = 'n', long = "count", value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    count: u16,
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let none = || Failure::NoAnswer;
    if logbook::look(context)?.is_none() {
        return Err(none());
    }
    let mut store = logbook::writable(context)?;
    let history = History::derive(&store.events()?);
    let newest = history.newest();
    if newest.is_empty() {
        return Err(none());
    }
    for (question, attempt) in newest.into_iter().take(usize::from(args.count)) {
        store.record(context.now(), None, Body::Undo { target: attempt.event.clone() })?;
        let was = if attempt.correct { "right" } else { "wrong" };
        context.print(Stream::Out, &format!("Taken back: your answer to {question}, which was {was}."))?;
    }
    Ok(Exit::Done)
}
