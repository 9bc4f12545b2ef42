//! A paused sitting in a few words.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::ago;
use crate::bank::Bank;
use crate::progress::{Millis, Paused, SittingPlan};

/// Such as `quiz on People in crisis, after 2 of 10, last answered today`.
pub(crate) fn paused_line(paused: &Paused<'_>, bank: &Bank, now: Millis, zone: &TimeZone) -> String {
    let when = match paused.answered {
        Some(answer) => format!("last answered {}", ago(answer.at, now, zone)),
        None => format!("begun {}", ago(paused.start.at, now, zone)),
    };
    let deadline = paused.plan.terms().and_then(|terms| terms.deadline);
    let clock = match deadline.map(|deadline| deadline.saturating_sub(now)) {
        None => String::new(),
        Some(..=0) => String::from("; its time is up"),
        Some(left) => format!("; {} minutes left", (left.saturating_add(59_999)) / 60_000),
    };
    format!("{}, {when}{clock}", paused_name(paused, bank))
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
