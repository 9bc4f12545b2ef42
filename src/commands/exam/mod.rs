//! `guardprep exam`: a mock exam in the format of a real one.

mod after;
mod answering;
mod clock;
mod conversation;
mod going_over;
mod json;
mod list;
mod naming;
mod past;
mod resuming;
mod walking;

use super::facility::ByFacility;
use super::selecting::{count, named};
use super::session::{Session, begin as begin_sitting};
use super::topic_choice::topic_ids;
use crate::bank::Question;
use crate::context::{Context, Stream};
use crate::exam::{ExamRequest, ExamSitting, ExtraTime, PRACTICE_QUESTIONS, PassRule, Setup, draw};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook::{self, Wanted};
use crate::progress::{Paused, SittingPlan, paused};
use crate::terminal::view::exam as view;
use crate::terminal::{Expect, Reply};

pub(super) use clock::ClockDisplay;
pub(super) use naming::find;
use naming::planned;
pub(super) use resuming::resume;

use conversation::hold;

/// Take a mock exam: a clock, flags, a pass mark, no feedback until the end
///
/// PROFILE names a real exam whose format is copied (not its content): its number of questions, its time, its pass
/// mark. Without one, -n, --minutes, --pass and --topic say what the exam is; without any of them it is the exam of your
/// plan (`guardprep plan --profile`), or one of all topics.
///
/// Every answer is saved at once. Whatever ends the program, the clock goes on: `guardprep resume` goes on with the
/// time that is left, or shows the result when there is none.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// The exam to copy the format of; --list shows them
    #[arg(value_name = "PROFILE")]
    profile: Vec<String>,

    /// The same, as `plan` has it
    #[arg(long = "profile", value_name = "PROFILE", hide = true, conflicts_with_all = ["profile", "list", "review"])]
    profile_option: Option<String>,

    /// How many questions [default: as the profile says, or 50]
    #[arg(short = 'n', long = "count", value_name = "N", value_parser = count, allow_negative_numbers = true)]
    count: Option<usize>,

    /// How long it may take [default: as the profile says, or 75 seconds a question]
    #[arg(long, value_name = "M", value_parser = minutes, conflicts_with = "untimed")]
    minutes: Option<u32>,

    /// What passes: a percent such as 70%, or a number of right answers
    #[arg(long, value_name = "MARK", value_parser = PassRule::parse)]
    pass: Option<PassRule>,

    /// Time beyond the usual, for those who are granted it
    #[arg(long, value_name = "TIMES", value_parser = named::<ExtraTime>(), conflicts_with = "untimed")]
    extra_time: Option<ExtraTime>,

    /// Without a time limit
    #[arg(long)]
    untimed: bool,

    /// Only questions of this topic (may be repeated)
    #[arg(long, value_name = "TOPIC")]
    topic: Vec<String>,

    #[command(flatten)]
    by_facility: ByFacility,

    /// How the clock is shown
    #[arg(long, value_enum, value_name = "HOW", default_value = "live")]
    clock: ClockDisplay,

    /// List the exams whose format can be copied, with how sure their figures are
    #[arg(long, conflicts_with_all = ["profile", "review"])]
    list: bool,

    /// Show the result of an earlier exam and go over it: the last one, or the one of this number
    #[arg(long, value_name = "NUMBER", num_args = 0..=1, default_missing_value = "0", conflicts_with = "profile")]
    review: Option<usize>,

    /// Practice without a trace: nothing is saved
    #[arg(long)]
    no_save: bool,

    /// Print the result as JSON to stdout; the questions go to stderr
    #[arg(long)]
    json: bool,

    #[arg(skip)]
    of_all_topics: bool,

    /// How long it may take, in seconds: for tests
    #[arg(long, hide = true)]
    seconds: Option<u64>,
}

impl Args {
    /// An exam of a profile, as the menu starts it.
    pub(super) fn of(profile: &str) -> Self {
        Self { profile: vec![profile.to_owned()], ..Self::default() }
    }

    /// An exam of all topics, whatever is planned, as the menu starts it.
    pub(super) fn of_all_topics() -> Self {
        Self { of_all_topics: true, ..Self::default() }
    }

