//! `guardprep study`: the share of the day on the way to the exam.

use serde_json::json;

use super::goal::Goal;
use super::quiz::hold;
use super::selecting::count;
use super::session::{Session, begin};
use super::topic_choice::topic_ids;
use crate::bank::{Bank, Question};
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook::{self, Wanted};
use crate::progress::{Calendar, Doubt, Knowledge, Purpose, SittingPlan, pacing};
use crate::quiz::{Order, QuizSitting, Today};
use crate::report::{Ahead, Reasons, last_choices, last_order, study_begins, study_order, study_over};
use crate::terminal::view::plan;
use crate::words::wrap;

/// What is worth answering today
///
/// New questions first, those of your weakest topics before others; then what you are most likely to have forgotten by
/// now, with what you got wrong or guessed in front. It goes on until today's share is done: with a date of the exam as
/// much as it takes until then (`guardprep plan`), without one 20 questions a day. On the day of the exam these are 10 that
/// came before, and none is new.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Only these topics
    #[arg(value_name = "TOPIC")]
    topics: Vec<String>,

    /// How many questions [default: what is left of today's share]
    #[arg(short = 'n', long = "count", value_name = "N", value_parser = count)]
    count: Option<usize>,

    /// Study without a trace: nothing is saved
    #[arg(long)]
    no_save: bool,

    /// Print the result as JSON to stdout; the questions go to stderr
    #[arg(long)]
    json: bool,
}

impl Args {
    /// Ten more beyond today's share, for the menu.
    pub(super) fn more() -> Self {
        Self { count: Some(10), ..Self::default() }
    }
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = library::sound_banks(context)?;
    let bank = &joined.bank;
    let (mut store, derived) = logbook::for_sitting(context, Wanted { saved: !args.no_save, history: true })?;
    let history = &derived.history;
    let goal = Goal::of(derived.open(), bank, context)?;
    let calendar = Calendar::new(context.now(), context.zone());
    let all = Knowledge::new(&goal.questions, history);
    let pacing = pacing(&all, history, &goal.plan, &calendar);
    let some = of_topics(&topic_ids(context, bank, &args.topics)?, &goal, bank);
    let some = some.map(|questions| Knowledge::new(&questions, history));
    let knowledge = some.as_ref().unwrap_or(&all);
    let wanted = args.count.unwrap_or_else(|| pacing.left_today());
    let seed = context.seed()?;
    let today =
        Today::choose(knowledge, &goal.aim.weights(), &calendar, wanted, Order::of(&pacing, wanted), seed);
    let stream = if args.json { Stream::Err } else { Stream::Out };
    if today.questions.is_empty() {
        let ahead = goal.ahead(&all, history, context);
        context.print(stream, &nothing(&ahead, wanted, !args.topics.is_empty(), context))?;
        if args.json {
            let readiness = ahead.readiness_json();
            context.document(&json!({
                "schema": 1, "mode": "study", "seed": seed, "asked": 0, "correct": 0, "passed": null,
                "topics": [], "items": [], "readiness": readiness,
            }))?;
        }
        return Ok(Exit::Done);
    }
    let reasons = reasons(&today, knowledge, bank);
    let mut begins = vec![study_begins(&pacing, today.questions.len()), reasons.line()];
    begins.extend(study_order(&pacing, today.new).filter(|_| today.new > 0));
    begins.extend(last_order(&pacing, today.new).map(String::from));
    let begins: Vec<String> = begins.iter().map(|line| wrap(&context.told(line), context.width())).collect();
    let said = begins.join("\n");
    context.print(stream, &format!("{said}\n"))?;
    let plan = today.plan(seed);
    let state = QuizSitting::open(&plan, bank, |id| history.is_flagged(id));
    let start = begin(context, bank, &mut store, &derived, SittingPlan::Quiz(plan), context.now())?;
    hold(Session { context, bank, store, derived, start, state, stream }, Purpose::Study)
}

/// The questions of these topics that the exam may ask; if it asks none of them, all questions of the topics, since they
/// were asked for. `None` where that is whatever the exam may ask.
fn of_topics<'b>(topics: &[String], goal: &Goal<'b>, bank: &'b Bank) -> Option<Vec<&'b Question>> {
    if topics.is_empty() && !goal.questions.is_empty() {
        return None;
    }
    let is_wanted = |question: &&Question| topics.is_empty() || topics.contains(&question.topic);
    let questions: Vec<&Question> = goal.questions.iter().copied().filter(is_wanted).collect();
    Some(if questions.is_empty() { bank.questions().iter().filter(is_wanted).collect() } else { questions })
}

fn reasons(today: &Today<'_>, knowledge: &Knowledge<'_>, bank: &Bank) -> Reasons {
    // Weakest of several, and not before there is anything to compare.
    let is_one_of_several = today.questions.iter().any(|q| Some(q.topic.as_str()) != today.weakest);
    let weakest = today
        .weakest
        .filter(|topic| knowledge.is_weak(topic) && is_one_of_several)
        .map(|topic| bank.title(topic).to_owned());
    let mut reasons = Reasons { new: today.new, weakest, ..Reasons::default() };
    for question in &today.questions {
        let known = knowledge.questions().iter().find(|known| known.question.id == question.id);
        let Some((known, last)) = known.and_then(|known| Some((known, known.last?))) else { continue };
        match known.doubt {
            Some(Doubt::Misconception) => reasons.misconceptions += 1,
            Some(Doubt::Guess) => reasons.lucky += 1,
            None if last.knew => reasons.fading += 1,
            None => reasons.wrong += 1,
        }
    }
    reasons
}

/// What is said when nothing is asked.
fn nothing(ahead: &Ahead, wanted: usize, of_topics: bool, context: &Context) -> String {
    let (said, more) = if wanted == 0 {
        (study_over(&ahead.pacing), "ten more, beyond today's share")
    } else if of_topics {
        (
            String::from("Nothing of this is left for today: all of it was answered right today."),
            "of all topics",
        )
    } else {
        (String::from("Nothing is left for today: every question was answered right today."), "")
    };
    let is_last = ahead.pacing.is_last();
    let mut choices = if is_last { last_choices(ahead) } else { vec![] };
    let mut can = |command: &str, what| choices.push((command.to_owned(), what));
    // On the day of the exam the share is enough.
    if !more.is_empty() && !ahead.pacing.is_exam_day() {
        can("guardprep study -n 10", more);
    }
    if !is_last {
        can("guardprep quiz", "practice any topic");
    }
    can("guardprep progress", "how you stand");
    let choices: Vec<(String, String)> = if context.in_menu() { vec![] } else { choices }
        .into_iter()
        .map(|(command, what)| (command, what.to_owned()))
        .collect();
    plan(&[said], &choices, context.width())
}
