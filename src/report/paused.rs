//! A paused sitting in a few words.

use jiff::tz::TimeZone;

use super::ago;
use crate::progress::{Millis, Paused};

/// Such as `quiz of 10 questions, last answered today`.
pub(crate) fn paused_line(paused: &Paused<'_>, now: Millis, zone: &TimeZone) -> String {
    let what = paused.plan.name();
    let questions = match paused.plan.items().len() {
        1 => String::from("1 question"),
        n => format!("{n} questions"),
    };
    let when = match paused.answered {
        Some(answer) => format!("last answered {}", ago(answer.at, now, zone)),
        None => format!("begun {}, nothing answered", ago(paused.start.at, now, zone)),
    };
    let deadline = paused.plan.terms().and_then(|terms| terms.deadline);
    let clock = match deadline.map(|deadline| deadline.saturating_sub(now)) {
        None => String::new(),
        Some(..=0) => String::from("; its time is up"),
        Some(left) => format!("; {} minutes left", (left.saturating_add(59_999)) / 60_000),
    };
    format!("{what} of {questions}, {when}{clock}")
}
