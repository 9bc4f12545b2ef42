//! The plan in the menu: the day of the exam, which one it is, and minutes a day, each chosen from a list.

use super::choosing::choose;
use crate::commands::plan::Args;
use crate::context::Context;
use crate::failure::Failure;
use crate::library;
use crate::progress::{Calendar, StudyPlan};
use crate::terminal::{Choice, Leaving};

/// The days that are listed: 14 weeks, so that a number has two digits.
const DAYS: usize = 98;
const MINUTES: [u32; 8] = [10, 15, 20, 30, 45, 60, 90, 120];

/// What to do with the plan, or how the menu was left.
pub(super) fn planning(context: &Context, planned: &StudyPlan) -> Result<Result<Args, Choice>, Failure> {
    let mut items = ["Show what is left to do", "The day of the exam", "Which exam it is", "Minutes a day"]
        .map(String::from)
        .to_vec();
    if *planned != StudyPlan::default() {
        items.push(String::from("Forget the plan"));
    }
    loop {
        let chosen = match choose(context, "Plan", &items, Leaving::Back)? {
            Choice::Item(0) => return Ok(Ok(Args::default())),
            Choice::Item(1) => day(context)?,
            Choice::Item(2) => exam(context)?,
            Choice::Item(3) => minutes(context)?,
            Choice::Item(_) => return Ok(Ok(Args::forget())),
            other => return Ok(Err(other)),
        };
        match chosen {
            Err(Choice::Left) => {}
            chosen => return Ok(chosen),
        }
    }
}

fn day(context: &Context) -> Result<Result<Args, Choice>, Failure> {
    let calendar = Calendar::new(context.now(), context.zone());
    let dates: Vec<_> = (1..=DAYS).map(|days| calendar.after(days)).collect();
    let items: Vec<String> = dates.iter().map(|date| date.strftime("%A, %B %-d").to_string()).collect();
    Ok(match choose(context, "In how many days is the exam?", &items, Leaving::Back)? {
        Choice::Item(at) => Ok(Args::on(dates[at].to_string())),
        other => Err(other),
    })
}

fn exam(context: &Context) -> Result<Result<Args, Choice>, Failure> {
    let profiles = library::profiles(context)?.all;
    let items: Vec<String> =
        profiles.iter().map(|profile| format!("{}: {}", profile.place, profile.title)).collect();
    if items.is_empty() {
        return Ok(Err(Choice::Left));
    }
    Ok(match choose(context, "Which exam?", &items, Leaving::Back)? {
        Choice::Item(at) => Ok(Args::of(&profiles[at].id)),
        other => Err(other),
    })
}

fn minutes(context: &Context) -> Result<Result<Args, Choice>, Failure> {
    let items = MINUTES.map(|minutes| format!("{minutes} minutes"));
    Ok(match choose(context, "How long each day?", &items, Leaving::Back)? {
        Choice::Item(at) => Ok(Args::with_minutes(MINUTES[at])),
        other => Err(other),
    })
}
