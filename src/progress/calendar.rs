//! The person's calendar: which day it is where they are.

use std::ops::Range;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::time::Millis;

/// A moment, and the day it belongs to in a time zone.
#[derive(Clone, Debug)]
pub(crate) struct Calendar {
    pub(crate) now: Millis,
    zone: TimeZone,
    today: Date,
    /// From the first moment of today to the first one of tomorrow.
    span: Range<Millis>,
}

impl Calendar {
    pub(crate) fn new(now: Millis, zone: TimeZone) -> Self {
        let today = date(now, &zone);
        let tomorrow = today.saturating_add(1.day());
        let start = |date: Date| zone.to_zoned(date.at(0, 0, 0, 0)).map(|at| at.timestamp().as_millisecond());
        // Dates near the year 9999 have no such moment.
        let span = start(today).unwrap_or(now)..start(tomorrow).unwrap_or(Millis::MAX);
        Self { now, zone, today, span }
    }

    pub(crate) fn today(&self) -> Date {
        self.today
    }

    /// The day of a moment.
    pub(crate) fn date(&self, at: Millis) -> Date {
        date(at, &self.zone)
    }

    /// The first moment of today.
    pub(crate) fn morning(&self) -> Millis {
        self.span.start
    }

    pub(crate) fn is_today(&self, at: Millis) -> bool {
        self.span.contains(&at)
    }

    /// The day so many days from today.
    pub(crate) fn after(&self, days: usize) -> Date {
        self.today.saturating_add(i64::try_from(days).unwrap_or(i64::MAX).min(4_000_000).days())
    }

    /// Noon of a day, which is about when an exam is.
    pub(crate) fn noon(&self, date: Date) -> Millis {
        let noon = self.zone.to_zoned(date.at(12, 0, 0, 0));
        noon.map_or(self.now, |at| at.timestamp().as_millisecond())
    }

    /// From today to that day: 0 for today, negative for the past.
    pub(crate) fn days_until(&self, date: Date) -> i64 {
        self.today.until(date).map_or(0, |span| i64::from(span.get_days()))
    }
}

/// A moment that no calendar has is on the first or the last day of it.
fn date(at: Millis, zone: &TimeZone) -> Date {
    let bounds = (Timestamp::MIN.as_millisecond(), Timestamp::MAX.as_millisecond());
    let at = Timestamp::from_millisecond(at.clamp(bounds.0, bounds.1)).unwrap_or_default();
    at.to_zoned(zone.clone()).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_begin_at_midnight_where_the_person_is() {
        let zone = TimeZone::fixed(jiff::tz::offset(-8));
        let at = |text: &str| text.parse::<Timestamp>().unwrap().as_millisecond();
        let calendar = Calendar::new(at("2026-05-02T03:00:00Z"), zone);
        assert_eq!(calendar.today().to_string(), "2026-05-01");
        assert_eq!(calendar.morning(), at("2026-05-01T08:00:00Z"));
        for (time, is_today) in [
            ("2026-05-01T07:59:59Z", false),
            ("2026-05-01T08:00:00Z", true),
            ("2026-05-02T07:59:59Z", true),
            ("2026-05-02T08:00:00Z", false),
        ] {
            assert_eq!(calendar.is_today(at(time)), is_today, "{time}");
        }
        let days = |text: &str| calendar.days_until(text.parse().unwrap());
        assert_eq!((days("2026-05-01"), days("2026-06-01"), days("2026-04-30")), (0, 31, -1));
    }

    #[test]
    fn no_moment_is_outside_of_the_calendar() {
        for now in [Millis::MIN, 0, Millis::MAX] {
            let calendar = Calendar::new(now, TimeZone::UTC);
            assert_eq!(calendar.days_until(calendar.today()), 0);
        }
    }
}
