//! Every figure is a function of the log: readiness, replay, undo, and logs of two machines.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::{answer, event};
use crate::bank::{Bank, Question, samples};
use crate::progress::{
    Aim, Body, Calendar, Event, History, Knowledge, MILLIS_A_DAY, Pacing, PaperAim, Readiness, StudyPlan,
    lucky_guesses, misconceptions, pacing, readiness, study_plan,
};

const TOPICS: usize = 3;
const QUESTIONS: usize = 12;
const DAYS: i64 = 20;

fn bank() -> Bank {
    samples::bank(TOPICS, QUESTIONS)
}

fn aim(needed: usize) -> Aim {
    let weights = (1..=TOPICS).map(|n| (format!("t{n}"), n as u32)).collect();
    Aim { profile: None, papers: vec![PaperAim { questions: 50, needed, weights }], pass_assumed: false }
}

fn ready(bank: &Bank, log: &[Event], needed: usize) -> Readiness {
    let all: Vec<&Question> = bank.questions().iter().collect();
    readiness(&Knowledge::new(&all, &History::derive(log)), &aim(needed), DAYS * MILLIS_A_DAY)
}

/// Everything that is told from a log.
fn told(log: &[Event]) -> String {
    let bank = bank();
    let all: Vec<&Question> = bank.questions().iter().collect();
    let history = History::derive(log);
    let plan = study_plan(log);
    let pacing: Pacing = pacing(
        &Knowledge::new(&all, &history),
        &history,
        &plan,
        &Calendar::new(DAYS * MILLIS_A_DAY, TimeZone::UTC),
    );
    let wrong = misconceptions(&bank, &history);
    let lucky: Vec<&str> = lucky_guesses(&bank, &history).iter().map(|q| q.id.as_str()).collect();
    // Places in the log are no figures.
    let wrong: Vec<(&str, usize, usize)> =
        wrong.iter().map(|one| (one.question.id.as_str(), one.option, one.times)).collect();
    format!("{plan:?} {pacing:?} {wrong:?} {lucky:?} {:?}", ready(&bank, log, 37))
}

prop_compose! {
    fn logs()(steps in prop::collection::vec(
        (0..9_u8, 1..=TOPICS, 1..=QUESTIONS, 0..4_usize, 0..120_u64, 0..6_i64), 0..120,
    )) -> Vec<Event> {
        let bank = bank();
        let mut at = 0;
        steps.into_iter().zip(0_u64..).map(|((what, topic, question, option, target, later), n)| {
            at = (at + later * MILLIS_A_DAY / 12).min(DAYS * MILLIS_A_DAY);
            let target = format!("e{target}");
            let body = match what {
                0 => Body::Undo { target },
                1 => Body::Guess { target, on: option > 0 },
                2 => Body::Plan(StudyPlan {
                    exam: Some(format!("1970-02-{:02}", option + 1)), minutes: Some(20), profile: None,
                }),
                _ => {
                    let id = format!("t{topic}-{question}");
                    let mut event = answer(n, &bank, &id, option == 0);
                    if let Body::Answer(answer) = &mut event.body {
                        answer.chosen = vec![bank.question(&id).unwrap().option(option).to_owned()];
                    }
                    event.body
                }
            };
            Event { at, ..event(n, body) }
        }).collect()
    }
}

/// The events of two files in the order of the log, as the store has it.
fn merged<'e>(files: impl IntoIterator<Item = &'e Event>) -> Vec<Event> {
    let by_id: BTreeMap<&str, &Event> = files.into_iter().map(|event| (event.id.as_str(), event)).collect();
    let mut all: Vec<Event> = by_id.into_values().cloned().collect();
    all.sort_by(|a, b| (a.at, a.number, &a.device, &a.id).cmp(&(b.at, b.number, &b.device, &b.id)));
    all
}

#[test]
fn without_an_answer_nobody_is_more_than_half_ready() {
    let bank = bank();
    for needed in 0..=50 {
        let ready = ready(&bank, &[], needed);
        assert!(ready.chance <= 0.5 && !ready.enough, "{ready:?}");
    }
    assert!(
        readiness(&Knowledge::new(&[], &History::default()), &aim(37), 0).chance <= 0.5,
        "without a bank"
    );
}

