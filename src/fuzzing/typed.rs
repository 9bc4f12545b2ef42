//! What people type: dates, names, words, replies at a prompt, keys.

use jiff::civil::Date;

use super::banks::desk;
use super::dice::hash;
use super::invariants::harmless;
use crate::bank::{TopicWords, topic_words};
use crate::exchange::Encoding;
use crate::progress::{NoDate, exam_date};
use crate::terminal::{Expect, Reply};
use crate::words;

fn typed(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The date of an exam.
pub(super) fn check_date(_: &str, bytes: &[u8]) -> u64 {
    let typed = typed(bytes);
    let mut signs = 0;
    for today in [Date::constant(2026, 11, 27), Date::constant(2024, 2, 29), Date::MAX, Date::MIN] {
        match exam_date(&typed, today) {
            Ok(date) => {
                assert!(date >= today, "{typed:?} is {date}, before {today}");
                assert_eq!(exam_date(&date.to_string(), today), Ok(date), "{typed:?}");
                signs ^= 1;
            }
            Err(NoDate::Over(date)) => assert!(date < today),
            Err(NoDate::TwoWays(one, two)) => {
                assert_ne!(one, two);
                signs ^= 4;
            }
            Err(NoDate::Unreadable) => signs ^= 8,
        }
        signs *= 16;
    }
    signs
}

/// Words where a topic is expected.
pub(super) fn check_topic(_: &str, bytes: &[u8]) -> u64 {
    let typed = typed(bytes);
    let bank = desk();
    let all: Vec<String> = typed.split_whitespace().take(30).map(ToOwned::to_owned).collect();
    let found = topic_words(bank, &all);
    assert_eq!(found, topic_words(bank, &all));
    assert!(found.len() <= all.len().max(1));
    for topic in bank.topics() {
        let _ = words::same_name(&topic.title, &typed) || words::has_words(&typed, &[&topic.title]);
    }
    let near = words::nearest(&typed, bank.questions().iter().map(|question| question.id.as_str()));
    assert!(near.len() <= 3);
    let _ = Encoding::named(&typed);
    let kind = |meaning: &TopicWords<'_>| match meaning {
        TopicWords::All => 1,
        TopicWords::Exact(_) => 2,
        TopicWords::Title { .. } => 3,
        TopicWords::Asked { .. } => 4,
        TopicWords::Objective(_) => 5,
        TopicWords::Question(_) => 6,
        TopicWords::Nothing(_) => 7,
    };
    found.iter().fold(0_u64, |sum, meaning| sum.wrapping_mul(8) ^ kind(meaning))
}

/// A line at every prompt.
pub(super) fn check_reply(_: &str, bytes: &[u8]) -> u64 {
    let typed = typed(bytes);
    let mut signs = 0_u64;
    let prompts = [
        Expect::Answer { options: 4, several: false },
        Expect::Answer { options: 8, several: true },
        Expect::Exam { options: 2, several: false },
        Expect::Exam { options: 8, several: true },
        Expect::Next,
        Expect::Overview,
        Expect::Sure,
        Expect::More,
        Expect::Menu,
        Expect::Page,
        Expect::GoOver,
    ];
    for expect in prompts {
        let most = match expect {
            Expect::Answer { options, .. } | Expect::Exam { options, .. } => options,
            _ => 0,
        };
        let reply = expect.line(&typed);
        if let Reply::Options(chosen) = &reply {
            assert!(!chosen.is_empty() && chosen.iter().all(|at| *at < most), "{typed:?}: {chosen:?}");
            assert!(chosen.len() == 1 || expect.wants_several(), "{typed:?}: {chosen:?}");
        }
        if let Reply::Unknown(what) = &reply {
            harmless(&expect.refusal(what));
        }
        signs = signs.rotate_left(5) ^ u64::from(matches!(reply, Reply::Unknown(_)));
    }
    signs
}

/// Any text on its way to a terminal, into a bank, into a line of so many columns.
pub(super) fn check_words(_: &str, bytes: &[u8]) -> u64 {
    let text = typed(&bytes[..bytes.len().min(2_000)]);
    let tidied = words::tidy(&text);
    // A line of it is a paragraph by now.
    assert_eq!(words::tidy_lines(&tidied), tidied, "{text:?}");
    assert!(words::is_tidy(&text) <= (tidied == text), "{text:?}");
    harmless(&tidied);
    harmless(&words::harmless(&text));
    let line = words::harmless_line(&text);
    assert!(!line.contains(['\n', '\r', '\t']));
    harmless(&line);
    // A style of ours passes the gate, and nothing else that begins with an escape.
    let printed = words::printable(&text);
    assert_eq!(words::printable(&printed), printed, "{text:?}");
    let plain: String = printed.split("\u{1b}[").collect();
    assert!(plain.chars().all(|c| c != '\u{1b}' && c != '\u{7}' && c != '\u{9b}'), "{printed:?}");
    for width in [1, 12, 40] {
        let wrapped = words::wrap(&tidied, width);
        let all = |text: &str| text.split_whitespace().collect::<String>();
        if !words::has_code(&tidied) {
            assert_eq!(all(&wrapped), all(&tidied), "{width} columns");
        }
        assert!(words::columns(&words::fit(&line, width)) <= width.max(3), "{line:?} in {width}");
        assert!(words::columns(&words::opening(&text, width)) <= width.max(3), "{text:?} in {width}");
    }
    let short = words::shortened(&text, 20);
    assert!(short.chars().count() <= text.chars().count().max(60));
    hash(&[u8::from(tidied == text), u8::from(printed == text), u8::from(words::has_code(&text))])
}

/// Bytes of a terminal.
#[cfg(unix)]
pub(super) fn check_keys(_: &str, bytes: &[u8]) -> u64 {
    crate::terminal::check_keys(bytes)
}
