//! The date of an exam as people type it.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Why what was typed is no date of an exam.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoDate {
    Unreadable,
    /// Month and day, or day and month: both are dates.
    TwoWays(Date, Date),
    Over(Date),
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const DAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// Reads `2026-12-11`, `Dec 11`, `11 December 2026`, `12/31/2026`, `tomorrow`, `Friday`, `in 3 weeks`. Without a year it is
/// the next such day.
pub(crate) fn exam_date(typed: &str, today: Date) -> Result<Date, NoDate> {
    let text = typed.trim().to_lowercase();
    let date = match text.parse::<Date>() {
        // jiff also reads times and zones behind a date.
        Ok(date) if text.chars().all(|c| c.is_ascii_digit() || c == '-') => date,
        _ => words(&text, today)?,
    };
    if date < today { Err(NoDate::Over(date)) } else { Ok(date) }
}

fn words(text: &str, today: Date) -> Result<Date, NoDate> {
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || ",./-".contains(c))
        .filter(|part| !part.is_empty() && *part != "of" && *part != "the" && *part != "next")
        .collect();
    let after = |days: i64| today.checked_add(days.days()).map_err(|_| NoDate::Unreadable);
    match parts[..] {
        ["today"] => Ok(today),
        ["tomorrow"] => after(1),
        ["in", n, unit] => {
            let n: i64 = n.parse().ok().filter(|n| (0..4_000).contains(n)).ok_or(NoDate::Unreadable)?;
            match unit.trim_end_matches('s') {
                "day" => after(n),
                "week" => after(7 * n),
                "month" => today.checked_add(n.months()).map_err(|_| NoDate::Unreadable),
                _ => Err(NoDate::Unreadable),
            }
        }
        [day] if let Some((_, weekday)) = DAYS.iter().find(|(name, _)| is_short_for(day, name)) => {
            today.nth_weekday(1, *weekday).map_err(|_| NoDate::Unreadable)
        }
        [one, two] => day_and_month(one, two, None, today),
        [one, two, year] => match year.parse() {
            Ok(year @ 1_000..=9_999) => day_and_month(one, two, Some(year), today),
            Ok(year @ 0..=99) => day_and_month(one, two, Some(2_000 + year), today),
            _ => Err(NoDate::Unreadable),
        },
        _ => Err(NoDate::Unreadable),
    }
}

/// A day and a month in either order, in words or in figures.
fn day_and_month(one: &str, two: &str, year: Option<i16>, today: Date) -> Result<Date, NoDate> {
    let date = |month: Option<i8>, day: Option<i8>| dated(month?, day?, year, today);
    if let Some(month) = month(one) {
        return date(Some(month), number(two)).ok_or(NoDate::Unreadable);
    }
    if let Some(month) = month(two) {
        return date(Some(month), number(one)).ok_or(NoDate::Unreadable);
    }
    match (date(number(one), number(two)), date(number(two), number(one))) {
        (Some(american), Some(other)) if american != other => Err(NoDate::TwoWays(american, other)),
        (american, other) => american.or(other).ok_or(NoDate::Unreadable),
    }
}

fn month(text: &str) -> Option<i8> {
    let at =
        MONTHS.iter().position(|name| is_short_for(text, name) || text == "sept" && *name == "september")?;
    i8::try_from(at + 1).ok()
}

/// `11`, `11th`.
fn number(text: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    digits.parse().ok()
}

/// A name is shortened to three letters, or not at all.
fn is_short_for(text: &str, name: &str) -> bool {
    text == name || text.len() == 3 && name.starts_with(text)
}

/// The date in that year, or the next one from today on. February 29 may be years away.
fn dated(month: i8, day: i8, year: Option<i16>, today: Date) -> Option<Date> {
    match year {
        Some(year) => Date::new(year, month, day).ok(),
        None => (0..=8)
            .filter_map(|more| Date::new(today.year().checked_add(more)?, month, day).ok())
            .find(|date| *date >= today),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_is_read_as_people_type_it() {
        for (typed, expected) in [
            ("2026-12-11", "2026-12-11"),
            (" Dec 11 ", "2026-12-11"),
            ("11 december", "2026-12-11"),
            ("December 11th, 2026", "2026-12-11"),
            ("the 11th of Dec.", "2026-12-11"),
            ("Sept 3", "2027-09-03"),
            ("May 1", "2027-05-01"),
            ("12/31", "2026-12-31"),
            ("31.12.2026", "2026-12-31"),
            ("31/12/26", "2026-12-31"),
            ("12/12", "2026-12-12"),
            ("Feb 29", "2028-02-29"),
            ("today", "2026-11-27"),
            ("Nov 27", "2026-11-27"),
            ("tomorrow", "2026-11-28"),
            // Today is a Friday: the next one is meant.
            ("Friday", "2026-12-04"),
            ("next sat", "2026-11-28"),
            ("in 3 weeks", "2026-12-18"),
            ("in 1 month", "2026-12-27"),
        ] {
            assert_eq!(exam_date(typed, date("2026-11-27")), Ok(date(expected)), "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        let today = date("2026-11-27");
        for (typed, why) in [
            ("", NoDate::Unreadable),
            ("soon", NoDate::Unreadable),
            ("2026-13-01", NoDate::Unreadable),
            ("2026-02-30", NoDate::Unreadable),
            ("Feb 30", NoDate::Unreadable),
            ("Dec", NoDate::Unreadable),
            ("11", NoDate::Unreadable),
            ("in 999999999999 days", NoDate::Unreadable),
            ("2026-12-11T10:00", NoDate::Unreadable),
            ("2026-11-26", NoDate::Over(date("2026-11-26"))),
            ("Nov 26 2026", NoDate::Over(date("2026-11-26"))),
            ("12/11", NoDate::TwoWays(date("2026-12-11"), date("2027-11-12"))),
            ("12/11/2026", NoDate::TwoWays(date("2026-12-11"), date("2026-11-12"))),
        ] {
            assert_eq!(exam_date(typed, today), Err(why), "{typed}");
        }
    }
}
