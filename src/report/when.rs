//! How long ago something was, as a person says it.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::progress::Millis;

/// `today`, `yesterday`, `5 days ago`, or a date; days are those of the calendar in a time zone.
pub(crate) fn ago(then: Millis, now: Millis, zone: &TimeZone) -> String {
    let date =
        |millis: Millis| Timestamp::from_millisecond(millis).map(|at| at.to_zoned(zone.clone()).date());
    let (Ok(then), Ok(now)) = (date(then), date(now)) else {
        return String::from("at an unknown time");
    };
    let days = now.since(then).map_or(0, |span| span.get_days());
    match days {
        ..=0 => String::from("today"),
        1 => String::from("yesterday"),
        2..=30 => format!("{days} days ago"),
        _ => then.strftime("%-d %b %Y").to_string(),
    }
}
