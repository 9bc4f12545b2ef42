//! `guardprep resume`: go on with a paused quiz or exam.

use super::exam::{self, ClockDisplay};
use super::quiz::hold;
use super::session::Session;
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::{Body, History, Paused, SittingPlan, of_sitting, paused, to_resume};
use crate::quiz::QuizSitting;
use crate::report::paused_line;
use crate::sitting::Replay;
use crate::words::wrap;

/// Go on with a paused quiz or exam
///
/// The same question, the same order of questions and options, the same flags: whatever ended it. An exam goes on with the
/// time that is left; when there is none, its result is shown. Of several, the one that was answered last; the others
/// are listed with a number.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Another one that is paused: its number in the list
    #[arg(value_name = "NUMBER")]
    number: Option<usize>,

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
    let joined = library::sound_banks(context)?;
    let bank = &joined.bank;
    let none = || Failure::NothingPaused;
    if logbook::look(context)?.is_none() {
        return Err(none());
    }
    let mut store = if args.drop { logbook::writable(context)? } else { logbook::open(context)? };
    let events = store.events()?;
    let waiting = paused(&events);
    // By default, skip sittings whose questions are in none of the banks of this run.
    let number = args.number.unwrap_or_else(|| to_resume(&waiting, bank).unwrap_or_default() + 1);
    let Some(chosen) = number.checked_sub(1).and_then(|at| waiting.get(at)) else {
        return Err(match waiting.len() {
            0 => none(),
            of => Failure::NoSuchPaused { number, of },
        });
    };
    let (event, plan) = (chosen.start, chosen.plan);
    let line = |paused: &Paused<'_>| paused_line(paused, context.now(), &context.zone());
    if args.drop {
        store.record(context.now(), Some(&event.id), Body::End)?;
        let counts = match plan {
            SittingPlan::Exam(_) => "It was not handed in: none of its answers counts.",
            SittingPlan::Quiz(_) => "Its answers still count.",
        };
        context.print(
            Stream::Out,
            &wrap(&format!("Dropped: the {}. {counts}", line(chosen)), context.width()),
        )?;
        return Ok(Exit::Done);
    }
    let others = waiting.iter().enumerate().filter(|(at, _)| at + 1 != number);
    let others: Vec<String> = others.map(|(at, paused)| format!("  {}  {}", at + 1, line(paused))).collect();
    if !others.is_empty() {
        context.note(&format!(
            "also paused; `guardprep resume NUMBER` resumes one, with --drop it drops it:\n{}",
            others.join("\n")
        ))?;
    }
    if !chosen.is_known(bank) {
        return Err(Failure::PausedVanished { what: plan.name() });
    }
    let stream = if args.json { Stream::Err } else { Stream::Out };
    let plan = match plan {
        SittingPlan::Exam(plan) => {
            return exam::resume(context, bank, store, event, plan, stream, args.clock);
        }
        SittingPlan::Quiz(plan) => plan,
    };
    let history = History::derive(&events);
    let state = QuizSitting::open(plan, bank, |id| history.is_flagged(id));
    let state = state.replayed(of_sitting(&events, &event.id));
    let session = Session { context, bank, store, start: event.id.clone(), state, stream };
    session.note_vanished()?;
    // A quiz that was interrupted after its last answer only shows its summary.
    hold(session, history)
}