#[test]
fn readiness_follows_the_answers() {
    let bank = bank();
    // Every question twice, a week apart, the last time so many days ago.
    let answered = |right: bool, days: i64| -> Vec<Event> {
        let one = |(n, question): (usize, &Question), days: i64| {
            let event = answer(n as u64 + 100 * days.unsigned_abs(), &bank, &question.id, right);
            Event { at: (DAYS - days) * MILLIS_A_DAY, ..event }
        };
        let all = || bank.questions().iter().enumerate();
        all().map(|at| one(at, days + 7)).chain(all().map(|at| one(at, days))).collect()
    };
    let good = ready(&bank, &answered(true, 1), 37);
    assert!(good.enough && good.chance > 0.95 && good.low > 0.8 && good.high <= 1.0, "{good:?}");
    let bad = ready(&bank, &answered(false, 1), 37);
    assert!(bad.enough && bad.chance < 0.2, "{bad:?}");
    let long_ago = ready(&bank, &answered(true, 13), 37);
    assert!(long_ago.chance < good.chance, "{long_ago:?}");
    assert_eq!((good.pass, good.questions), (37.0 / 50.0, 50));
    // Topic 2 is all wrong: it would raise the score most, though topic 3 has more weight.
    let mut log = answered(true, 1);
    for event in &mut log {
        if let Body::Answer(answer) = &mut event.body {
            answer.correct = answer.topic != "t2";
        }
    }
    let later = ready(&bank, &log, 37);
    assert_eq!(later.raise.as_deref(), Some("t2"));
}

#[test]
fn half_of_the_bank_and_forty_answers_are_enough() {
    let bank = bank();
    let log = |seen: usize, answers: usize| -> Vec<Event> {
        let ids: Vec<&str> = bank.questions().iter().map(|question| question.id.as_str()).collect();
        (0..answers).map(|n| answer(n as u64, &bank, ids[n % seen], true)).collect()
    };
    for (seen, answers, enough) in [(18, 40, true), (17, 60, false), (36, 39, false)] {
        assert_eq!(ready(&bank, &log(seen, answers), 37).enough, enough, "{seen} {answers}");
    }
}

#[test]
fn every_paper_has_to_be_passed() {
    let bank = bank();
    let log: Vec<Event> =
        (1..=QUESTIONS as u64).map(|n| answer(n, &bank, &format!("t1-{n}"), true)).collect();
    let all: Vec<&Question> = bank.questions().iter().collect();
    let history = History::derive(&log);
    let knowledge = Knowledge::new(&all, &history);
    let paper = |topic: &str| PaperAim { questions: 20, needed: 15, weights: vec![(topic.to_owned(), 1)] };
    let chance = |papers: Vec<PaperAim>| {
        readiness(&knowledge, &Aim { profile: None, papers, pass_assumed: false }, MILLIS_A_DAY).chance
    };
    let (first, second) = (chance(vec![paper("t1")]), chance(vec![paper("t2")]));
    let both = chance(vec![paper("t1"), paper("t2")]);
    assert!(first > second && both < second && both > 0.0, "{first} {second} {both}");
}

proptest! {
    #[test]
    fn one_more_right_answer_never_lowers_readiness(
        log in logs(), topic in 1..=TOPICS, question in 1..=QUESTIONS, needed in 25..46_usize,
    ) {
        let bank = bank();
        let before = ready(&bank, &log, needed);
        let id = format!("t{topic}-{question}");
        let more = Event { at: DAYS * MILLIS_A_DAY, ..answer(900, &bank, &id, true) };
        let after = ready(&bank, &[&log[..], &[more]].concat(), needed);
        prop_assert!(after.chance >= before.chance - 1e-9, "{before:?} {after:?}");
    }

    #[test]
    fn undo_restores_every_figure(log in logs(), topic in 1..=TOPICS, question in 1..=QUESTIONS, right: bool) {
        let before = told(&log);
        let more = answer(900, &bank(), &format!("t{topic}-{question}"), right);
        let guess = event(901, Body::Guess { target: String::from("e900"), on: true });
        let undo = event(902, Body::Undo { target: String::from("e900") });
        prop_assert_eq!(told(&[&log[..], &[more, guess, undo]].concat()), before);
    }

    #[test]
    fn a_log_that_was_written_down_tells_the_same(log in logs()) {
        let stored: Vec<String> = log.iter().map(|event| serde_json::to_string(event).unwrap()).collect();
        let read: Vec<Event> = stored.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
        prop_assert_eq!(told(&read), told(&log));
    }

    #[test]
    fn two_logs_joined_tell_what_one_machine_would(log in logs(), machines in prop::collection::vec(any::<bool>(), 120)) {
        let whole = merged(&log);
        let of = |machine: bool| {
            log.iter().zip(&machines).filter(move |(_, on)| **on == machine).map(|(event, _)| event)
        };
        prop_assert_eq!(told(&merged(of(true).chain(of(false)))), told(&whole));
        prop_assert_eq!(told(&merged(of(false).chain(of(true)).chain(of(true)))), told(&whole));
    }
}
