//! Passed or not at the border of each rule, and what else the report says.

use super::{Hall, MINUTE, START, bank, sat, terms};
use crate::exam::pass::Rounding;
use crate::exam::{ExamRequest, ExamSitting, Outcome, PassRule, Profiles, Setup, draw};
use crate::progress::{
    Body, Event, ExamTerms, History, PaperTerms, Pass, SittingPlan, Standing, Verdict, past_exams,
};
use crate::sitting::Replay;

/// The terms of a shipped profile, over a bank that has enough questions.
fn profile(id: &str, questions: Option<usize>) -> ExamTerms {
    let profiles = Profiles::embedded();
    let bank = bank(400);
    let request = ExamRequest { questions, ..ExamRequest::default() };
    let setup = Setup::new(profiles.find(id), &request).unwrap();
    let all: Vec<_> = bank.questions().iter().collect();
    draw(&setup, &all, &profiles.blueprint, |_| None, 1).begin(START).terms
}

fn check(terms: &ExamTerms, right: usize, expected: Option<Verdict>) {
    let outcome = sat(terms.clone(), right);
    assert_eq!((outcome.score.correct, outcome.score.verdict), (right, expected), "{}", terms.title);
}

const PASSED: Option<Verdict> = Some(Verdict::Passed);
const NOT_PASSED: Option<Verdict> = Some(Verdict::NotPassed);

#[test]
fn rules_are_kept_at_the_border() {
    let ontario = profile("ontario", None);
    check(&ontario, 36, NOT_PASSED);
    check(&ontario, 37, PASSED);
    let florida = profile("florida-class-d", None);
    check(&florida, 127, NOT_PASSED);
    check(&florida, 128, PASSED);
    let guarding = profile("uk-guarding-1", None);
    check(&guarding, 50, NOT_PASSED);
    check(&guarding, 51, PASSED);
    let nearest = PassRule::Percent(70, Rounding::Nearest).settle(72, 72);
    check(&terms(72, Some(nearest), None), 49, NOT_PASSED);
    check(&terms(72, Some(nearest), None), 50, PASSED);
}

#[test]
fn mastery_is_all_right_or_reviewed_until_right() {
    let california = profile("california", Some(10));
    check(&california, 9, NOT_PASSED);
    check(&california, 10, PASSED);
    let washington = profile("washington", Some(4));
    check(&washington, 4, PASSED);
    check(&washington, 2, Some(Verdict::Review(2)));

    let bank = bank(4);
    let mut hall = Hall::new(&bank, washington);
    for place in 0..4 {
        hall.answer(place, place < 2).unwrap();
    }
    hall.hand_in().unwrap();
    let mut review = |place: usize, right: bool| {
        let body = hall.sitting.review(place, &[usize::from(!right)], 1);
        hall.done(body).unwrap();
        hall.resume();
        (hall.outcome().score.verdict, hall.outcome().score.correct)
    };
    assert_eq!(review(2, true), (Some(Verdict::Review(1)), 2));
    assert_eq!(review(3, false), (Some(Verdict::Review(1)), 2));
    assert_eq!(review(3, true), (PASSED, 2), "the score stays what it was");
}

#[test]
fn without_a_rule_there_is_a_score_and_no_verdict() {
    let new_york = profile("new-york", None);
    check(&new_york, 25, None);
    let outcome = sat(new_york, 20);
    assert_eq!(outcome.is_below(&outcome.topics[0]), None);
}

