//! `guardprep quiz`: practice with an explanation after every answer.

mod after;
mod conversation;
mod json;

use super::nothing_left::nothing_left;
use super::selecting::{Selecting, count};
use super::session::{Session, begin};
use crate::bank::Question;
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook::{self, Wanted};
use crate::progress::{Purpose, SittingPlan};
use crate::quiz::{QuizSitting, draw};
use crate::sitting::Replay;

pub(super) use conversation::hold;

/// How many questions are asked without `-n`.
pub(crate) const USUAL: usize = 10;

/// Practice, with the reason after each answer
///
/// Draws questions at random and shuffles their options. Every answer is saved before it is judged; whatever ends
/// the quiz, `guardprep resume` goes on with it.
///
/// What a question is about narrows the choice: it has to fit every one of --objective, --kind, --level, --jurisdiction
/// and --last that is given. What you did with it adds up: it has to fit one of --missed, --weak, --new, --flagged and
/// --guessed.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    selecting: Selecting,

    /// How many questions [default: 10, or with --last all of them]
    #[arg(short = 'n', long = "count", value_name = "N", value_parser = count, allow_negative_numbers = true)]
    count: Option<usize>,

    /// Practice without a trace: nothing is saved
    #[arg(long)]
    no_save: bool,

    /// Print the result as JSON to stdout; the questions go to stderr
    #[arg(long)]
    json: bool,
}

impl Args {
    /// A short quiz on some topics, for the menu.
    pub(crate) fn of_topics(topics: Vec<String>) -> Self {
        Self { selecting: Selecting { topics, ..Selecting::default() }, ..Self::default() }
    }

    /// A quiz of what the last quiz or exam missed, for the menu.
    pub(crate) fn last_missed() -> Self {
        Self { selecting: Selecting { missed: true, last: true, ..Selecting::default() }, ..Self::default() }
    }

    /// A quiz of the questions answered wrong last time, for the menu.
    pub(crate) fn missed() -> Self {
        Self { selecting: Selecting { missed: true, ..Selecting::default() }, ..Self::default() }
    }
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = library::sound_banks(context)?;
    let bank = &joined.bank;
    let wanted = Wanted { saved: !args.no_save, history: args.selecting.asks_history() };
    let (mut store, derived) = logbook::for_sitting(context, wanted)?;
    let history = &derived.history;
    let stream = if args.json { Stream::Err } else { Stream::Out };
    let candidates = match args.selecting.choose(context, bank, history) {
        Err(Failure::NothingToAsk(empty)) if empty.is_history => {
            nothing_left("ask", &empty, empty.help, history, stream, context)?;
            if args.json {
                let nothing = QuizSitting::open(&draw(&[], 0, |_| None, context.seed()?), bank, |_| false);
                context.document(&json::document(nothing.sitting(), bank, Purpose::Practice, None))?;
            }
            return Ok(Exit::Done);
        }
        candidates => candidates?,
    };
    // To go over the last quiz is to go over all of it.
    let wanted = args.count.unwrap_or(if args.selecting.last { candidates.len() } else { USUAL });
    if let Some(asked) = args.count.filter(|asked| *asked > candidates.len()) {
        let all = candidates.len();
        let questions = if all == 1 { "there is 1 question" } else { &format!("there are {all} questions") };
        context.note(&format!("you asked for {asked} questions; {questions} to ask"))?;
    }
    let last_seen = |question: &Question| history.last_seen(&question.id);
    let plan = draw(&candidates, wanted, last_seen, context.seed()?);
    let state = QuizSitting::open(&plan, bank, |id| history.is_flagged(id));
    let start = begin(context, bank, &mut store, &derived, SittingPlan::Quiz(plan), context.now())?;
    hold(Session { context, bank, store, derived, start, state, stream }, Purpose::Practice)
}
