//! Draws and orders are fair, and a quiz can be replayed and undone.

mod simulation;
mod study;

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Empty, QuizSitting, Selection, draw};
use crate::bank::{Bank, Kind, Question, samples};
use crate::progress::{Body, Event, History, QuizPlan, SittingPlan};
use crate::sitting::Replay;
use crate::sitting::tests::assert_fair;

#[test]
fn every_sample_of_a_limited_draw_is_equally_likely() {
    let bank = samples::bank(1, 5);
    let all: Vec<&Question> = bank.questions().iter().collect();
    for (count, samples) in [(1, 5), (2, 20), (5, 120)] {
        let mut seen = BTreeMap::new();
        for seed in 0..(samples as u64 * 200) {
            let plan = draw(&all, count, |_| None, seed);
            *seen
                .entry(plan.items.iter().map(|item| item.question.clone()).collect::<Vec<_>>())
                .or_default() += 1;
        }
        assert_fair(&seen, samples);
    }
}

#[test]
fn a_seed_means_the_same_draw_on_every_machine_and_in_every_version() {
    let bank = samples::bank(2, 4);
    let all: Vec<&Question> = bank.questions().iter().collect();
    let plan = draw(&all, 4, |_| None, 7);
    let ids: Vec<&str> = plan.items.iter().map(|item| item.question.as_str()).collect();
    assert_eq!(ids, ["t1-1", "t2-4", "t2-2", "t1-3"]);
    assert_eq!(plan, draw(&all, 4, |_| None, 7));
}

fn log(bodies: &[Body]) -> Vec<Event> {
    let event = |(n, body): (usize, &Body)| Event {
        id: format!("e{n}"),
        device: String::from("d"),
        number: n as u64,
        at: n as i64,
        sitting: None,
        body: body.clone(),
    };
    bodies.iter().enumerate().map(event).collect()
}

#[test]
fn content_narrows_and_history_adds_up() {
    let bank = samples::bank(2, 2);
    let question = |id: &str| bank.question(id).unwrap();
    let plan = draw(&[question("t1-1"), question("t2-1")], 2, |_| None, 1);
    let mut sitting = QuizSitting::open(&plan, &bank, |_| false);
    let mut bodies = vec![];
    while let Some(item) = sitting.asked() {
        let wrong = item.question.id == "t1-1";
        bodies.push(Body::Answer(item.answer(&[usize::from(wrong)], 0)));
        sitting.apply(log(&bodies).last().unwrap());
    }
    bodies.push(Body::Flag { question: String::from("t2-2"), topic: String::from("t2"), on: true });
    let history = History::derive(&log(&bodies));
    let ids = |selection: &Selection| {
        selection.choose(&bank, &history).map(|found| found.iter().map(|q| q.id.clone()).collect::<Vec<_>>())
    };
    let check = |selection: Selection, expected: &[&str]| match ids(&selection) {
        Ok(found) => assert_eq!(found, expected),
        Err(Empty { words, before, .. }) => assert!(expected.is_empty(), "{words}: {before}"),
    };
    let all = Selection::default();
    check(all.clone(), &["t1-1", "t1-2", "t2-1", "t2-2"]);
    check(Selection { topics: vec![String::from("t2")], ..all.clone() }, &["t2-1", "t2-2"]);
    check(Selection { missed: true, ..all.clone() }, &["t1-1"]);
    check(Selection { weak: true, ..all.clone() }, &["t1-1"]);
    check(Selection { new: true, ..all.clone() }, &["t1-2", "t2-2"]);
    check(Selection { missed: true, flagged: true, ..all.clone() }, &["t1-1", "t2-2"]);
    check(Selection { topics: vec![String::from("t2")], missed: true, ..all.clone() }, &[]);
    check(Selection { kinds: vec![Kind::Wording], ..all.clone() }, &[]);
    let Err(empty) =
        (Selection { topics: vec![String::from("t2")], missed: true, ..all }).choose(&bank, &history)
    else {
        panic!("nothing of t2 was missed");
    };
    assert_eq!((empty.before, empty.words.as_str(), empty.is_first), (2, "one that you got wrong", false));
}

#[test]
fn a_time_a_guess_words_and_the_last_quiz_choose() {
    let bank = samples::bank(2, 2);
    let plan = |id: &str| draw(&[bank.question(id).unwrap()], 1, |_| None, 1);
    let mut bodies = vec![];
    for (id, option) in [("t1-1", 1), ("t2-1", 1), ("t2-2", 0)] {
        let item = QuizSitting::open(&plan(id), &bank, |_| false).asked().unwrap().answer(&[option], 0);
        bodies.push(Body::Answer(item));
    }
    let start = draw(&[bank.question("t2-1").unwrap(), bank.question("t2-2").unwrap()], 2, |_| None, 1);
    bodies.insert(1, Body::Start { plan: SittingPlan::Quiz(start) });
    bodies.push(Body::Guess { target: String::from("e3"), on: true });
    let mut log = log(&bodies);
    for event in &mut log[2..4] {
        event.sitting = Some(String::from("e1"));
    }
    let history = History::derive(&log);
    let ids = |selection: Selection| -> Result<Vec<&str>, (bool, String)> {
        match selection.choose(&bank, &history) {
            Ok(found) => Ok(found.iter().map(|q| q.id.as_str()).collect()),
            Err(empty) => Err((empty.is_history, empty.words)),
        }
    };
    let all = Selection::default();
    let words = |text: &str| vec![text.to_owned()];
    assert_eq!(ids(Selection { missed: true, ..all.clone() }), Ok(vec!["t1-1", "t2-1"]));
    assert_eq!(ids(Selection { missed: true, last: true, ..all.clone() }), Ok(vec!["t2-1"]));
    assert_eq!(ids(Selection { last: true, ..all.clone() }), Ok(vec!["t2-1", "t2-2"]));
    assert_eq!(ids(Selection { guessed: true, ..all.clone() }), Ok(vec!["t2-2"]));
    assert_eq!(ids(Selection { since: Some(2), ..all.clone() }), Ok(vec!["t2-1", "t2-2"]));
    assert_eq!(ids(Selection { words: words("ASKED t1"), ..all.clone() }), Ok(vec!["t1-1", "t1-2"]));
    // What was done with questions is no error; what there is not, is.
    let nothing = |words: &str, is_history| Err((is_history, words.to_owned()));
    let of = |selection: Selection| ids(selection);
    assert_eq!(of(Selection { flagged: true, ..all.clone() }), nothing("flagged", true));
    assert_eq!(
        of(Selection { since: Some(9), ..all.clone() }),
        nothing("one that you answered in that time", true)
    );
    assert_eq!(of(Selection { words: words("zebra"), ..all }), nothing("one with \"zebra\"", false));
}

