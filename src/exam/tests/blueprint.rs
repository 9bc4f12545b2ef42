//! Weights come out exactly, shortages are told, and the same seed draws the same exam.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use crate::bank::{Bank, Distractor, Question, samples};
use crate::exam::blueprint::{Shortage, apportion, askable, fill, shares};
use crate::exam::catalog::Profiles;
use crate::exam::draw::{Drawn, draw};
use crate::exam::pass::PassRule;
use crate::exam::profile::Blueprint;
use crate::exam::setup::{Assumption, ExamRequest, ExtraTime, Setup, Unfit};
use crate::progress::Pass;

fn blueprint(weights: &[(&str, u32)]) -> Blueprint {
    let weights = weights.iter().map(|(topic, share)| ((*topic).to_owned(), *share)).collect();
    Blueprint { weights, source: String::new() }
}

fn setup(questions: usize) -> Setup {
    Setup::new(None, &ExamRequest { questions: Some(questions), ..ExamRequest::default() }).unwrap()
}

fn draw_of(setup: &Setup, bank: &Bank, weights: &[(&str, u32)], seed: u64) -> Drawn {
    let all: Vec<&Question> = bank.questions().iter().collect();
    draw(setup, &all, &blueprint(weights), |_| None, seed)
}

/// How many questions of each topic were drawn.
fn per_topic(drawn: Drawn, bank: &Bank) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for item in drawn.begin(0).items.iter() {
        *counts.entry(bank.question(&item.question).unwrap().topic.clone()).or_default() += 1;
    }
    counts
}

#[test]
fn the_largest_remainders_get_what_is_left() {
    assert_eq!(apportion(10, &[50, 30, 20]), [5, 3, 2]);
    assert_eq!(apportion(10, &[1, 1, 1]), [4, 3, 3]);
    assert_eq!(apportion(7, &[50, 30, 20]), [4, 2, 1], "3.5, 2.1, 1.4");
    assert_eq!(apportion(0, &[1, 2]), [0, 0]);
    assert_eq!(apportion(5, &[0, 0]), [0, 0]);
    let weights: Vec<u32> = Profiles::embedded().blueprint.weights.iter().map(|(_, share)| *share).collect();
    assert_eq!(apportion(60, &weights).iter().sum::<usize>(), 60);
}

#[test]
fn what_a_topic_lacks_goes_to_the_others() {
    assert_eq!(fill(10, &[50, 50], &[2, 20]), [2, 8]);
    assert_eq!(fill(10, &[50, 30, 20], &[1, 4, 20]), [1, 4, 5]);
    assert_eq!(fill(10, &[50, 50], &[2, 3]), [2, 3], "all there are");
    assert_eq!(fill(10, &[50, 0], &[20, 20]), [10, 0], "no share, no question");
}

#[test]
fn a_topic_that_nobody_weighed_gets_the_mean() {
    let weights = blueprint(&[("a", 30), ("b", 10)]).weights;
    assert_eq!(shares(&["a", "b", "mine"], &weights), [30, 10, 20]);
    assert_eq!(shares(&["x", "y"], &weights), [1, 1]);
}

#[test]
fn a_shortage_is_told_before_the_start() {
    let bank = samples::bank(2, 5);
    let drawn = draw_of(&setup(8), &bank, &[("t1", 75), ("t2", 25)], 1);
    assert_eq!(drawn.shortages, [Shortage { topic: String::from("t1"), wanted: 6, available: 5 }]);
    assert_eq!((drawn.wanted, drawn.len()), (8, 8), "the other topic makes up for it");

    let request =
        ExamRequest { questions: Some(20), pass: Some(PassRule::Minimum(14)), ..ExamRequest::default() };
    let drawn = draw_of(&Setup::new(None, &request).unwrap(), &bank, &[], 1);
    assert_eq!((drawn.wanted, drawn.len()), (20, 10));
    let terms = drawn.terms();
    assert_eq!(terms.papers[0].pass, Some(Pass::Count { needed: 7, percent: None }), "in proportion");
    assert_eq!(terms.allowed, Some(750_000), "and so is the time");
    assert!(draw_of(&setup(5), &Bank::default(), &[], 1).terms().papers.is_empty());
}

