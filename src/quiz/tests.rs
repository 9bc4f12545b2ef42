//! Fair draws, fair orders, and the laws of a sitting.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Empty, OPTIONS_SHOWN, Selection, Sitting, Step, draw, lay_out, restore, rng};
use crate::bank::{Bank, Fingerprint, Kind, Question, samples};
use crate::progress::{Body, Event, History, Mode, SittingPlan};

/// The 99.9 % point of chi-square with `freedom` degrees (Wilson and Hilferty 1931): a fair draw passes 999 of 1000
/// seeds, and these seeds are fixed.
fn limit(freedom: usize) -> f64 {
    let k = freedom as f64;
    let ninth = 2.0 / (9.0 * k);
    k * (1.0 - ninth + 3.090 * ninth.sqrt()).powi(3)
}

fn assert_fair<T: Ord + std::fmt::Debug>(seen: &BTreeMap<T, usize>, cells: usize) {
    let total: usize = seen.values().sum();
    let expected = total as f64 / cells as f64;
    let missing = cells - seen.len();
    let chi: f64 = seen.values().map(|&n| (n as f64 - expected).powi(2) / expected).sum::<f64>()
        + missing as f64 * expected;
    assert!(
        chi < limit(cells - 1),
        "chi-square {chi:.1} of {cells} cells, limit {:.1}: {seen:?}",
        limit(cells - 1)
    );
}

#[test]
fn every_order_of_the_options_is_equally_likely() {
    for options in 2..=5_usize {
        let question = Question::new(samples::parts("q", "t", options - 1)).unwrap();
        let orders: usize = (1..=options).product();
        let mut seen: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
        for seed in 0..(orders as u64 * 200) {
            *seen.entry(lay_out(&question, 8, &mut rng(seed))).or_default() += 1;
        }
        assert_fair(&seen, orders);
    }
}

#[test]
fn every_distractor_of_a_pool_is_equally_likely() {
    let question = Question::new(samples::parts("q", "t", 6)).unwrap();
    let mut seen = BTreeMap::new();
    for seed in 0..4_000 {
        let mut layout = lay_out(&question, OPTIONS_SHOWN, &mut rng(seed));
        assert_eq!(layout.len(), OPTIONS_SHOWN);
        layout.sort_unstable();
        assert_eq!(layout[0], 0, "the key is shown");
        *seen.entry(layout).or_default() += 1;
    }
    assert_fair(&seen, 20);
}

#[test]
fn every_sample_of_a_limited_draw_is_equally_likely() {
    let bank = samples::bank(1, 5);
    let all: Vec<&Question> = bank.questions().iter().collect();
    for (count, samples) in [(1, 5), (2, 20), (5, 120)] {
        let mut seen = BTreeMap::new();
        for seed in 0..(samples as u64 * 200) {
            let plan = draw(&all, count, Mode::Quiz, seed);
            *seen.entry(plan.items.into_iter().map(|item| item.question).collect::<Vec<_>>()).or_default() +=
                1;
        }
        assert_fair(&seen, samples);
    }
}

#[test]
fn a_seed_means_the_same_draw_on_every_machine_and_in_every_version() {
    let bank = samples::bank(2, 4);
    let all: Vec<&Question> = bank.questions().iter().collect();
    let plan = draw(&all, 4, Mode::Quiz, 7);
    let ids: Vec<&str> = plan.items.iter().map(|item| item.question.as_str()).collect();
    assert_eq!(ids, ["t1-1", "t2-4", "t2-2", "t1-3"]);
    assert_eq!(plan, draw(&all, 4, Mode::Quiz, 7));
}

