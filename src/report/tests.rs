//! Tables at every width, sentences for who hears them, days of the calendar.

use crate::words::columns;
use jiff::tz::TimeZone;

use super::{ProgressReport, Row, ago, rows};
use crate::bank::samples;
use crate::progress::{Answer, Body, Event, History};

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

#[test]
fn the_weakest_topic_is_the_one_that_the_table_shows_as_worst() {
    let bank = samples::bank(3, 6);
    let answer = |number: u64, question: &str, correct: bool| {
        let found = bank.question(question).unwrap();
        let body = Body::Answer(Answer {
            item: 0,
            question: question.to_owned(),
            topic: found.topic.clone(),
            chosen: vec![],
            correct,
            key: found.key_fingerprint().to_string(),
            took: 0,
        });
        let (id, device) = (format!("e{number}"), String::from("d"));
        Event { id, device, number, at: number as i64, sitting: None, body }
    };
    // Five answers, three of them right; two answers, none right; one right.
    let mut log: Vec<Event> = (1..=5).map(|n| answer(n, &format!("t1-{n}"), n <= 3)).collect();
    log.extend([answer(6, "t2-1", false), answer(7, "t2-2", false), answer(8, "t3-1", true)]);
    let report = ProgressReport::new(&bank, &History::derive(&log), 10, TimeZone::UTC);
    let told = |only: &[&str]| {
        let only: Vec<String> = only.iter().map(|id| (*id).to_owned()).collect();
        report.text(&only, 79, true).lines().find(|line| line.starts_with("Weakest")).map(ToOwned::to_owned)
    };
    let weakest = |id: &str| Some(format!("Weakest: {}. Try: guardprep quiz {id}", bank.title(id)));
    assert_eq!(told(&[]), weakest("t2"));
    assert_eq!(told(&["t1", "t3"]), weakest("t1"), "among those that are shown");
    assert_eq!(told(&["t1"]), None, "alone it is no weakest");
}
