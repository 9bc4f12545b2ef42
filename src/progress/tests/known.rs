//! What the answers say about questions: misconceptions, lucky guesses, knowledge, pace.

use jiff::tz::TimeZone;

use super::{answer, event};
use crate::bank::{Bank, Question, samples};
use crate::progress::pacing::Pace;
use crate::progress::{
    Body, Calendar, Event, History, Knowledge, MILLIS_A_DAY, Pacing, StudyPlan, lucky_guesses,
    misconceptions, pacing,
};

/// Chooses the option with this number (0 is right).
fn choose(number: u64, bank: &Bank, question: &str, option: usize) -> Event {
    let mut event = answer(number, bank, question, option == 0);
    if let Body::Answer(answer) = &mut event.body {
        answer.chosen = vec![bank.question(question).unwrap().option(option).to_owned()];
    }
    event
}

fn guess(number: u64, target: u64) -> Event {
    event(number, Body::Guess { target: format!("e{target}"), on: true })
}

/// The misconceptions as question, option and times.
fn told(bank: &Bank, log: &[Event]) -> Vec<(String, usize, usize)> {
    let found = misconceptions(bank, &History::derive(log));
    found.iter().map(|one| (one.question.id.clone(), one.option, one.times)).collect()
}

#[test]
fn the_same_wrong_option_twice_is_a_misconception_until_it_is_known_better() {
    let bank = samples::bank(1, 3);
    let one = |option, times| vec![(String::from("t1-1"), option, times)];
    let mut log = vec![choose(1, &bank, "t1-1", 2), choose(2, &bank, "t1-1", 3)];
    assert_eq!(told(&bank, &log), [], "two different ones are none");
    log.push(choose(3, &bank, "t1-1", 2));
    assert_eq!(told(&bank, &log), one(2, 2));
    // A lucky guess proves nothing, and taking an answer back takes its share away.
    log.extend([choose(4, &bank, "t1-1", 0), guess(5, 4)]);
    assert_eq!(told(&bank, &log), one(2, 2));
    let undone = [&log[..], &[event(6, Body::Undo { target: String::from("e3") })]].concat();
    assert_eq!(told(&bank, &undone), []);
    log.push(choose(7, &bank, "t1-1", 0));
    assert_eq!(told(&bank, &log), []);
    log.push(choose(8, &bank, "t1-1", 2));
    assert_eq!(told(&bank, &log), one(2, 3), "it was not known better after all");
}

#[test]
fn the_most_frequent_misconception_comes_first_and_then_the_newest() {
    let bank = samples::bank(1, 3);
    let picks = [(1, 1), (1, 1), (2, 3), (2, 3), (3, 2), (3, 2), (1, 1)];
    let log: Vec<Event> =
        picks.iter().zip(1..).map(|((q, option), n)| choose(n, &bank, &format!("t1-{q}"), *option)).collect();
    let questions: Vec<String> = told(&bank, &log).into_iter().map(|(question, ..)| question).collect();
    assert_eq!(questions, ["t1-1", "t1-3", "t1-2"]);
}

#[test]
fn an_option_that_is_gone_is_no_misconception() {
    let bank = samples::bank(1, 1);
    let log = [choose(1, &bank, "t1-1", 3), choose(2, &bank, "t1-1", 3)];
    let mut shorter = Bank::default();
    let question = Question::new(samples::parts("t1-1", "t1", 2)).unwrap();
    shorter.add(samples::topic("t1"), [question]);
    assert_eq!(told(&shorter, &log), []);
}

#[test]
fn a_guess_is_lucky_while_it_is_the_last_answer() {
    let bank = samples::bank(1, 3);
    let lucky = |log: &[Event]| -> Vec<String> {
        lucky_guesses(&bank, &History::derive(log)).iter().map(|q| q.id.clone()).collect()
    };
    let mut log = vec![choose(1, &bank, "t1-1", 0), choose(2, &bank, "t1-2", 0), choose(3, &bank, "t1-3", 1)];
    log.extend([guess(4, 1), guess(5, 2), guess(6, 3)]);
    assert_eq!(lucky(&log), ["t1-2", "t1-1"], "the newest first; a wrong one was no luck");
    log.push(choose(7, &bank, "t1-2", 0));
    assert_eq!(lucky(&log), ["t1-1"]);
}

/// An answer on a day, from 0.
fn on_day(number: u64, day: i64, bank: &Bank, question: &str, correct: bool) -> Event {
    Event { at: day * MILLIS_A_DAY, ..answer(number, bank, question, correct) }
}

#[test]
fn a_guess_is_remembered_like_a_wrong_answer_and_still_counts_as_right_for_its_topic() {
    let bank = samples::bank(1, 2);
    let all: Vec<&Question> = bank.questions().iter().collect();
    let chances = |log: &[Event]| {
        let knowledge = Knowledge::new(&all, &History::derive(log));
        let [seen, unseen] = knowledge.questions() else { unreachable!("two questions") };
        (knowledge.chance(seen, MILLIS_A_DAY), knowledge.chance(unseen, MILLIS_A_DAY))
    };
    let wrong = chances(&[on_day(1, 0, &bank, "t1-1", false)]);
    let right = chances(&[on_day(1, 0, &bank, "t1-1", true)]);
    let guessed = chances(&[on_day(1, 0, &bank, "t1-1", true), guess(2, 1)]);
    assert!(wrong.0 < right.0 && wrong.1 < right.1);
    assert!((guessed.0 - wrong.0).abs() < 1e-12 && (guessed.1 - right.1).abs() < 1e-12);
}

