//! Practice by days of the calendar: how much on each, and how many in a row.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::progress::{Calendar, History};

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
    pub(crate) fn of(history: &History, calendar: &Calendar) -> Self {
        let mut days: BTreeMap<Date, Day> = BTreeMap::new();
        for (_, attempt) in history.newest() {
            let day = days.entry(calendar.date(attempt.at)).or_default();
            day.answers += 1;
            day.correct += usize::from(attempt.correct);
        }
        Self(days)
    }

    /// Oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (Date, Day)> {
        self.0.iter().map(|(date, day)| (*date, *day))
    }

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