#[derive(Clone, Copy, Debug)]
enum Move {
    Answer(usize),
    Skip,
    Flag,
    Undo,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        4 => (0..4_usize).prop_map(Move::Answer),
        1 => Just(Move::Skip),
        1 => Just(Move::Flag),
        1 => Just(Move::Undo),
    ];
    prop::collection::vec(one, 0..30)
}

/// Makes moves as a person would. Returns the log and the state that they lead to.
fn play<'b>(bank: &'b Bank, plan: &QuizPlan, moves: &[Move]) -> (Vec<Body>, QuizSitting<'b>) {
    let mut sitting = QuizSitting::open(plan, bank, |_| false);
    let mut bodies = vec![];
    for one in moves {
        let Some(item) = sitting.asked() else { break };
        let body = match one {
            Move::Answer(shown) => Body::Answer(item.answer(&[item.layout[*shown]], 5)),
            Move::Skip => Body::Skip { item: item.number },
            Move::Flag => Body::Flag {
                question: item.question.id.clone(),
                topic: item.question.topic.clone(),
                on: !item.flagged,
            },
            Move::Undo => match sitting.last_item().and_then(|item| item.given.as_ref()) {
                Some(given) => Body::Undo { target: given.event.clone() },
                None => continue,
            },
        };
        bodies.push(body);
        sitting.apply(log(&bodies).last().unwrap());
    }
    (bodies, sitting)
}

/// The state that a log leads to after it was written and read again.
fn replay<'b>(bank: &'b Bank, plan: &QuizPlan, bodies: &[Body]) -> QuizSitting<'b> {
    let stored = serde_json::to_string(&(plan, log(bodies))).unwrap();
    let (plan, events): (QuizPlan, Vec<Event>) = serde_json::from_str(&stored).unwrap();
    QuizSitting::open(&plan, bank, |_| false).replayed(&events)
}

proptest! {
    #[test]
    fn a_quiz_can_be_resumed_after_any_event(moves in moves(), seed: u64) {
        let bank = samples::bank(2, 3);
        let all: Vec<&Question> = bank.questions().iter().collect();
        let plan = draw(&all, 5, |_| None, seed);
        let (bodies, live) = play(&bank, &plan, &moves);
        prop_assert_eq!(&replay(&bank, &plan, &bodies), &live);
        prop_assert_eq!(live.sitting().answered() + live.queue_len(), 5, "no question is lost or doubled");
        prop_assert!(live.sitting().correct() <= live.sitting().answered());
    }

    #[test]
    fn undo_of_an_answer_leaves_the_sitting_as_it_was(moves in moves(), seed: u64, shown in 0..4_usize) {
        let bank = samples::bank(2, 3);
        let all: Vec<&Question> = bank.questions().iter().collect();
        let plan = draw(&all, 5, |_| None, seed);
        let (mut bodies, before) = play(&bank, &plan, &moves);
        if let Some(item) = before.asked() {
            bodies.push(Body::Answer(item.answer(&[item.layout[shown]], 1)));
            bodies.push(Body::Undo { target: format!("e{}", bodies.len() - 1) });
            prop_assert_eq!(replay(&bank, &plan, &bodies), before);
        }
    }
}

#[test]
fn what_was_not_seen_lately_comes_first_and_equals_are_equally_likely() {
    let bank = samples::bank(1, 6);
    let all: Vec<&Question> = bank.questions().iter().collect();
    let days = |n: i64| Some(n * crate::progress::MILLIS_A_DAY);
    // Two never came, two came eight days before the last answer, two within a day of it.
    let last_seen = |question: &Question| match question.id.as_str() {
        "t1-1" | "t1-2" => None,
        "t1-3" | "t1-4" => days(2),
        "t1-5" => days(10),
        _ => days(10).map(|at| at - 1),
    };
    let mut seen = BTreeMap::new();
    for seed in 0..1_600 {
        let ids: Vec<String> =
            draw(&all, 6, last_seen, seed).items.iter().map(|item| item.question.clone()).collect();
        let mut groups: Vec<Vec<String>> = ids.chunks(2).map(<[String]>::to_vec).collect();
        *seen.entry(ids).or_default() += 1;
        for group in &mut groups {
            group.sort();
        }
        assert_eq!(groups, [["t1-1", "t1-2"], ["t1-3", "t1-4"], ["t1-5", "t1-6"]]);
    }
    assert_fair(&seen, 8);
}
