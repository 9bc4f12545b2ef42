//! The laws of a mock exam, and an examination hall whose clock is a variable.

mod blueprint;
mod clock;
mod outcome;
mod profiles;
mod sitting;

use super::{ExamSitting, Outcome, Refused};
use crate::bank::{Bank, samples};
use crate::progress::{Body, Event, ExamPlan, ExamTerms, Millis, PaperTerms, Pass, PlanItem};
use crate::sitting::Replay;

/// When every exam of the tests begins.
const START: Millis = 1_000_000_000;
const MINUTE: Millis = 60_000;

/// One person taking one exam: what is done is written to the log first, as a conversation does it.
struct Hall<'b> {
    bank: &'b Bank,
    plan: ExamPlan,
    log: Vec<Event>,
    sitting: ExamSitting<'b>,
    now: Millis,
}

/// Terms with one paper of so many questions.
fn terms(questions: usize, pass: Option<Pass>, minutes: Option<u64>) -> ExamTerms {
    let allowed = minutes.map(|minutes| minutes * 60_000);
    ExamTerms {
        profile: None,
        title: String::from("Mock exam"),
        allowed,
        deadline: allowed.map(|allowed| START + allowed as i64),
        extra_time: 100,
        untimed: false,
        options: 4,
        papers: vec![PaperTerms { title: String::from("Mock exam"), questions, pass }],
    }
}

/// A bank of two topics that hold so many questions together.
fn bank(questions: usize) -> Bank {
    samples::bank(2, questions.div_ceil(2))
}

impl<'b> Hall<'b> {
    fn new(bank: &'b Bank, terms: ExamTerms) -> Self {
        let questions = terms.papers.iter().map(|paper| paper.questions).sum();
        let items = bank.questions().iter().take(questions);
        let items =
            items.map(|question| PlanItem { question: question.id.clone(), options: vec![] }).collect();
        let plan = ExamPlan { seed: 1, items, terms };
        let sitting = ExamSitting::open(&plan, START, bank);
        Self { bank, plan, log: vec![], sitting, now: START }
    }

    fn write(&mut self, body: Body) {
        let number = self.log.len() as u64;
        let (device, sitting) = (String::from("d"), Some(String::from("start")));
        let event = Event { id: format!("e{number}"), device, number, at: self.now, sitting, body };
        self.sitting.apply(&event);
        self.log.push(event);
    }

    fn done(&mut self, body: Result<Body, Refused>) -> Result<(), Refused> {
        body.map(|body| self.write(body))
    }

    /// Chooses the right option of a question or a wrong one.
    fn answer(&mut self, place: usize, right: bool) -> Result<(), Refused> {
        self.answer_in(place, right, 1_000)
    }

    fn answer_in(&mut self, place: usize, right: bool, took: u64) -> Result<(), Refused> {
        let body = self.sitting.choose(place, &[usize::from(!right)], took, self.now);
        self.done(body)
    }

    fn flag(&mut self, place: usize) {
        let body = self.sitting.flag(place);
        self.done(body).unwrap();
    }

    fn hand_in(&mut self) -> Result<(), Refused> {
        let body = self.sitting.hand_in(self.now);
        self.done(body)
    }

    /// The program is ended and the exam resumed from what is stored.
    fn resume(&mut self) {
        let stored = serde_json::to_string(&(&self.plan, &self.log)).unwrap();
        let (plan, log): (ExamPlan, Vec<Event>) = serde_json::from_str(&stored).unwrap();
        let sitting = ExamSitting::open(&plan, START, self.bank).replayed(&log);
        assert_eq!(sitting, self.sitting, "the same exam as before");
        self.sitting = sitting;
    }

    fn outcome(&self) -> Outcome {
        Outcome::of(&self.sitting, self.bank).expect("handed in")
    }
}

/// The result of answering the first `right` questions right and leaving the rest blank.
fn sat(terms: ExamTerms, right: usize) -> Outcome {
    let bank = bank(terms.papers.iter().map(|paper| paper.questions).sum());
    let mut hall = Hall::new(&bank, terms);
    for place in 0..right {
        hall.answer(place, true).unwrap();
    }
    hall.hand_in().unwrap();
    hall.outcome()
}
