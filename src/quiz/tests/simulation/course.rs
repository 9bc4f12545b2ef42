//! One learner who studies for some days.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::dice::Dice;
use super::learner::{Law, Learner};
use super::policies::{Policy, Record, ours};
use crate::bank::{Bank, samples};
use crate::progress::{Answer, Body, Calendar, Event, MILLIS_A_DAY};

/// A bank with what a simulation needs of it again and again.
pub(super) struct Material {
    pub(super) bank: Bank,
    /// The topic of each question, as a number.
    topics: Vec<usize>,
    numbers: BTreeMap<String, usize>,
    keys: Vec<String>,
}

impl Material {
    pub(super) fn new(questions: usize) -> Self {
        let topics = 10;
        let bank = samples::bank(topics, questions / topics);
        let topics =
            bank.questions().iter().map(|q| bank.topics().iter().position(|t| t.id == q.topic).unwrap());
        let topics = topics.collect();
        let numbers = bank.questions().iter().enumerate().map(|(n, q)| (q.id.clone(), n)).collect();
        let keys = bank.questions().iter().map(|q| q.key_fingerprint().to_string()).collect();
        Self { bank, topics, numbers, keys }
    }
}

/// What came of it: the learner on the day of the exam, and the log.
pub(super) struct Course {
    pub(super) learner: Learner,
    pub(super) events: Vec<Event>,
}

/// The clock on a day, from 0.
pub(super) fn calendar(day: usize) -> Calendar {
    Calendar::new(day as i64 * MILLIS_A_DAY + MILLIS_A_DAY / 2, TimeZone::UTC)
}

impl Course {
    /// A learner who answers so many questions on each of so many days.
    pub(super) fn take(
        material: &Material,
        law: Law,
        policy: Policy,
        (a_day, days): (usize, usize),
        marks: bool,
        seed: u64,
    ) -> Self {
        let mut learner = Learner::new(law, &material.topics, seed);
        let mut dice = Dice::new(seed ^ 0xd1ce);
        let mut records: Vec<Option<Record>> = vec![None; material.topics.len()];
        let mut events: Vec<Event> = vec![];
        for day in 0..days {
            let today = calendar(day);
            let chosen: Vec<usize> = if policy.is_ours() {
                let ids = ours(&material.bank, &events, &today, a_day, seed + day as u64);
                ids.iter().map(|id| material.numbers[id]).collect()
            } else {
                policy.choose(&records, day, a_day, &mut dice)
            };
            for number in chosen {
                let given = learner.answer(number, day as f64);
                records[number] = Some(Record::after(records[number], given.right, day));
                if !policy.is_ours() {
                    continue;
                }
                let question = &material.bank.questions()[number];
                // Half of the wrong answers are what looks most like the right one to this learner, so that misconceptions
                // come about.
                let option = match given.right {
                    true => 0,
                    false if dice.chance(0.5) => 1 + (number + seed as usize) % 3,
                    false => 1 + dice.below(3),
                };
                let answer = Answer {
                    item: number,
                    question: question.id.clone(),
                    topic: question.topic.clone(),
                    chosen: vec![question.option(option).to_owned()],
                    correct: given.right,
                    key: material.keys[number].clone(),
                    took: 0,
                };
                let mut log = |body| {
                    let (id, device) = (format!("e{}", events.len()), String::from("d"));
                    let number = events.len() as u64;
                    events.push(Event { id: id.clone(), device, number, at: today.now, sitting: None, body });
                    id
                };
                let target = log(Body::Answer(answer));
                if marks && learner.says_guess(given) {
                    log(Body::Guess { target, on: true });
                }
            }
        }
        Self { learner, events }
    }
}
