//! What the answers say about questions: misconceptions, lucky guesses, knowledge.

use super::pacing::on_day;
use super::{answer, event};
use crate::bank::{Bank, Question, samples};
use crate::progress::{Body, Event, History, Knowledge, MILLIS_A_DAY, lucky_guesses, misconceptions};

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
#[test]
fn a_guess_is_remembered_like_a_wrong_answer_and_still_counts_as_right_for_its_topic() {
    let bank = samples::bank(1, 2);
    let all: Vec<&Question> = bank.questions().iter().collect();
    let chances = |log: &[Event]| {
        let history = History::derive(log);
        let knowledge = Knowledge::new(&all, &history);
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
        let history = History::derive(&log);
        let knowledge = Knowledge::new(&all, &history);
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
        let history = History::derive(log);
        let knowledge = Knowledge::new(&all, &history);
        knowledge.chance(&knowledge.questions()[19], MILLIS_A_DAY)
    };
    let before = chance(&log);
    log.extend((1..=10).map(|n| Event { at: 60_000, ..answer(30 + n, &bank, &format!("t1-{n}"), false) }));
    assert!((chance(&log) - before).abs() < 1e-12, "the other questions are as well known as they were");
}