#[test]
fn what_was_not_seen_lately_comes_first() {
    let bank = samples::bank(1, 30);
    let day = 86_400_000;
    // 1 to 10 were seen yesterday, 11 to 20 last week, the others never.
    let last_seen = |question: &Question| match question.id["t1-".len()..].parse::<i64>().unwrap() {
        n @ 1..=10 => Some(99 * day + n),
        n @ 11..=20 => Some(93 * day + n),
        _ => None,
    };
    let all: Vec<&Question> = bank.questions().iter().collect();
    let drawn = |n: usize, seed| -> BTreeSet<String> {
        let drawn = draw(&setup(n), &all, &blueprint(&[]), last_seen, seed);
        drawn.begin(0).items.iter().map(|item| item.question.clone()).collect()
    };
    let ids = |numbers: std::ops::RangeInclusive<usize>| -> BTreeSet<String> {
        numbers.map(|n| format!("t1-{n}")).collect()
    };
    assert_eq!(drawn(10, 1), ids(21..=30));
    assert_eq!(drawn(20, 1), ids(11..=30));
    assert_ne!(drawn(15, 1), drawn(15, 2), "of those on one day, chance takes some");
}

#[test]
fn what_was_practiced_in_one_evening_is_equally_likely() {
    let bank = samples::bank(1, 20);
    // 9 of them before midnight in Greenwich, 11 after it; it is the afternoon in Los Angeles.
    let midnight = 99 * 86_400_000;
    let last_seen = |question: &Question| {
        let n = question.id["t1-".len()..].parse::<i64>().unwrap();
        Some(midnight + (n - 10) * 60_000)
    };
    let all: Vec<&Question> = bank.questions().iter().collect();
    let drawn = draw(&setup(10), &all, &blueprint(&[]), last_seen, 1).begin(0).items;
    let first_half = drawn.iter().filter(|item| item.question["t1-".len()..].parse::<i64>().unwrap() < 10);
    assert!((1..9).contains(&first_half.count()), "{drawn:?}");
}

#[test]
fn a_seed_means_the_same_exam_on_every_machine_and_in_every_version() {
    let bank = samples::bank(3, 4);
    let plan = |seed| draw_of(&setup(4), &bank, &[("t1", 50), ("t2", 25), ("t3", 25)], seed).begin(5);
    let ids: Vec<String> = plan(7).items.iter().map(|item| item.question.clone()).collect();
    assert_eq!(ids, ["t1-3", "t2-2", "t3-4", "t1-1"]);
    assert_eq!(plan(7), plan(7));
}

#[test]
fn the_law_of_other_places_is_not_asked() {
    let mut bank = Bank::default();
    let question = |id: &str, place: Option<&str>| {
        let mut parts = samples::parts(id, "t1", 3);
        parts.jurisdiction = place.map(ToOwned::to_owned);
        Question::new(parts).unwrap()
    };
    bank.add(
        samples::topic("t1"),
        [question("any", None), question("on", Some("ca-on")), question("ada", Some("us-ada"))],
    );
    let profiles = Profiles::embedded();
    let asked = |profile: Option<&str>| {
        let profile = profile.and_then(|id| profiles.find(id));
        let setup =
            Setup::new(profile, &ExamRequest { questions: Some(10), ..ExamRequest::default() }).unwrap();
        let plan = draw_of(&setup, &bank, &[], 1).begin(0);
        plan.items.iter().map(|item| item.question.clone()).collect::<BTreeSet<_>>()
    };
    let set = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(asked(None), set(&["ada", "any", "on"]));
    assert_eq!(asked(Some("ontario")), set(&["any", "on"]));
    assert_eq!(asked(Some("florida-class-d")), set(&["ada", "any"]));
}

#[test]
fn true_false_questions_keep_to_their_share() {
    assert_eq!(askable(5, 20, 50), 10);
    assert_eq!(askable(5, 2, 50), 7);
    assert_eq!(askable(5, 20, 0), 5);
    assert_eq!(askable(5, 20, 100), 25);
    let mut bank = Bank::default();
    let true_false = |n: usize| {
        let mut parts = samples::parts(&format!("tf-{n}"), "t1", 1);
        parts.keys = vec![String::from("True")];
        parts.distractors = vec![Distractor { text: String::from("False."), why: String::new() }];
        Question::new(parts).unwrap()
    };
    let others = (1..=5).map(|n| samples::question(&format!("mc-{n}"), "t1"));
    bank.add(samples::topic("t1"), (1..=20).map(true_false).chain(others));
    let profiles = Profiles::embedded();
    for (wanted, expected) in [(4, 2), (7, 3), (10, 5), (20, 5)] {
        let request = ExamRequest { questions: Some(wanted), ..ExamRequest::default() };
        let setup = Setup::new(profiles.find("florida-class-d"), &request).unwrap();
        for seed in 0..20 {
            let plan = draw_of(&setup, &bank, &[], seed).begin(0);
            let count = plan.items.iter().filter(|item| item.question.starts_with("tf")).count();
            assert!(count <= expected && plan.items.len() == wanted.min(10), "{count} of {wanted}");
        }
    }
}

