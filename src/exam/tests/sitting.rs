//! An exam from the first question to the last, however it is walked through, paused and timed.

use proptest::prelude::*;

use super::{Hall, MINUTE, START, bank, terms};
use crate::exam::{ExamSitting, Outcome, Refused};
use crate::progress::{Body, HandInReason, History, Standing};
use crate::sitting::Replay;

#[test]
fn an_answer_may_be_changed_and_taken_out_until_the_end() {
    let bank = bank(4);
    let mut hall = Hall::new(&bank, terms(4, None, Some(10)));
    hall.answer(0, false).unwrap();
    assert_eq!(hall.sitting.at(), 1, "on to the next");
    hall.answer(0, true).unwrap();
    hall.answer(2, true).unwrap();
    let nothing = hall.sitting.choose(2, &[], 500, hall.now);
    hall.done(nothing).unwrap();
    hall.flag(1);
    assert_eq!((hall.sitting.sitting().answered(), hall.sitting.unanswered()), (1, vec![1, 2, 3]));
    assert_eq!(hall.sitting.sitting().flagged(), [1]);
    hall.flag(1);
    assert_eq!(hall.sitting.sitting().flagged(), [0; 0]);
    hall.answer(3, false).unwrap();
    assert_eq!(hall.sitting.at(), 3, "after the last one there is no next");
    assert_eq!(hall.sitting.next_unanswered(), Some(1), "round to the first blank");
    hall.resume();
    hall.hand_in().unwrap();
    let outcome = hall.outcome();
    assert_eq!((outcome.score.asked, outcome.score.answered, outcome.score.correct), (4, 2, 1));
    assert_eq!(hall.sitting.tally(2).spent, 1_500);
}

#[test]
fn after_handing_in_nothing_is_taken() {
    let bank = bank(2);
    let mut hall = Hall::new(&bank, terms(2, None, Some(10)));
    hall.answer(0, true).unwrap();
    assert_eq!(hall.sitting.review(1, &[0], 1), Err(Refused::NotHandedIn));
    hall.hand_in().unwrap();
    let handed_in = hall.sitting.handed_in();
    assert_eq!(hall.hand_in(), Err(Refused::HandedIn), "twice is refused");
    assert_eq!(hall.answer(1, true), Err(Refused::HandedIn));
    assert_eq!(hall.sitting.flag(1), Err(Refused::HandedIn));
    assert_eq!(hall.sitting.go(1, 1), Err(Refused::HandedIn));
    // Another machine wrote a second hand-in and an answer: the first one counts.
    hall.now += MINUTE;
    let outcome = hall.outcome();
    hall.write(Body::HandIn { reason: HandInReason::TimeUp, stands: vec![] });
    assert_eq!((hall.sitting.handed_in(), hall.outcome()), (handed_in, outcome));
}

#[test]
fn from_the_deadline_on_no_answer_is_taken() {
    let bank = bank(3);
    let mut hall = Hall::new(&bank, terms(3, None, Some(10)));
    hall.now = START + 10 * MINUTE - 1;
    hall.answer(0, true).unwrap();
    assert_eq!(hall.sitting.left(hall.now), Some(1));
    hall.now += 1;
    assert!(hall.sitting.is_time_up(hall.now));
    assert_eq!(hall.answer(1, true), Err(Refused::TimeUp));
    // A line that was typed before and read after the end, by a version that did not ask.
    let mut late = Hall::new(&bank, terms(3, None, Some(10)));
    late.answer(1, true).unwrap();
    late.now = hall.now;
    let Body::Choose(answer) = late.log[0].body.clone() else { unreachable!() };
    hall.write(Body::Choose(answer));
    assert_eq!((hall.sitting.late, hall.sitting.sitting().answered()), (1, 1));
    hall.now += 3 * MINUTE;
    hall.hand_in().unwrap();
    let outcome = hall.outcome();
    assert_eq!(outcome.reason, HandInReason::TimeUp);
    assert_eq!(outcome.used, 600_000, "to the deadline at most");
    assert_eq!((outcome.score.correct, outcome.timing.not_reached), (1, 2));
    // The late one is no answer for the progress either.
    let history = History::derive(&hall.log);
    let standings: Vec<Standing> = bank.questions()[..3].iter().map(|q| history.standing(q)).collect();
    assert_eq!(standings, [Standing::Right, Standing::New, Standing::New]);
}