#[test]
fn options_with_a_natural_order_keep_it() {
    let shown = |key: &str, others: &[&str], order: &[&str]| {
        let mut parts = samples::parts("q", "t", others.len());
        parts.keys = vec![key.to_owned()];
        for (distractor, text) in parts.distractors.iter_mut().zip(others) {
            (*text).clone_into(&mut distractor.text);
        }
        parts.order = order.iter().map(|text| (*text).to_owned()).collect();
        let question = Question::new(parts).unwrap();
        (0..20)
            .map(|seed| {
                lay_out(&question, 8, &mut rng(seed))
                    .iter()
                    .map(|&at| question.option(at))
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect::<std::collections::BTreeSet<_>>()
    };
    let one = |text: &str| [text.to_owned()].into();
    assert_eq!(shown("10", &["9.5", "-3", "1,000"], &[]), one("-3 9.5 10 1,000"));
    assert_eq!(shown("False", &["True"], &[]), one("True False"));
    assert_eq!(shown("no", &["yes"], &[]), one("yes no"));
    assert_eq!(
        shown("first", &["third", "second"], &["first", "second", "third"]),
        one("first second third")
    );
    assert!(shown("inf", &["nan", "x"], &[]).len() > 1, "words are shuffled");
}

#[test]
fn a_stored_layout_comes_back_unless_the_options_changed() {
    let question = samples::question("q", "t");
    let layout = lay_out(&question, 4, &mut rng(3));
    let stored: Vec<String> =
        layout.iter().map(|&at| Fingerprint::of([question.option(at)]).to_string()).collect();
    assert_eq!(restore(&question, &stored), Some(layout));
    let mut parts = samples::parts("q", "t", 3);
    parts.distractors[1].text = String::from("edited");
    assert_eq!(restore(&Question::new(parts).unwrap(), &stored), None);
    assert_eq!(restore(&question, &[]), None);
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
    let plan = draw(&[question("t1-1"), question("t2-1")], 2, Mode::Quiz, 1);
    let mut sitting = Sitting::open(&plan, &bank, |_| false);
    let mut bodies = vec![];
    while let Step::Ask(item) = sitting.step() {
        let wrong = item.question.id == "t1-1";
        bodies.push(Body::Answer(sitting.answer(&[usize::from(wrong)], 0).unwrap()));
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

/// Plays moves as a person would, and gives the log they make with the state they lead to.
fn play<'b>(bank: &'b Bank, plan: &SittingPlan, moves: &[Move]) -> (Vec<Body>, Sitting<'b>) {
    let mut sitting = Sitting::open(plan, bank, |_| false);
    let mut bodies = vec![];
    for one in moves {
        let Step::Ask(item) = sitting.step() else { break };
        let body = match one {
            Move::Answer(shown) => Body::Answer(sitting.answer(&[item.layout[*shown]], 5).unwrap()),
            Move::Skip => Body::Skip { item: item.number },
            Move::Flag => Body::Flag {
                question: item.question.id.clone(),
                topic: item.question.topic.clone(),
                on: !item.flagged,
            },
            Move::Undo => match sitting.last_answer() {
                Some(target) => Body::Undo { target: target.to_owned() },
                None => continue,
            },
        };
        bodies.push(body);
        sitting.apply(log(&bodies).last().unwrap());
    }
    (bodies, sitting)
}

/// The state that a log leads to after it was written down and read again.
fn replay<'b>(bank: &'b Bank, plan: &SittingPlan, bodies: &[Body]) -> Sitting<'b> {
    let stored = serde_json::to_string(&(plan, log(bodies))).unwrap();
    let (plan, events): (SittingPlan, Vec<Event>) = serde_json::from_str(&stored).unwrap();
    let mut sitting = Sitting::open(&plan, bank, |_| false);
    for event in &events {
        sitting.apply(event);
    }
    sitting
}

proptest! {
    #[test]
    fn a_sitting_can_be_gone_on_with_after_any_event(moves in moves(), seed: u64) {
        let bank = samples::bank(2, 3);
        let all: Vec<&Question> = bank.questions().iter().collect();
        let plan = draw(&all, 5, Mode::Quiz, seed);
        let (bodies, live) = play(&bank, &plan, &moves);
        prop_assert_eq!(&replay(&bank, &plan, &bodies), &live);
        prop_assert_eq!(live.answered() + live.queue_len(), 5, "no question is lost or doubled");
        prop_assert!(live.correct() <= live.answered());
    }

    #[test]
    fn undo_of_an_answer_leaves_the_sitting_as_it_was(moves in moves(), seed: u64, shown in 0..4_usize) {
        let bank = samples::bank(2, 3);
        let all: Vec<&Question> = bank.questions().iter().collect();
        let plan = draw(&all, 5, Mode::Quiz, seed);
        let (mut bodies, before) = play(&bank, &plan, &moves);
        if let Step::Ask(item) = before.step() {
            bodies.push(Body::Answer(before.answer(&[item.layout[shown]], 1).unwrap()));
            bodies.push(Body::Undo { target: format!("e{}", bodies.len() - 1) });
            prop_assert_eq!(replay(&bank, &plan, &bodies), before);
        }
    }
}