    /// Whether the person says what exam it is, so that the plan does not.
    fn is_own(&self) -> bool {
        let has_figures = self.count.is_some() || self.minutes.is_some() || self.pass.is_some();
        self.of_all_topics
            || has_figures
            || self.profile_option.is_some()
            || !self.profile.is_empty()
            || !self.topic.is_empty()
    }
}

pub(super) fn minutes(text: &str) -> Result<u32, String> {
    match text.parse() {
        Ok(n @ 1..=1440) => Ok(n),
        _ => Err(String::from("give a whole number of minutes from 1 to 1440")),
    }
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    if args.list {
        return list::run(args.json, context);
    }
    match args.review {
        Some(number) => past::run(number, args.json, context),
        None => begin(args, context),
    }
}

fn begin(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = library::sound_banks(context)?;
    let bank = &joined.bank;
    let profiles = library::profiles(context)?;
    let named = match args.profile_option.clone().unwrap_or_else(|| args.profile.join(" ")) {
        none if none.is_empty() => None,
        name => Some(find(context, &profiles, bank, &name)?),
    };
    let topics = topic_ids(context, bank, &args.topic)?;
    // An exam works without the history, which only makes it prefer questions not seen lately.
    let wanted = Wanted { saved: !args.no_save, history: false };
    let opened = if args.is_own() { None } else { Some(logbook::for_sitting(context, wanted)?) };
    let planned = match &opened {
        Some((_, derived)) => planned(&profiles, derived.open(), context)?,
        None => None,
    };
    let profile = named.or(planned);
    let request = ExamRequest {
        questions: args.count,
        minutes: args.minutes,
        pass: args.pass,
        extra_time: args.extra_time,
        untimed: args.untimed,
    };
    let mut setup = Setup::new(profile, &request).map_err(Failure::ExamUnfit)?;
    if let Some(seconds) = args.seconds {
        setup.time = Some(seconds.saturating_mul(1_000));
    }
    let is_asked = |question: &&Question| topics.is_empty() || topics.contains(&question.topic);
    let candidates: Vec<&Question> = bank.questions().iter().filter(is_asked).collect();
    let candidates = args.by_facility.choose(context, candidates)?;
    // What is wrong with what was asked for leaves no trace.
    let (mut store, derived) = opened.map_or_else(|| logbook::for_sitting(context, wanted), Ok)?;
    let last_seen = |question: &Question| derived.history.last_seen(&question.id);
    let drawn = draw(&setup, &candidates, &profiles.blueprint, last_seen, context.seed()?);
    if drawn.len() == 0 {
        return Err(Failure::NoExamQuestion);
    }
    let waiting = paused(derived.open());
    let is_exam = |paused: &Paused<'_>| matches!(paused.plan, SittingPlan::Exam(_));
    if let Some(at) = waiting.iter().position(is_exam) {
        let clock = match waiting[at].plan {
            SittingPlan::Exam(plan) if plan.terms.deadline.is_some() => ", and its clock runs",
            _ => "",
        };
        context.note(&format!(
            "an exam is paused already{clock}: `guardprep resume {}` goes on with it",
            at + 1
        ))?;
    }
    let stream = if args.json { Stream::Err } else { Stream::Out };
    let mut person = context.person(stream);
    if planned.is_some() {
        let others = format!("guardprep exam -n {PRACTICE_QUESTIONS}");
        person.tell(&format!("The exam of your plan; `{others}` is one of all topics.\n"))?;
    }
    if Context::pass_through(&mut person, &|width| view::start(&drawn, &setup, profile, bank, width))? {
        return Ok(Exit::Interrupted);
    }
    if person.pauses() {
        person.say("")?;
    }
    match person.ask(&|_| String::from("Enter: begin   q: stop  "), &Expect::More)? {
        Reply::Next => {}
        Reply::Interrupted => return Ok(Exit::Interrupted),
        _ => return Ok(Exit::Done),
    }
    let now = context.now();
    let plan = drawn.begin(now);
    let state = ExamSitting::open(&plan, now, bank);
    let start = begin_sitting(context, bank, &mut store, &derived, SittingPlan::Exam(plan), now)?;
    hold(Session { context, bank, store, derived, start, state, stream }, args.clock, person)
}