#[test]
fn a_profile_and_a_wish_make_an_exam() {
    let profiles = Profiles::embedded();
    let setup = |id: &str, request: ExamRequest| Setup::new(profiles.find(id), &request);
    let minutes = |minutes: u64| Some(minutes * 60_000);

    let ontario = setup("ontario", ExamRequest::default()).unwrap();
    assert_eq!((ontario.papers[0].questions, ontario.time, ontario.assumptions), (60, minutes(75), vec![]));
    let half = setup("ontario", ExamRequest { questions: Some(30), ..ExamRequest::default() }).unwrap();
    assert_eq!(
        (half.time, &half.assumptions[..]),
        (Some(2_250_000), &[Assumption::Time][..]),
        "the same pace"
    );
    let own = ExamRequest { minutes: Some(10), extra_time: Some(ExtraTime::Half), ..ExamRequest::default() };
    let own = setup("ontario", own).unwrap();
    assert_eq!((own.time, own.allowed(60)), (minutes(10), minutes(15)));
    let untimed = setup("ontario", ExamRequest { untimed: true, ..ExamRequest::default() }).unwrap();
    assert_eq!((untimed.time, untimed.untimed), (None, true));

    let florida = setup("florida-class-d", ExamRequest::default()).unwrap();
    assert_eq!((florida.time, florida.assumptions), (None, vec![]), "the least time is no limit");
    let utah = setup("utah", ExamRequest::default()).unwrap();
    assert_eq!(
        (utah.papers[0].questions, utah.assumptions),
        (50, vec![Assumption::Questions, Assumption::Time])
    );
    let guarding = setup("uk-guarding", ExamRequest::default()).unwrap();
    assert_eq!((guarding.papers.len(), guarding.time), (3, minutes(230)));

    let too_many =
        ExamRequest { questions: Some(30), pass: Some(PassRule::Minimum(31)), ..ExamRequest::default() };
    assert_eq!(Setup::new(None, &too_many), Err(Unfit::PassAboveQuestions(31, 30)));
    let request = ExamRequest { questions: Some(30), ..ExamRequest::default() };
    assert_eq!(setup("uk-guarding", request), Err(Unfit::Papers));
}

#[test]
fn several_papers_share_no_question() {
    let bank = samples::bank(4, 50);
    let profiles = Profiles::embedded();
    let setup = Setup::new(profiles.find("uk-guarding"), &ExamRequest::default()).unwrap();
    let plan = draw_of(&setup, &bank, &[], 3).begin(0);
    let ids: BTreeSet<&str> = plan.items.iter().map(|item| item.question.as_str()).collect();
    assert_eq!(ids.len(), 152);
    let sizes: Vec<usize> = plan.terms.papers.iter().map(|paper| paper.questions).collect();
    assert_eq!(sizes, [72, 60, 20]);
}

proptest! {
    #[test]
    fn sections_sum_exactly(n in 0..400_usize, shares in prop::collection::vec(0..100_u32, 1..20)) {
        let parts = apportion(n, &shares);
        let sum: u32 = shares.iter().sum();
        prop_assert_eq!(parts.iter().sum::<usize>(), if sum == 0 { 0 } else { n });
        for (part, share) in parts.iter().zip(&shares).filter(|_| sum > 0) {
            let exact = n as f64 * f64::from(*share) / f64::from(sum);
            prop_assert!((*part as f64 - exact).abs() < 1.0, "{} for {}", part, exact);
        }
    }

    #[test]
    fn a_shortage_never_loses_a_question(
        n in 0..300_usize,
        topics in prop::collection::vec((1..100_u32, 0..40_usize), 1..12),
    ) {
        let (shares, available): (Vec<u32>, Vec<usize>) = topics.into_iter().unzip();
        let given = fill(n, &shares, &available);
        prop_assert_eq!(given.iter().sum::<usize>(), n.min(available.iter().sum()));
        prop_assert!(given.iter().zip(&available).all(|(given, available)| given <= available));
    }

    #[test]
    fn an_exam_has_the_weights_it_was_asked_for(seed: u64, n in 1..40_usize) {
        let bank = samples::bank(3, 40);
        let drawn = draw_of(&setup(n), &bank, &[("t1", 60), ("t2", 30), ("t3", 10)], seed);
        let counts = per_topic(drawn, &bank);
        let count = |topic: &str| counts.get(topic).copied().unwrap_or(0);
        prop_assert_eq!(vec![count("t1"), count("t2"), count("t3")], apportion(n, &[60, 30, 10]));
    }
}
