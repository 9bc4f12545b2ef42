//! `guardprep resume`: go on with a paused quiz or exam.

use super::exam::{self, ClockDisplay};
use super::quiz::hold;
use super::session::Session;
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::{Body, Paused, SittingPlan, of_sitting, paused, to_resume};
use crate::quiz::QuizSitting;
use crate::report::paused_line;
use crate::sitting::Replay;
use crate::store::Store;
use crate::terminal::{Choice, Leaving};
use crate::words::{hang, wrap};

/// Go on with a paused quiz or exam
///
/// The same question, the same order of questions and options, the same flags: whatever ended it. An exam goes on with the
/// time that is left; when there is none, it can be handed in as it stands or thrown away. Of several, the one that was
/// answered last; the others are listed with a number. A new quiz or study session puts aside the one before it in which
/// nothing was answered, and a study session what is left of an earlier one; both say so.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Another one that is paused: its number in the list
    #[arg(value_name = "NUMBER", allow_negative_numbers = true)]
    number: Option<usize>,

    /// List what is paused; at a terminal, choose from it
    #[arg(long, conflicts_with = "number")]
    list: bool,

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

impl Args {
    /// A choice of what is paused, for the menu.
    pub(super) fn listed() -> Self {
        Self { list: true, ..Self::default() }
    }
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = library::sound_banks(context)?;
    let bank = &joined.bank;
    let none = || Failure::NothingPaused;
    if logbook::look(context)?.is_none() {
        return Err(none());
    }
    let mut store = if args.drop { logbook::writable(context)? } else { logbook::open(context)? };
    let derived = store.derived()?;
    let open = derived.open().to_vec();
    let waiting = paused(&open);
    if waiting.is_empty() {
        return Err(none());
    }
    let lines: Vec<String> =
        waiting.iter().map(|paused| paused_line(paused, bank, context.now(), &context.zone())).collect();
    // By default, skip sittings whose questions are in none of the banks of this run.
    let mut number = args.number.unwrap_or_else(|| to_resume(&waiting, bank).unwrap_or_default() + 1);
    if args.list {
        let stream = if args.json { Stream::Err } else { Stream::Out };
        if !Context::is_interactive() {
            context.print(stream, &list(&lines, 0, context.width()))?;
            return Ok(Exit::Done);
        }
        let what = if args.drop { "Drop which one?" } else { "Go on with which one?" };
        match context.menu().choose(what, &lines, Leaving::Back, &mut context.stream(stream))? {
            Choice::Item(at) => number = at + 1,
            Choice::Left => return Ok(Exit::Done),
            Choice::Interrupted => return Ok(Exit::Interrupted),
        }
    }
    let Some(chosen) = number.checked_sub(1).and_then(|at| waiting.get(at)) else {
        return Err(Failure::NoSuchPaused { number, of: waiting.len() });
    };
    if args.drop {
        return drop_it(context, &mut store, chosen, &lines[number - 1]);
    }
    if waiting.len() > 1 && !args.list {
        context.note("also paused; `guardprep resume NUMBER` resumes one, with --drop it drops it:")?;
        context.print(Stream::Err, &list(&lines, number, context.width()))?;
    }
    if !chosen.is_known(bank) {
        return Err(Failure::PausedVanished { what: chosen.plan.name() });
    }
    let stream = if args.json { Stream::Err } else { Stream::Out };
    match chosen.plan {
        SittingPlan::Exam(plan) => {
            exam::resume(context, bank, (store, derived), (chosen.start, plan), stream, args.clock)
        }
        SittingPlan::Quiz(plan) => {
            let state = QuizSitting::open(plan, bank, |id| derived.history.is_flagged(id));
            let state = state.replayed(of_sitting(&open, &chosen.start.id));
            let start = chosen.start.id.clone();
            let session = Session { context, bank, store, derived, start, state, stream };
            session.note_vanished()?;
            // A quiz that was interrupted after its last answer only shows its summary.
            hold(session, plan.purpose)
        }
    }
}

/// The lines with their numbers, but for the one with this number.
fn list(lines: &[String], without: usize, width: usize) -> String {
    let rows = (1..).zip(lines).filter(|(number, _)| *number != without);
    rows.map(|(number, line)| hang(&format!("{number:>3}  "), "     ", line, width))
        .collect::<Vec<_>>()
        .join("\n")
}

fn drop_it(context: &Context, store: &mut Store, chosen: &Paused<'_>, line: &str) -> Result<Exit, Failure> {
    store.record(context.now(), Some(&chosen.start.id), Body::End)?;
    let counts = match chosen.plan {
        SittingPlan::Exam(_) => "It was not handed in: none of its answers counts.",
        SittingPlan::Quiz(_) => "Its answers still count.",
    };
    context.print(Stream::Out, &wrap(&format!("Dropped: the {line}. {counts}"), context.width()))?;
    Ok(Exit::Done)
}