#[test]
fn each_of_several_papers_has_to_be_passed() {
    let paper = |needed: Option<usize>| PaperTerms {
        title: String::from("A paper"),
        questions: 4,
        pass: needed.map(|needed| Pass::Count { needed, percent: None }),
    };
    let of = |papers: [Option<usize>; 2], rights: [usize; 2]| {
        let bank = bank(8);
        let papers = papers.into_iter().map(paper).collect();
        let mut hall = Hall::new(&bank, ExamTerms { papers, ..terms(8, None, None) });
        for (at, rights) in rights.into_iter().enumerate() {
            for place in 0..rights {
                hall.answer(at * 4 + place, true).unwrap();
            }
        }
        hall.hand_in().unwrap();
        let outcome = hall.outcome();
        let each: Vec<_> = outcome.score.papers.iter().map(|paper| (paper.correct, paper.verdict)).collect();
        assert_eq!(each.iter().map(|(correct, _)| *correct).collect::<Vec<_>>(), rights);
        outcome.score.verdict
    };
    assert_eq!(of([Some(3), Some(3)], [3, 3]), PASSED);
    assert_eq!(of([Some(3), Some(3)], [4, 2]), NOT_PASSED, "6 of 8 are not enough");
    assert_eq!(of([Some(3), None], [3, 0]), None, "nobody knows");
    assert_eq!(of([Some(3), None], [2, 4]), NOT_PASSED, "one is enough to fail");
}

#[test]
fn the_report_tells_topics_time_and_second_thoughts() {
    let bank = bank(6);
    let pass = Pass::Count { needed: 3, percent: Some(50) };
    let mut hall = Hall::new(&bank, terms(6, Some(pass), Some(6)));
    hall.answer_in(0, true, 10_000).unwrap();
    hall.answer_in(0, false, 20_000).unwrap();
    hall.answer_in(1, false, 130_000).unwrap();
    hall.answer_in(1, true, 5_000).unwrap();
    hall.answer_in(2, true, 30_000).unwrap();
    hall.flag(2);
    hall.answer_in(3, true, 40_000).unwrap();
    let nothing = hall.sitting.choose(3, &[], 0, hall.now);
    hall.done(nothing).unwrap();
    // Looked at for long, and left.
    let gone = hall.sitting.go(4, 0);
    hall.done(gone).unwrap();
    let gone = hall.sitting.go(0, 121_000);
    hall.done(gone).unwrap();
    hall.now += 5 * MINUTE;
    hall.hand_in().unwrap();
    let outcome = hall.outcome();
    assert_eq!(
        (outcome.score.asked, outcome.score.answered, outcome.score.correct, outcome.used),
        (6, 3, 2, 300_000)
    );
    assert_eq!(outcome.score.verdict, NOT_PASSED);
    assert_eq!((&outcome.right_to_wrong[..], &outcome.wrong_to_right[..]), (&[0, 3][..], &[1][..]));
    assert_eq!(outcome.go_over, [0, 2, 3, 4, 5], "missed, blank or flagged");
    let topics: Vec<_> = outcome
        .topics
        .iter()
        .map(|topic| (topic.topic.as_str(), topic.asked, topic.correct, outcome.is_below(topic)))
        .collect();
    assert_eq!(topics, [("t1", 3, 2, Some(false)), ("t2", 3, 0, Some(true))]);
    assert_eq!(outcome.timing.pace, Some(60_000));
    let slow: Vec<_> = outcome.timing.slow.iter().map(|slow| (slow.place, slow.lost, slow.correct)).collect();
    assert_eq!(slow, [(1, 75_000, true), (4, 61_000, false)]);
    assert_eq!(outcome.timing.not_reached, 0, "there was time");
}

#[test]
fn a_log_tells_its_exams_in_the_order_in_which_they_were_handed_in() {
    let bank = bank(4);
    let exam = |name: &str, rights: usize, later: i64| {
        let mut hall = Hall::new(&bank, terms(4, None, Some(10)));
        hall.now += later;
        for place in 0..4 {
            hall.answer(place, place < rights).unwrap();
        }
        hall.hand_in().unwrap();
        let start = Body::Start { plan: SittingPlan::Exam(hall.plan.clone()) };
        let mut log = hall.log;
        let start = Event { id: name.to_owned(), at: START, body: start, ..log[0].clone() };
        for event in &mut log {
            event.sitting = Some(name.to_owned());
            event.id = format!("{name}-{}", event.id);
            if let Body::HandIn { stands, .. } = &mut event.body {
                for id in stands {
                    *id = format!("{name}-{id}");
                }
            }
        }
        log.push(start);
        log
    };
    let mut log = exam("earlier", 1, 0);
    log.extend(exam("later", 3, MINUTE));
    let exams: Vec<_> =
        past_exams(&log).into_iter().map(|t| (t.start.to_owned(), t.score.asked, t.score.correct)).collect();
    assert_eq!(exams, [(String::from("earlier"), 4, 1), (String::from("later"), 4, 3)]);
    assert_eq!(past_exams(&[]), vec![]);
}

