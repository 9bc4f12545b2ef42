//! Tables at every width, sentences for who hears them, days of the calendar.

use crate::words::columns;
use jiff::tz::TimeZone;

use super::days::{Day, Days};
use super::{ProgressReport, Row, ago, rows};
use crate::bank::{Bank, samples};
use crate::progress::{Answer, Body, Calendar, Event, History, Knowledge, MILLIS_A_DAY};

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
        ("2026-09-03T12:00:00Z", "Sep 3, 2026"),
        ("2026-11-22T12:00:00Z", "today"),
    ] {
        assert_eq!(ago(at(then), now, &TimeZone::UTC), said, "{then}");
    }
}

/// A log of answers to questions of a bank: an id, whether right, and the day.
pub(super) fn log(bank: &Bank, answers: &[(&str, bool, i64)]) -> Vec<Event> {
    let event = |(n, (question, correct, day)): (usize, &(&str, bool, i64))| {
        let found = bank.question(question).unwrap();
        let body = Body::Answer(Answer {
            item: 0,
            question: (*question).to_owned(),
            topic: found.topic.clone(),
            chosen: vec![],
            correct: *correct,
            key: found.key_fingerprint().to_string(),
            took: 0,
        });
        let (id, device, number) = (format!("e{n}"), String::from("d"), n as u64);
        Event { id, device, number, at: day * MILLIS_A_DAY + n as i64, sitting: None, body }
    };
    answers.iter().enumerate().map(event).collect()
}

fn report(bank: &Bank, answers: &[(&str, bool, i64)], today: i64) -> ProgressReport<'static> {
    let history = History::derive(&log(bank, answers));
    let knowledge = Knowledge::new(&bank.questions().iter().collect::<Vec<_>>(), &history);
    let now = today * MILLIS_A_DAY + MILLIS_A_DAY / 2;
    ProgressReport::new(bank, &history, now, TimeZone::UTC).with_chances(&knowledge)
}

#[test]
fn the_weakest_topic_has_the_lowest_chance_among_those_with_enough_answers() {
    let bank = samples::bank(3, 6);
    let mut answers: Vec<(String, bool)> = (1..=5).map(|n| (format!("t1-{n}"), n <= 3)).collect();
    answers.extend((1..=4).map(|n| (format!("t2-{n}"), false)));
    answers.extend((1..=5).map(|n| (format!("t3-{n}"), true)));
    let given = |answers: &[(String, bool)]| {
        let answers: Vec<(&str, bool, i64)> =
            answers.iter().map(|(id, right)| (id.as_str(), *right, 0)).collect();
        report(&bank, &answers, 1)
    };
    let told = |report: &ProgressReport<'_>| {
        let shown = report.weakest_first();
        let order: Vec<String> = shown.iter().map(|topic| topic.id.clone()).collect();
        (order.join(" "), report.next(&shown).unwrap())
    };
    let weakest = |id: &str| format!("Lowest chance: {}. Try: guardprep quiz {id}", bank.title(id));
    let few = given(&answers);
    // Four answers, all wrong, are too few to be compared.
    assert_eq!(told(&few), (String::from("t1 t3 t2"), weakest("t1")));
    let one = given(&answers[..9]);
    assert!(told(&one).1.starts_with("Not seen yet"), "one alone is no weakest");
    answers.push((String::from("t2-5"), false));
    assert_eq!(told(&given(&answers)), (String::from("t2 t1 t3"), weakest("t2")));
}

#[test]
fn days_in_a_row_end_today_or_yesterday() {
    let bank = samples::bank(1, 6);
    let state = |days: &[i64], today: i64| {
        let answers: Vec<(&str, bool, i64)> = days.iter().map(|day| ("t1-1", true, *day)).collect();
        report(&bank, &answers, today).state()
    };
    assert!(state(&[1, 2, 3, 3], 3).ends_with(" 3 days in a row."), "{}", state(&[1, 2, 3, 3], 3));
    assert!(state(&[1, 2, 3], 4).ends_with(" 3 days in a row up to yesterday."));
    for (days, today) in [(&[1, 2, 3][..], 5), (&[1, 2, 4], 4), (&[], 4)] {
        assert!(!state(days, today).contains("in a row"), "{}", state(days, today));
    }
}

#[test]
fn a_day_is_one_of_the_calendar_of_the_person() {
    let bank = samples::bank(1, 6);
    let history = History::derive(&log(&bank, &[("t1-1", true, 0), ("t1-2", false, 1), ("t1-3", true, 1)]));
    let days = |hours: i8| {
        let calendar = Calendar::new(0, TimeZone::fixed(jiff::tz::offset(hours)));
        Days::of(&history, &calendar).iter().map(|(date, day)| (date.to_string(), day)).collect::<Vec<_>>()
    };
    let day = |date: &str, answers, correct| (date.to_owned(), Day { answers, correct });
    assert_eq!(days(0), [day("1970-01-01", 1, 1), day("1970-01-02", 2, 1)]);
    assert_eq!(days(-5), [day("1969-12-31", 1, 1), day("1970-01-01", 2, 1)]);
}

#[test]
fn the_table_has_a_row_for_each_topic_and_no_formula() {
    let mut bank = samples::bank(1, 6);
    let mut topic = samples::topic("t2");
    topic.title = String::from("=1+1, \"quoted\"");
    bank.add(topic, [samples::question("t2-1", "t2")]);
    let answers: Vec<(String, bool)> = (1..=5).map(|n| (format!("t1-{n}"), n <= 3)).collect();
    let answers: Vec<(&str, bool, i64)> =
        answers.iter().map(|(id, right)| (id.as_str(), *right, 1)).collect();
    let csv = super::progress_csv(&report(&bank, &answers, 1));
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "topic,title,questions,seen,right_now,answers,correct,chance,due,trend,last");
    assert!(lines[1].starts_with("t1,Title of t1,6,5,3,5,3,0."), "{csv}");
    assert!(lines[1].ends_with(",,1970-01-02"), "{csv}");
    assert_eq!(lines[2], "t2,\"'=1+1, \"\"quoted\"\"\",1,0,0,0,0,,0,,");
    assert_eq!(lines.len(), 3);
}