#[test]
fn resumed_before_the_deadline_the_time_went_on() {
    let bank = bank(3);
    let mut hall = Hall::new(&bank, terms(3, None, Some(10)));
    hall.now += 2 * MINUTE;
    hall.answer(0, true).unwrap();
    hall.now += 5 * MINUTE;
    hall.resume();
    assert_eq!(hall.sitting.left(hall.now), Some(3 * MINUTE));
    assert_eq!(hall.sitting.at(), 1);
    hall.answer(1, true).unwrap();
    hall.hand_in().unwrap();
    assert_eq!(hall.outcome().reason, HandInReason::Asked);
    assert_eq!(hall.outcome().used, 7 * 60_000);
}

#[test]
fn resumed_after_the_deadline_it_is_closed_as_timed_out() {
    let bank = bank(3);
    let mut hall = Hall::new(&bank, terms(3, None, Some(10)));
    hall.answer(0, true).unwrap();
    hall.now += 3 * 24 * 60 * MINUTE;
    hall.resume();
    assert_eq!(hall.sitting.left(hall.now), Some(0));
    hall.hand_in().unwrap();
    assert_eq!((hall.outcome().reason, hall.outcome().score.correct), (HandInReason::TimeUp, 1));
    hall.resume();
}

#[test]
fn without_a_limit_no_time_is_up() {
    let bank = bank(2);
    let mut hall = Hall::new(&bank, terms(2, None, None));
    hall.now += 365 * 24 * 60 * MINUTE;
    assert_eq!((hall.sitting.left(hall.now), hall.sitting.is_time_up(hall.now)), (None, false));
    hall.answer(0, true).unwrap();
    hall.hand_in().unwrap();
    assert_eq!(hall.outcome().reason, HandInReason::Asked);
    assert_eq!(hall.outcome().timing.pace, None);
}

#[test]
fn a_clock_that_is_set_is_noticed_once() {
    let bank = bank(4);
    let mut hall = Hall::new(&bank, terms(4, None, Some(60)));
    hall.now += 10 * MINUTE;
    hall.answer(0, false).unwrap();
    hall.now -= 3_000;
    hall.answer(0, false).unwrap();
    assert_eq!(hall.sitting.jumps, [0; 0], "a correction is no jump");
    // Seen at once by whoever watches both clocks.
    hall.now += 20 * MINUTE;
    hall.write(Body::ClockSet { by: 20 * MINUTE });
    // Set back by an hour while the program was closed.
    hall.now -= 60 * MINUTE;
    hall.resume();
    assert_eq!(hall.sitting.set_back(hall.now), Some(-60 * MINUTE));
    hall.answer(0, true).unwrap();
    hall.answer(1, true).unwrap();
    assert_eq!(hall.sitting.jumps, [20 * MINUTE, -60 * MINUTE]);
    hall.resume();
    assert!(hall.sitting.items()[0].is_right(), "the last answer stands, though its time is the earliest");
    hall.hand_in().unwrap();
    assert_eq!(hall.outcome().used, 0, "and not below");
}

#[test]
fn questions_that_vanished_are_left_out_and_their_papers_keep_together() {
    let whole = bank(6);
    let mut terms = terms(3, None, None);
    terms.papers.push(terms.papers[0].clone());
    let hall = Hall::new(&whole, terms);
    let smaller = crate::bank::samples::bank(2, 2);
    let exam = ExamSitting::open(&hall.plan, START, &smaller);
    assert_eq!(exam.sitting().vanished, 2);
    let papers: Vec<(usize, usize)> =
        exam.items().iter().map(|item| (item.number, exam.terms().paper_of(item.number))).collect();
    assert_eq!(papers, [(0, 0), (1, 0), (3, 1), (4, 1)]);
}

