//! Practice by days of the calendar: how much on each, and how many in a row.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::progress::{History, Millis};

/// What was answered on one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) answers: usize,
    pub(crate) correct: usize,
}

/// The days with answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Days(BTreeMap<Date, Day>);

/// Days in a row with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Streak {
    pub(crate) days: usize,
    /// Whether today is one of them; if not, yesterday is the last.
    pub(crate) today: bool,
}

impl Days {
    pub(crate) fn of(history: &History, zone: &TimeZone) -> Self {
        let mut days: BTreeMap<Date, Day> = BTreeMap::new();
        // Answers come in runs on one day, and where a day begins and ends is slow to find.
        let mut last: Option<(Millis, Millis, Date)> = None;
        for (_, attempt) in history.newest() {
            let known = last.filter(|(from, to, _)| (*from..*to).contains(&attempt.at));
            let Some(found) = known.or_else(|| day_of(attempt.at, zone)) else { continue };
            last = Some(found);
            let day = days.entry(found.2).or_default();
            day.answers += 1;
            day.correct += usize::from(attempt.correct);
        }
        Self(days)
    }

    /// Oldest first.
    #[allow(dead_code, reason = "the page for a browser comes next")]
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (Date, Day)> {
        self.0.iter().map(|(date, day)| (*date, *day))
    }

    #[allow(dead_code, reason = "the page for a browser comes next")]
    pub(crate) fn on(&self, date: Date) -> Day {
        self.0.get(&date).copied().unwrap_or_default()
    }

    /// The days in a row up to today, or up to yesterday while today is still to come.
    pub(crate) fn streak(&self, today: Date) -> Option<Streak> {
        let is_today = self.0.contains_key(&today);
        let mut date = if is_today { today } else { today.checked_sub(1.day()).ok()? };
        let mut days = 0;
        while self.0.contains_key(&date) {
            days += 1;
            date = date.checked_sub(1.day()).ok()?;
        }
        (days > 0).then_some(Streak { days, today: is_today })
    }
}

/// The day of a moment: when it begins, when the next one does, and its date.
fn day_of(at: Millis, zone: &TimeZone) -> Option<(Millis, Millis, Date)> {
    let moment = Timestamp::from_millisecond(at).ok()?.to_zoned(zone.clone());
    let (start, end) = (moment.start_of_day().ok()?, moment.tomorrow().ok()?.start_of_day().ok()?);
    Some((start.timestamp().as_millisecond(), end.timestamp().as_millisecond(), moment.date()))
}

/// The date of a moment.
pub(crate) fn date_of(at: Millis, zone: &TimeZone) -> Option<Date> {
    Some(Timestamp::from_millisecond(at).ok()?.to_zoned(zone.clone()).date())
}
