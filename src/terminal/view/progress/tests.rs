//! The page at every size of a window, and the table at every width.

use jiff::tz::TimeZone;

use super::page::{Frame, page};
use super::table::{Line, Shape, bar, sentences};
use super::topic::topic_page;
use crate::bank::{Bank, samples};
use crate::progress::{
    Answer, Body, Event, History, Knowledge, MILLIS_A_DAY, Trend, lucky_guesses, misconceptions,
};
use crate::report::{ProgressReport, TopicReport};
use crate::words::columns;

/// A text without colors.
fn bare(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

fn line(title: &str, seen: usize, right_now: usize) -> Line {
    Line {
        title: title.to_owned(),
        questions: 34,
        seen,
        right_now,
        chance: (seen > 4).then_some(61),
        due: seen,
        trend: (seen > 9).then_some(Trend::Down),
        last: if seen > 0 { String::from("3 days ago") } else { String::new() },
    }
}

fn lines() -> Vec<Line> {
    vec![
        line("Community, experience and why service matters", 20, 8),
        line("Caf\u{e9} \u{8b66}\u{5099}\u{54e1}\u{306e}\u{6a29}\u{9650}", 1, 1),
        line("People in crisis", 0, 0),
    ]
}

fn table(width: usize) -> String {
    bare(&Shape::new(&lines(), width).table("Topic", &lines()))
}

#[test]
fn no_row_is_wider_than_the_window_and_a_title_is_cut_last() {
    let longest = columns(&lines()[0].title);
    for width in 28..140 {
        let table = table(width);
        for row in table.lines() {
            assert!(columns(row) <= width, "{width}: {row}");
        }
        let whole = table.contains(&lines()[0].title);
        assert_eq!(whole, width >= longest + "  Chance  20/34".len(), "{width}:\n{table}");
        assert!(!table.contains('#') || whole, "{width}: a bar beside a title that is cut:\n{table}");
    }
}

#[test]
fn a_wide_window_has_more_to_tell() {
    assert_eq!(
        table(120),
        "Topic                                                                      Chance   Seen  Due  Trend  Last\n\
         Community, experience and why service matters  [######--------..........]     61%  20/34   20  down   3 days ago\n\
         Caf\u{e9} \u{8b66}\u{5099}\u{54e1}\u{306e}\u{6a29}\u{9650}                              [#.......................]      --   1/34    1         3 days ago\n\
         People in crisis                               [........................]      --   0/34"
    );
    assert_eq!(
        table(64).lines().nth(1),
        Some("Community, experience and why service matters     61%  20/34")
    );
}

#[test]
fn a_bar_is_full_only_when_everything_is_right() {
    for (seen, right, expected) in [
        (0, 0, "[......]"),
        (1, 1, "[#.....]"),
        (1, 0, "[-.....]"),
        (2, 1, "[#-....]"),
        (33, 33, "[#####.]"),
        (34, 34, "[######]"),
        (34, 33, "[#####-]"),
        (34, 0, "[------]"),
        (34, 1, "[#-----]"),
    ] {
        assert_eq!(bare(&bar(&line("A topic", seen, right), 6)), expected, "{right} of {seen}");
    }
}

#[test]
fn a_sentence_tells_what_a_row_does() {
    assert_eq!(
        sentences(&lines(), 400),
        "Community, experience and why service matters: 20 of 34 questions seen, 8 right at last, 61 percent chance to be right now, \
         20 due, trend down, last 3 days ago.\n\
         Caf\u{e9} \u{8b66}\u{5099}\u{54e1}\u{306e}\u{6a29}\u{9650}: 1 of 34 questions seen, 1 right at last, too few answers to tell the chance, 1 due, \
         last 3 days ago.\n\
         People in crisis: none of 34 questions seen."
    );
}

/// Twenty topics, of which a part is answered, on different days.
fn answered(bank: &Bank, topics: usize) -> ProgressReport<'static> {
    let mut log = vec![];
    for topic in 1..=topics {
        for n in 1..=8 {
            let question = bank.question(&format!("t{topic}-{n}")).unwrap();
            let body = Body::Answer(Answer {
                item: 0,
                question: question.id.clone(),
                topic: question.topic.clone(),
                chosen: vec![],
                correct: n > topic % 7,
                key: question.key_fingerprint().to_string(),
                took: 0,
            });
            let (number, device) = (log.len() as u64, String::from("d"));
            let (id, at) = (format!("e{number}"), (number as i64 / 10) * MILLIS_A_DAY);
            log.push(Event { id, device, number, at, sitting: None, body });
        }
    }
    let now = (topics as i64 * 8 / 10 + 1) * MILLIS_A_DAY;
    let history = History::derive(&log);
    let knowledge = Knowledge::new(&bank.questions().iter().collect::<Vec<_>>(), &history);
    ProgressReport::new(bank, &history, now, TimeZone::UTC).with_chances(&knowledge)
}

fn frame(width: usize, rows: Option<usize>, plain: bool) -> Frame<'static> {
    Frame {
        width: width.min(88),
        table_width: width,
        rows,
        plain,
        all: false,
        commands: true,
        short: false,
        kept: Some("/home/ana/progress.db"),
    }
}

