//! Tables at every width, sentences for who hears them, days of the calendar.

use crate::words::columns;
use jiff::tz::TimeZone;

use super::{Row, ago, rows};

fn table() -> Vec<Row> {
    let row = |title: &str, correct, answers, seen, more: &str| Row {
        title: title.to_owned(),
        correct,
        answers,
        seen: Some((seen, 30)),
        more: vec![("Trend", more.to_owned()), ("Last", String::from("yesterday"))],
    };
    vec![
        row("What customer service means in security", 38, 50, 28, "up"),
        row(
            "Caf\u{e9} \u{8b66}\u{5099}\u{54e1}\u{306e}\u{6a29}\u{9650}\u{3068}\u{8cac}\u{4efb}",
            0,
            0,
            0,
            "",
        ),
    ]
}

#[test]
fn no_row_is_wider_than_the_terminal() {
    for width in 30..120 {
        for line in rows(&table(), width, false).lines() {
            assert!(columns(line) <= width, "{width}: {line}");
        }
    }
}

#[test]
fn a_wide_table_has_bars_and_a_narrow_one_does_not() {
    assert_eq!(
        rows(&table()[..1], 79, false),
        "Topic                                            Right   Seen  Trend  Last\n\
         What customer service m..  [##############----]    76%  28/30  up     yesterday"
    );
    assert!(!rows(&table(), 39, false).contains('#'));
}

#[test]
fn plain_rows_are_sentences() {
    assert_eq!(
        rows(&table()[..1], 79, true),
        "What customer service means in security: 76 percent right, 38 of 50 answers, 28\n\
         of 30 questions seen, trend up, last yesterday"
    );
}

#[test]
fn days_are_those_of_the_calendar() {
    let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_millisecond();
    let now = at("2026-11-21T00:30:00Z");
    for (then, said) in [
        ("2026-11-21T00:10:00Z", "today"),
        ("2026-11-20T23:50:00Z", "yesterday"),
        ("2026-11-16T12:00:00Z", "5 days ago"),
        ("2026-09-03T12:00:00Z", "3 Sep 2026"),
        ("2026-11-22T12:00:00Z", "today"),
    ] {
        assert_eq!(ago(at(then), now, &TimeZone::UTC), said, "{then}");
    }
}
