//! An exam: a sitting with a clock and a hand-in.

use super::clock::{TOLERANCE, left};
use crate::bank::Bank;
use crate::progress::{
    Answer, Body, Event, ExamPlan, ExamTerms, HandInReason, ItemScore, Millis, standing_choices,
};
use crate::sitting::{Item, Replay, Sitting};

/// An exam in progress, or handed in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ExamSitting<'b> {
    sitting: Sitting<'b>,
    pub(crate) plan: ExamPlan,
    pub(crate) began: Millis,
    /// What is kept about each question besides the answer, by place.
    tallies: Vec<Tally>,
    /// Every choice that was accepted; a hand-in says which of them stand.
    choices: Vec<Event>,
    /// The place of the question that the person is at.
    at: usize,
    /// The time of the last event.
    latest: Millis,
    handed_in: Option<HandedIn>,
    /// By how many milliseconds the wall clock was set, each time that was noticed.
    pub(crate) jumps: Vec<Millis>,
    /// How many answers came after the deadline and were ignored.
    pub(crate) late: usize,
}

/// What is kept about one question of an exam besides its answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Whether the first choice was right, if there was one.
    pub(crate) first: Option<bool>,
    /// Time spent at it, in milliseconds.
    pub(crate) spent: u64,
    /// Whether it was answered right after the exam, when it was asked again.
    pub(crate) reviewed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HandedIn {
    pub(crate) at: Millis,
    pub(crate) reason: HandInReason,
}

impl<'b> ExamSitting<'b> {
    /// Opens an exam as it was when it began.
    pub(crate) fn open(plan: &ExamPlan, began: Millis, bank: &'b Bank) -> Self {
        let sitting = Sitting::open(plan.seed, &plan.items, plan.terms.options, bank);
        Self {
            tallies: vec![Tally::default(); sitting.len()],
            sitting,
            plan: plan.clone(),
            began,
            choices: vec![],
            at: 0,
            latest: began,
            handed_in: None,
            jumps: vec![],
            late: 0,
        }
    }

    fn look_at_clock(&mut self, event: &Event) {
        if let Body::ClockSet { by } = event.body {
            self.jumps.push(by);
        } else if let Some(by) = self.set_back(event.at) {
            self.jumps.push(by);
        }
        self.latest = event.at;
    }

    fn take(&mut self, answer: &Answer, event: &Event) {
        let Some(place) = self.sitting.give(answer, &event.id) else { return };
        let tally = &mut self.tallies[place];
        tally.spent = tally.spent.saturating_add(answer.took);
        if answer.chosen.is_empty() {
            self.sitting.clear(place);
            return;
        }
        self.choices.push(event.clone());
        tally.first.get_or_insert(answer.correct);
        self.at = (place + 1).min(self.sitting.len() - 1);
    }

    /// From here on the choices that the hand-in lists stand, and not what another machine chose in the meantime.
    fn close(&mut self, event: &Event, reason: HandInReason, stands: &[String]) {
        self.handed_in = Some(HandedIn { at: event.at, reason });
        for place in 0..self.sitting.len() {
            self.sitting.clear(place);
        }
        for choice in standing_choices(stands, &self.choices).into_values() {
            if let Body::Choose(answer) = &choice.body {
                self.sitting.give(answer, &choice.id);
            }
        }
    }

    pub(crate) fn items(&self) -> &[Item<'b>] {
        self.sitting.items()
    }

    /// What is kept about the question at a place besides its answer.
    pub(crate) fn tally(&self, place: usize) -> Tally {
        self.tallies[place]
    }

    /// The questions that are still in the bank, for [`ExamTerms::score`].
    pub(super) fn scores(&self) -> Vec<ItemScore> {
        let score = |(item, tally): (&Item<'_>, &Tally)| ItemScore {
            number: item.number,
            answered: item.given.is_some(),
            correct: item.is_right(),
            reviewed: tally.reviewed,
        };
        self.items().iter().zip(&self.tallies).map(score).collect()
    }

    pub(crate) fn terms(&self) -> &ExamTerms {
        &self.plan.terms
    }

    /// The place of the question that the person is at.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn handed_in(&self) -> Option<HandedIn> {
        self.handed_in
    }

    /// The places of the questions without an answer.
    pub(crate) fn unanswered(&self) -> Vec<usize> {
        self.sitting.places(|item| item.given.is_none())
    }

    /// The places of the questions with more or fewer options chosen than the stem asks for.
    pub(crate) fn miscounted(&self) -> Vec<usize> {
        let is_off = |item: &Item<'_>, asked| item.given.is_some() && item.chosen().len() != asked;
        self.sitting.places(|item| item.question.asked_for().is_some_and(|asked| is_off(item, asked)))
    }

    /// The next question without an answer, starting again at the first after the last.
    pub(crate) fn next_unanswered(&self) -> Option<usize> {
        let blanks = self.unanswered();
        blanks.iter().find(|&&place| place > self.at).or(blanks.first()).copied()
    }

    /// Whether the deadline has passed: then no answer is accepted.
    pub(crate) fn is_time_up(&self, now: Millis) -> bool {
        self.terms().deadline.is_some_and(|deadline| now >= deadline)
    }

    /// Milliseconds left; `None` without a limit.
    pub(crate) fn left(&self, now: Millis) -> Option<Millis> {
        self.terms().deadline.map(|deadline| left(now, deadline))
    }

    /// By how many milliseconds (negative) the clock was set back since the last event; `None` if it was not.
    pub(crate) fn set_back(&self, now: Millis) -> Option<Millis> {
        let by = now.saturating_sub(self.latest);
        (by < -TOLERANCE).then_some(by)
    }
}

impl<'b> Replay<'b> for ExamSitting<'b> {
    fn sitting(&self) -> &Sitting<'b> {
        &self.sitting
    }

    fn apply(&mut self, event: &Event) {
        if let Body::Guess { target, on } = &event.body {
            self.sitting.guess(target, *on);
        }
        if self.handed_in.is_some() {
            if let Body::Answer(answer) = &event.body
                && answer.correct
                && let Some(place) = self.sitting.place_of(answer.item)
            {
                self.tallies[place].reviewed = true;
            }
            return;
        }
        self.look_at_clock(event);
        let late = self.is_time_up(event.at);
        match &event.body {
            Body::Choose(_) if late => self.late += 1,
            Body::Choose(answer) => self.take(answer, event),
            Body::FlagItem { item, on } => self.sitting.flag(*on, |other| other.number == *item),
            Body::Go { item, spent } if !late => {
                if let Some(left) = self.tallies.get_mut(self.at) {
                    left.spent = left.spent.saturating_add(*spent);
                }
                self.at = self.sitting.place_of(*item).unwrap_or(self.at);
            }
            Body::HandIn { reason, stands } => self.close(event, *reason, stands),
            _ => {}
        }
    }
}