#[test]
fn what_matters_stays_in_the_window() {
    let bank = samples::bank(20, 10);
    for topics in [0, 1, 20] {
        let report = answered(&bank, topics);
        for (width, rows) in [(39, 24), (39, 16), (55, 24), (79, 24), (79, 12), (119, 40), (119, 60)] {
            for plain in [false, true] {
                let text = bare(&page(&report, frame(width, Some(rows), plain)));
                let shown = text.lines().count();
                assert!(shown < rows, "{shown} lines in {width}x{rows}:\n{text}");
                for part in [" of 200 ", " seen", "guardprep quiz"] {
                    assert!(text.contains(part), "no {part:?} in {width}x{rows}:\n{text}");
                }
                let all = (1..=20).all(|n| {
                    [" ", "\n", ":"].iter().any(|end| text.contains(&format!("Title of t{n}{end}")))
                });
                assert_eq!(!all, text.contains("guardprep progress --all"), "{width}x{rows}:\n{text}");
            }
        }
    }
}

#[test]
fn everything_is_shown_where_it_fits_or_is_asked_for_or_nothing_scrolls_away() {
    let bank = samples::bank(20, 10);
    let report = answered(&bank, 20);
    let whole = page(&report, frame(79, None, false));
    assert!(!whole.contains("--all") && whole.contains("Your answers are kept in"), "{whole}");
    assert_eq!(page(&report, Frame { all: true, ..frame(79, Some(24), false) }), whole);
    assert_eq!(page(&report, frame(79, Some(60), false)), whole);
    let small = page(&report, frame(79, Some(24), false));
    assert!(bare(&small).contains("more topics: guardprep progress --all"), "{small}");
    // Those that are left are the weakest.
    let first = bare(&whole).lines().nth(3).unwrap().to_owned();
    assert!(bare(&small).contains(&first), "{small}");
}

#[test]
fn a_topic_tells_its_objectives_and_what_was_missed_in_words() {
    let bank = samples::bank(1, 12);
    let ids: Vec<String> = (1..=8).map(|n| format!("t1-{n}")).collect();
    let mut log = vec![];
    for day in 0..2 {
        for (n, id) in ids.iter().enumerate() {
            let question = bank.question(id).unwrap();
            // The first two are answered wrong the same way on both days; the last one is right by luck.
            let correct = n >= 2;
            let chosen = vec![question.option(usize::from(!correct)).to_owned()];
            let body = Body::Answer(Answer {
                item: 0,
                question: id.clone(),
                topic: question.topic.clone(),
                chosen,
                correct,
                key: question.key_fingerprint().to_string(),
                took: 0,
            });
            let number = log.len() as u64;
            let (id, device, at) = (format!("e{number}"), String::from("d"), day * MILLIS_A_DAY + n as i64);
            log.push(Event { id, device, number, at, sitting: None, body });
        }
    }
    let body = Body::Guess { target: String::from("e15"), on: true };
    log.push(Event {
        id: String::from("g"),
        device: String::from("d"),
        number: 16,
        at: 0,
        sitting: None,
        body,
    });
    let history = History::derive(&log);
    let knowledge = Knowledge::new(&bank.questions().iter().collect::<Vec<_>>(), &history);
    let now = 30 * MILLIS_A_DAY;
    let report = ProgressReport::new(&bank, &history, now, TimeZone::UTC).with_chances(&knowledge);
    let (wrong, lucky) = (misconceptions(&bank, &history), lucky_guesses(&bank, &history));
    let topic = bank.topic("t1").unwrap();
    let of = TopicReport::new(topic, report.topics[0].clone(), &history, &knowledge, (&wrong, &lucky), now);
    let text = bare(&topic_page(&report, &of, frame(79, None, false)).join("\n\n"));
    for part in [
        "Title of t1 (t1)\n8 of 12 questions seen. 16 answers, 75% right.",
        "Do one thing",
        "same way twice or more: 2\n  What is asked in t1-2?\n    2 times: wrong thing 1 of t1-2\n    Right: the right thing of t1-2",
        "Missed: 2\n  What is asked in t1-2?\n    You: wrong thing 1 of t1-2\n    Right: the right thing of t1-2\n  What is asked in t1-1?",
        "Right, but said to be a guess: 1\n  What is asked in t1-8?",
        "Due, most likely forgotten first: 8\n",
        "  and 3 more: guardprep progress t1 --all",
        "Go over what was missed: guardprep quiz t1 --missed",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    let plain = topic_page(&report, &of, frame(79, None, true)).join("\n\n");
    assert!(plain.contains("Do one thing: 8 of 12 questions seen, 6 right at last,"), "{plain}");
    for width in 30..100 {
        let text = bare(&topic_page(&report, &of, frame(width, None, false)).join("\n\n"));
        assert!(text.lines().all(|line| columns(line) <= width.max(37)), "{width}:\n{text}");
    }
}

#[test]
fn a_whole_title_takes_as_many_rows_as_it_needs() {
    let lines = [line("Recognize everyone a guard serves, from the client and its staff", 20, 8)];
    let table = bare(&Shape::new(&lines, 40).whole_table("Objective", &lines));
    assert_eq!(
        table,
        "Objective                  Chance   Seen\n\
         Recognize everyone a          61%  20/34\n\
         guard serves, from the\n\
         client and its staff"
    );
}
