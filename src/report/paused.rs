//! A paused sitting in a few words.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::{ago, until};
use crate::bank::Bank;
use crate::progress::{Millis, Paused, SittingPlan};

/// Such as `quiz on People in crisis, after 2 of 10, last answered today`.
pub(crate) fn paused_line(paused: &Paused<'_>, bank: &Bank, now: Millis, zone: &TimeZone) -> String {
    let when = match paused.answered {
        Some(answer) => format!("last answered {}", ago(answer.at, now, zone)),
        None => format!("begun {}", ago(paused.start.at, now, zone)),
    };
    let clock = paused_clock(paused, now, zone).map_or_else(String::new, |clock| format!("; {clock}"));
    format!("{}, {when}{clock}", paused_name(paused, bank))
}

/// Until when the clock of a paused exam runs, if it has one: `its clock runs until 14:05`.
pub(crate) fn paused_clock(paused: &Paused<'_>, now: Millis, zone: &TimeZone) -> Option<String> {
    let deadline = paused.plan.terms()?.deadline?;
    Some(if deadline <= now {
        String::from("its time is up")
    } else {
        format!("its clock runs until {}", until(deadline, now, zone))
    })
}

/// The same without the time: `quiz on People in crisis, after 2 of 10`.
pub(crate) fn paused_name(paused: &Paused<'_>, bank: &Bank) -> String {
    let items = paused.plan.items();
    let subject = match paused.plan {
        SittingPlan::Exam(plan) if plan.terms.profile.is_some() => format!(" ({})", plan.terms.title),
        _ => {
            let questions = items.iter().filter_map(|item| bank.question(&item.question));
            let topics: BTreeSet<&str> = questions.map(|question| question.topic.as_str()).collect();
            match topics.first() {
                None => String::from(" of another bank"),
                Some(only) if topics.len() == 1 => format!(" on {}", bank.title(only)),
                Some(_) => format!(" on {} topics", topics.len()),
            }
        }
    };
    format!("{}{subject}, after {} of {}", paused.plan.name(), paused.done, items.len())
}