#[test]
fn a_learner_who_does_better_than_the_model_is_believed() {
    let bank = samples::bank(1, 20);
    let all: Vec<&Question> = bank.questions().iter().collect();
    let chance = |second: bool| {
        let answers = (0..20).flat_map(|n| {
            let id = format!("t1-{}", n + 1);
            [on_day(2 * n, 0, &bank, &id, false), on_day(2 * n + 1, 7, &bank, &id, second)]
        });
        let log: Vec<Event> = answers.chain([on_day(90, 7, &bank, "t1-1", false)]).collect();
        let knowledge = Knowledge::new(&all, &History::derive(&log));
        knowledge.chance(&knowledge.questions()[0], 14 * MILLIS_A_DAY)
    };
    assert!(chance(true) > chance(false) + 0.2, "{} {}", chance(true), chance(false));
}

#[test]
fn a_miss_a_minute_later_shocks_nobody() {
    let bank = samples::bank(1, 20);
    let all: Vec<&Question> = bank.questions().iter().collect();
    let mut log: Vec<Event> = (1..=20).map(|n| on_day(n, 0, &bank, &format!("t1-{n}"), true)).collect();
    let chance = |log: &[Event]| {
        let knowledge = Knowledge::new(&all, &History::derive(log));
        knowledge.chance(&knowledge.questions()[19], MILLIS_A_DAY)
    };
    let before = chance(&log);
    log.extend((1..=10).map(|n| Event { at: 60_000, ..answer(30 + n, &bank, &format!("t1-{n}"), false) }));
    assert!((chance(&log) - before).abs() < 1e-12, "the other questions are as well known as they were");
}

fn paced(bank: &Bank, log: &[Event], plan: &StudyPlan, day: i64) -> Pacing {
    let all: Vec<&Question> = bank.questions().iter().collect();
    let calendar = Calendar::new(day * MILLIS_A_DAY + MILLIS_A_DAY / 2, TimeZone::UTC);
    pacing(&all, &History::derive(log), plan, &calendar)
}

fn plan(exam: Option<&str>, minutes: Option<u32>) -> StudyPlan {
    StudyPlan { exam: exam.map(ToOwned::to_owned), minutes, profile: None }
}

#[test]
fn without_a_date_a_day_has_its_usual_share_or_its_minutes() {
    let bank = samples::bank(2, 50);
    let free = paced(&bank, &[], &plan(None, None), 0);
    assert_eq!((free.share, free.per_day, free.days, free.fits()), (20, None, None, None));
    let short = paced(&bank, &[], &plan(None, Some(9)), 0);
    assert_eq!((short.share, short.possible, short.minutes(12)), (12, Some(12), 9));
}

#[test]
fn a_date_makes_portions_that_count_second_looks_from_the_start() {
    let bank = samples::bank(2, 70);
    let plan = plan(Some("1970-01-15"), Some(5));
    let first = paced(&bank, &[], &plan, 0);
    assert_eq!((first.unseen, first.fading, first.days, first.per_day_once), (140, 0, Some(14), Some(10)));
    assert!(first.later > 50 && first.later < 140, "{first:?}");
    assert_eq!((first.fits(), first.fits_once(), first.share), (Some(false), Some(false), 6));
    // Half of the days, half of the answers: the portion stays about the same.
    let portion = first.per_day.unwrap();
    let log: Vec<Event> = (0..7 * portion)
        .map(|n| {
            let id = format!("t{}-{}", n % 2 + 1, n / 2 % 70 + 1);
            on_day(n as u64, (n / portion) as i64, &bank, &id, n % 3 > 0)
        })
        .collect();
    let half = paced(&bank, &log, &plan, 7);
    assert!(half.per_day.unwrap().abs_diff(portion) <= portion / 3, "{half:?}, {portion}");
}

#[test]
fn the_goal_of_a_day_does_not_move_while_it_is_done() {
    let bank = samples::bank(2, 70);
    let plan = plan(Some("1970-01-15"), None);
    let before = paced(&bank, &[], &plan, 0);
    let log: Vec<Event> = (1..=15).map(|n| on_day(n, 0, &bank, &format!("t1-{n}"), n % 2 == 0)).collect();
    let after = paced(&bank, &log, &plan, 0);
    assert_eq!((after.share, after.done), (before.share, 15));
    assert_eq!((before.left_today(), after.left_today()), (before.share, before.share - 15));
    assert_eq!(after.unseen, 125);
}

#[test]
fn on_the_day_of_the_exam_and_after_it_nothing_divides_by_zero() {
    let bank = samples::bank(1, 30);
    let on = paced(&bank, &[], &plan(Some("1970-01-01"), None), 0);
    assert_eq!((on.days, on.over, on.per_day), (Some(0), None, Some(30)));
    let after = paced(&bank, &[], &plan(Some("1970-01-01"), None), 3);
    assert_eq!((after.days, after.over, after.share), (Some(0), Some(3), 20));
}

#[test]
fn the_pace_is_the_learners_own_once_there_is_enough_of_it() {
    let bank = samples::bank(1, 30);
    let log = |answers: u64| -> Vec<Event> {
        // Every tenth time a break.
        let at = |n: u64| (30_000 * n + 3_600_000 * (n / 10)) as i64;
        let one = |n| Event { at: at(n), ..answer(n, &bank, &format!("t1-{}", n % 30 + 1), true) };
        (0..answers).map(one).collect()
    };
    let pace = |answers| Pace::of(&History::derive(&log(answers)));
    assert_eq!(pace(15), Pace { millis: Pace::USUAL, is_own: false });
    assert_eq!(pace(60), Pace { millis: 30_000, is_own: true });
}
