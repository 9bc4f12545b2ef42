//! How long ago something was, as a person says it.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::progress::Millis;

/// When something ends, by the clock on the wall: `14:05`, or `May 2, 14:05` on another day.
pub(crate) fn until(then: Millis, now: Millis, zone: &TimeZone) -> String {
    let local = |millis: Millis| Timestamp::from_millisecond(millis).map(|at| at.to_zoned(zone.clone()));
    let (Ok(then), Ok(now)) = (local(then), local(now)) else {
        return String::from("an unknown time");
    };
    then.strftime(if then.date() == now.date() { "%H:%M" } else { "%b %-d, %H:%M" }).to_string()
}

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
        _ => then.strftime("%b %-d, %Y").to_string(),
    }
}