#[derive(Clone, Copy, Debug)]
enum Move {
    Answer(usize, bool),
    Clear(usize),
    Flag(usize),
    Go(usize),
    Wait(i64),
    Resume,
    HandIn,
}

const QUESTIONS: usize = 6;

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let place = || 0..QUESTIONS;
    let one = prop_oneof![
        6 => (place(), any::<bool>()).prop_map(|(place, right)| Move::Answer(place, right)),
        1 => place().prop_map(Move::Clear),
        2 => place().prop_map(Move::Flag),
        2 => place().prop_map(Move::Go),
        2 => (-20_000..200_000_i64).prop_map(Move::Wait),
        1 => Just(Move::Resume),
        1 => Just(Move::HandIn),
    ];
    prop::collection::vec(one, 0..40)
}

/// Plays moves as a person would, and hands in at the end; which moves are left out decides a filter.
fn play(moves: &[Move], keep: impl Fn(&Move) -> bool) -> Outcome {
    let bank = bank(QUESTIONS);
    let mut hall = Hall::new(&bank, terms(QUESTIONS, None, Some(10)));
    for one in moves.iter().filter(|one| keep(one)) {
        let body = match *one {
            Move::Answer(place, right) => hall.sitting.choose(place, &[usize::from(!right)], 10, hall.now),
            Move::Clear(place) => hall.sitting.choose(place, &[], 10, hall.now),
            Move::Flag(place) => hall.sitting.flag(place),
            Move::Go(place) => hall.sitting.go(place, 10),
            Move::HandIn => hall.sitting.hand_in(hall.now),
            Move::Wait(millis) => {
                hall.now += millis;
                continue;
            }
            Move::Resume => {
                hall.resume();
                continue;
            }
        };
        // What is refused changes nothing.
        let _ = hall.done(body);
    }
    let _ = hall.hand_in();
    hall.resume();
    hall.outcome()
}

proptest! {
    #[test]
    fn flags_never_change_a_score(moves in moves()) {
        let with = play(&moves, |_| true);
        let mut without = play(&moves, |one| !matches!(one, Move::Flag(_)));
        without.go_over.clone_from(&with.go_over);
        prop_assert_eq!(with, without);
    }

    #[test]
    fn walking_about_never_changes_a_score(moves in moves()) {
        let score = |outcome: Outcome| (outcome.score, outcome.topics, outcome.go_over);
        let with = play(&moves, |_| true);
        let without = play(&moves, |one| !matches!(one, Move::Go(_)));
        prop_assert_eq!(score(with), score(without));
    }

    #[test]
    fn any_order_gives_the_result_of_the_order_of_the_paper(
        rights in prop::collection::vec(any::<Option<bool>>(), QUESTIONS),
        order in Just((0..QUESTIONS).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let of = |places: &mut dyn Iterator<Item = usize>| {
            let answers: Vec<Move> = places
                .filter_map(|place| Some(Move::Answer(place, rights[place]?)))
                .collect();
            play(&answers, |_| true)
        };
        prop_assert_eq!(of(&mut order.iter().copied()), of(&mut (0..QUESTIONS)));
    }

    #[test]
    fn the_progress_counts_what_the_exam_counted(moves in moves()) {
        let bank = bank(QUESTIONS);
        let mut hall = Hall::new(&bank, terms(QUESTIONS, None, Some(10)));
        for one in &moves {
            let body = match *one {
                Move::Answer(place, right) => hall.sitting.choose(place, &[usize::from(!right)], 1, hall.now),
                Move::Clear(place) => hall.sitting.choose(place, &[], 1, hall.now),
                Move::Wait(millis) => {
                    hall.now += millis;
                    continue;
                }
                _ => continue,
            };
            let _ = hall.done(body);
        }
        hall.hand_in().unwrap();
        let history = History::derive(&hall.log);
        for item in hall.sitting.items() {
            let expected = match item.given.as_ref().map(|given| given.correct) {
                None => Standing::New,
                Some(true) => Standing::Right,
                Some(false) => Standing::Wrong,
            };
            prop_assert_eq!(history.standing(item.question), expected);
            prop_assert_eq!(history.attempts(item.question).count(), usize::from(item.given.is_some()));
        }
    }
}