#[test]
fn what_was_handed_in_counts_whatever_another_machine_chose_meanwhile() {
    let bank = bank(4);
    let mut hall = Hall::new(&bank, terms(4, Some(Pass::AllCorrect), None));
    for place in 0..4 {
        hall.answer(place, true).unwrap();
    }
    hall.now += MINUTE;
    hall.hand_in().unwrap();
    // The same exam was continued elsewhere, without a hand-in, before this one was handed in: joined later.
    let mut wrong = Hall::new(&bank, terms(4, Some(Pass::AllCorrect), None));
    wrong.now += 1;
    wrong.answer(2, false).unwrap();
    let mut other = wrong.log.pop().unwrap();
    other.id = String::from("other-1");
    other.device = String::from("other");
    let start = Event { id: String::from("start"), at: START, number: 0, ..hall.log[0].clone() };
    let start = Event { body: Body::Start { plan: SittingPlan::Exam(hall.plan.clone()) }, ..start };
    for event in &mut hall.log {
        event.number += 1;
    }
    let mut log = hall.log.clone();
    log.push(other);
    let sitting = ExamSitting::open(&hall.plan, START, &bank).replayed(&log);
    log.push(start);
    let outcome = Outcome::of(&sitting, &bank).unwrap();
    let past = past_exams(&log);
    let history = History::derive(&log);
    let known = bank.questions().iter().filter(|q| history.standing(q) == Standing::Right).count();
    assert_eq!((outcome.score.correct, past[0].score.correct, known), (4, 4, 4));
    assert_eq!((outcome.score.verdict, past[0].score.verdict), (PASSED, PASSED));
}

#[test]
fn an_exam_of_which_nothing_is_left_is_not_passed() {
    let bank = bank(2);
    let mut hall = Hall::new(&bank, profile("california", Some(2)));
    hall.hand_in().unwrap();
    let none = crate::bank::Bank::default();
    let sitting = ExamSitting::open(&hall.plan, START, &none).replayed(&hall.log);
    assert_eq!(Outcome::of(&sitting, &none).unwrap().score.verdict, None);
}

#[test]
fn a_reset_of_everything_hides_the_exams_before_it() {
    let bank = bank(2);
    let mut hall = Hall::new(&bank, terms(2, Some(Pass::ReviewUntilRight), None));
    let body = Body::Start { plan: SittingPlan::Exam(hall.plan.clone()) };
    let (id, device, sitting) = (String::from("start"), String::from("d"), Some(String::from("start")));
    let start = Event { id, device, number: 0, at: START - 1, sitting, body };
    hall.answer(0, true).unwrap();
    hall.hand_in().unwrap();
    let told = |hall: &Hall<'_>| {
        let log: Vec<Event> = std::iter::once(start.clone()).chain(hall.log.clone()).collect();
        past_exams(&log).iter().map(|exam| exam.score.verdict).collect::<Vec<_>>()
    };
    assert_eq!(told(&hall), [Some(Verdict::Review(1))], "by the log alone");
    let right = hall.sitting.review(1, &[0], 1);
    hall.done(right).unwrap();
    assert_eq!(told(&hall), [Some(Verdict::Passed)]);
    assert_eq!(hall.outcome().score.verdict, Some(Verdict::Passed), "as the sitting says it");
    hall.now += 1;
    hall.write(Body::Reset { topic: Some(String::from("topic-1")) });
    assert_eq!(told(&hall).len(), 1, "a topic is no exam");
    hall.write(Body::Reset { topic: None });
    assert_eq!(told(&hall), []);
}
