//! `guardprep quiz`: practise with an explanation after every answer.

mod conversation;
mod json;

use super::{count, named, opened, topic_ids, unknown};
use crate::bank::{Bank, Kind, Level};
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::progress::{Body, History, Mode};
use crate::quiz::{Empty, Selection, Sitting, draw};

pub(crate) use conversation::{Conversation, hold};

/// How many questions are asked unless it is said.
pub(crate) const USUAL: usize = 10;

/// Practise, with the reason after each answer
///
/// Draws questions at random and shuffles their options. Every answer is saved before it is judged; whatever ends
/// the quiz, `guardprep resume` goes on with it.
///
/// What a question is about narrows the choice: it has to fit every one of --objective, --kind, --level and
/// --jurisdiction that is given. What you did with it adds up: it has to fit one of --missed, --weak, --new and
/// --flagged.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Topics to draw from; all, if none is named
    #[arg(value_name = "TOPIC")]
    topics: Vec<String>,

    /// How many questions [default: 10]
    #[arg(short = 'n', long = "count", value_name = "N", value_parser = count)]
    count: Option<usize>,

    /// Only questions on this objective (may be repeated)
    #[arg(long, value_name = "ID")]
    objective: Vec<String>,

    /// Only questions of this kind (may be repeated)
    #[arg(long, value_name = "KIND", value_parser = named::<Kind>())]
    kind: Vec<Kind>,

    /// Only questions on this cognitive level (may be repeated)
    #[arg(long, value_name = "LEVEL", value_parser = named::<Level>())]
    level: Vec<Level>,

    /// Only questions about the law of this place (may be repeated)
    #[arg(long, value_name = "PLACE")]
    jurisdiction: Vec<String>,

    /// Questions whose last answer was wrong
    #[arg(long)]
    missed: bool,

    /// Questions that were right in fewer than two of the last three answers
    #[arg(long)]
    weak: bool,

    /// Questions that you have not answered, or whose right answer has changed
    #[arg(long)]
    new: bool,

    /// Questions that you flagged for review
    #[arg(long)]
    flagged: bool,

    /// Practise without a trace: nothing is saved
    #[arg(long)]
    no_save: bool,

    /// Print the result as JSON to stdout; the questions go to stderr
    #[arg(long)]
    json: bool,
}

impl Args {
    /// A short quiz of some topics, as the menu starts it.
    pub(crate) fn of_topics(topics: Vec<String>) -> Self {
        Self { topics, ..Self::default() }
    }

    /// What was wrong last time, as the menu starts it.
    pub(crate) fn missed() -> Self {
        Self { missed: true, ..Self::default() }
    }
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = context.sound_banks()?;
    let bank = &joined.bank;
    let selection = selection(args, bank)?;
    let mut store = opened(context, args.no_save)?;
    let history = History::derive(&store.history()?);
    let candidates = selection.choose(bank, &history).map_err(|empty| nothing(&empty))?;
    let wanted = args.count.unwrap_or(USUAL);
    if let Some(asked) = args.count.filter(|asked| *asked > candidates.len()) {
        let all = candidates.len();
        let questions = if all == 1 { "there is 1 question" } else { &format!("there are {all} questions") };
        context.note(&format!("you asked for {asked} questions; {questions} to ask"))?;
    }
    let plan = draw(&candidates, wanted, Mode::Quiz, context.seed()?);
    let start = store.record(context.now(), None, Body::Start { plan: plan.clone() })?;
    let sitting = Sitting::open(&plan, bank, |id| history.is_flagged(id));
    let stream = if args.json { Stream::Err } else { Stream::Out };
    hold(Conversation { context, bank, history, store, start: start.id, plan, sitting, stream })
}

fn selection(args: &Args, bank: &Bank) -> Result<Selection, Failure> {
    let topics = topic_ids(bank, &args.topics)?;
    let objectives =
        || bank.topics().iter().flat_map(|topic| &topic.objectives).map(|objective| objective.id.as_str());
    for id in &args.objective {
        if !objectives().any(|known| known == id) {
            return Err(unknown(
                "objective",
                id,
                objectives(),
                "`guardprep topics TOPIC` lists the objectives of a topic",
            ));
        }
    }
    let places = || bank.questions().iter().filter_map(|question| question.jurisdiction.as_deref());
    for place in &args.jurisdiction {
        if !places().any(|known| known == place) {
            let mut all: Vec<&str> = places().collect();
            all.sort_unstable();
            all.dedup();
            let list = format!(
                "the banks have {}",
                if all.is_empty() { String::from("none") } else { all.join(", ") }
            );
            return Err(unknown("jurisdiction", place, all, &list));
        }
    }
    Ok(Selection {
        topics,
        objectives: args.objective.clone(),
        kinds: args.kind.clone(),
        levels: args.level.clone(),
        jurisdictions: args.jurisdiction.clone(),
        missed: args.missed,
        weak: args.weak,
        new: args.new,
        flagged: args.flagged,
    })
}

fn nothing(empty: &Empty) -> Failure {
    let none = match empty.before {
        _ if empty.is_first => String::from("no question is"),
        1 => String::from("of the 1 question that fits otherwise, none is"),
        n => format!("of the {n} questions that fit otherwise, none is"),
    };
    Failure::new(format!("there is nothing to ask: {none} {}", empty.words)).hint(empty.filter.help)
}
