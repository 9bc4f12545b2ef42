//! `guardprep plan`: when the exam is, how long there is each day, and what it takes until then.

use serde_json::json;

use super::exam::{find, minutes};
use super::goal::Goal;
use crate::bank::Bank;
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::{Body, Calendar, Derived, Knowledge, StudyPlan, exam_date, fits_by, study_plan};
use crate::report::{plan_choices, plan_lines};
use crate::terminal::view::plan;
use crate::words::wrap;

/// Set or show when your exam is, and what it takes until then
///
/// Says how many answers are still needed, how many a day that makes, whether it fits into your day, and what to do if it
/// does not. `guardprep study` follows the plan. Setting one part of it again keeps the others.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// When the exam is: 2026-12-31, Dec 31, in 3 weeks
    #[arg(long, value_name = "DATE", num_args = 1..=4)]
    exam: Vec<String>,

    /// How many minutes a day you have
    #[arg(long, value_name = "N", value_parser = minutes)]
    minutes: Option<u32>,

    /// Which exam it is; `guardprep exam --list` shows them
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,

    /// Forget the date, the minutes and the exam
    #[arg(long, conflicts_with_all = ["exam", "minutes", "profile"])]
    off: bool,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Args {
    /// For the menu: the day of the exam.
    pub(super) fn on(date: String) -> Self {
        Self { exam: vec![date], ..Self::default() }
    }

    /// Which exam it is.
    pub(super) fn of(profile: &str) -> Self {
        Self { profile: Some(profile.to_owned()), ..Self::default() }
    }

    pub(super) fn with_minutes(minutes: u32) -> Self {
        Self { minutes: Some(minutes), ..Self::default() }
    }

    pub(super) fn forget() -> Self {
        Self { off: true, ..Self::default() }
    }
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = library::known_banks(context)?;
    let bank = &joined.bank;
    let calendar = Calendar::new(context.now(), context.zone());
    let derived = logbook::derived(context)?;
    let old = study_plan(derived.open());
    let new = wanted(args, &old, bank, &calendar, context)?;
    let derived = if new == old { derived } else { keep(&new, context)? };
    if args.off && !args.json {
        let said = if new == old {
            "There is no plan to forget: guardprep study asks 20 questions a day."
        } else {
            "The plan is forgotten; your answers are as they were. guardprep study asks 20 questions a day."
        };
        context.print(Stream::Out, &wrap(said, context.width()))?;
        return Ok(Exit::Done);
    }
    let (goal, history) = (Goal::of(derived.open(), bank, context)?, &derived.history);
    let knowledge = Knowledge::new(&goal.questions, history);
    let ahead = goal.ahead(&knowledge, history, context);
    if args.json {
        let (plan, readiness) = (ahead.plan_json(), ahead.readiness_json());
        context.document(&json!({ "schema": 1, "plan": plan, "readiness": readiness }))?;
        return Ok(Exit::Done);
    }
    let lines: Vec<String> = plan_lines(&ahead).iter().map(|line| context.told(line)).collect();
    let later = fits_by(&knowledge, history, &goal.plan, &calendar, &ahead.pacing);
    let choices = if context.in_menu() { vec![] } else { plan_choices(&ahead, later) };
    context.print(Stream::Out, &plan(&lines, &choices, context.width()))?;
    Ok(Exit::Done)
}

/// The plan with what was asked for.
fn wanted(
    args: &Args,
    old: &StudyPlan,
    bank: &Bank,
    calendar: &Calendar,
    context: &Context,
) -> Result<StudyPlan, Failure> {
    if args.off {
        return Ok(StudyPlan::default());
    }
    let mut plan = old.clone();
    if !args.exam.is_empty() {
        let typed = args.exam.join(" ");
        let date = exam_date(&typed, calendar.today())
            .map_err(|why| Failure::NoDate { typed: typed.clone(), why })?;
        plan.exam = Some(date.to_string());
    }
    if let Some(name) = &args.profile {
        let profiles = library::profiles(context)?;
        plan.profile = Some(find(context, &profiles, bank, name)?.id.clone());
    }
    plan.minutes = args.minutes.or(plan.minutes);
    Ok(plan)
}

/// Records a plan. Returns what follows from the log with it.
fn keep(plan: &StudyPlan, context: &Context) -> Result<Derived, Failure> {
    let mut store = logbook::writable(context)?;
    store.record(context.now(), None, Body::Plan(plan.clone()))?;
    Ok(store.derived()?)
}
