//! The answer sheet of one exam: a pure state machine over its events.

use super::clock::{TOLERANCE, left};
use crate::bank::{Bank, Question};
use crate::progress::{Answer, Body, Event, ExamTerms, HandInReason, Millis, SittingPlan};
use crate::quiz::{lay_out, restore, rng};

/// The state of an exam. Questions that vanished from the bank since it began are left out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sheet<'b> {
    items: Vec<SheetItem<'b>>,
    pub(crate) terms: ExamTerms,
    pub(crate) began: Millis,
    /// The place of the question at which the person is.
    at: usize,
    /// The time of the last event.
    latest: Millis,
    handed_in: Option<HandedIn>,
    /// By how many milliseconds the clock was set, each time that it was noticed.
    pub(crate) jumps: Vec<Millis>,
    /// How many answers came after the end and were not taken.
    pub(crate) late: usize,
    /// How many questions of the plan the bank no longer holds.
    pub(crate) vanished: usize,
}

/// One question of an exam; its place is its index, the number that a person sees is one more.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SheetItem<'b> {
    /// Its place in the plan, which events name.
    pub(crate) number: usize,
    /// The paper to which it belongs, by its place in the terms.
    pub(crate) paper: usize,
    pub(crate) question: &'b Question,
    /// Numbers of options in the order in which they are shown.
    pub(crate) layout: Vec<usize>,
    /// The choice that stands; `None` is a blank.
    pub(crate) choice: Option<Choice>,
    /// Whether the first choice was right, where there ever was one.
    pub(crate) first: Option<bool>,
    /// To be looked at again.
    pub(crate) flagged: bool,
    /// Time spent at it, in milliseconds.
    pub(crate) spent: u64,
    /// Answered right after the exam.
    pub(crate) reviewed: bool,
}

/// A choice that stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    /// Numbers of the chosen options.
    pub(crate) chosen: Vec<usize>,
    pub(crate) correct: bool,
    /// The id of its event.
    pub(super) event: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HandedIn {
    pub(crate) at: Millis,
    pub(crate) reason: HandInReason,
}

impl SheetItem<'_> {
    pub(crate) fn is_right(&self) -> bool {
        self.choice.as_ref().is_some_and(|choice| choice.correct)
    }
}

impl<'b> Sheet<'b> {
    /// Opens an exam that began at a time; `None` where the plan is not one of an exam.
    pub(crate) fn open(plan: &SittingPlan, began: Millis, bank: &'b Bank) -> Option<Self> {
        let terms = plan.exam.clone()?;
        let mut items = vec![];
        for (number, planned) in plan.items.iter().enumerate() {
            let Some(question) = bank.question(&planned.question) else { continue };
            // An edited question is laid out anew, from the seed and its place: the same again at the next look.
            let layout = restore(question, &planned.options).unwrap_or_else(|| {
                lay_out(question, terms.options, &mut rng(plan.seed.wrapping_add(number as u64)))
            });
            items.push(SheetItem {
                number,
                paper: paper_of(&terms, number),
                question,
                layout,
                choice: None,
                first: None,
                flagged: false,
                spent: 0,
                reviewed: false,
            });
        }
        let vanished = plan.items.len() - items.len();
        let (jumps, handed_in) = (vec![], None);
        Some(Self { items, terms, began, at: 0, latest: began, handed_in, jumps, late: 0, vanished })
    }

    /// Opens an exam and goes through what happened in it since, in the order of the log.
    pub(crate) fn replay<'e>(
        plan: &SittingPlan,
        began: Millis,
        bank: &'b Bank,
        events: impl IntoIterator<Item = &'e Event>,
    ) -> Option<Self> {
        let mut sheet = Self::open(plan, began, bank)?;
        for event in events {
            sheet.apply(event);
        }
        Some(sheet)
    }

    /// Takes in one event of this exam; others change nothing.
    pub(crate) fn apply(&mut self, event: &Event) {
        if self.handed_in.is_some() {
            if let Body::Answer(answer) = &event.body
                && answer.correct
                && let Some(item) = self.items.iter_mut().find(|item| item.number == answer.item)
            {
                item.reviewed = true;
            }
            return;
        }
        self.look_at_clock(event);
        let late = self.is_time_up(event.at);
        match &event.body {
            Body::Choose(_) if late => self.late += 1,
            Body::Choose(answer) => self.take(answer, &event.id),
            Body::FlagItem { item, on } => {
                if let Some(place) = self.place_of(*item) {
                    self.items[place].flagged = *on;
                }
            }
            Body::Go { item, spent } if !late => {
                if let Some(left) = self.items.get_mut(self.at) {
                    left.spent += spent;
                }
                self.at = self.place_of(*item).unwrap_or(self.at);
            }
            Body::HandIn { reason, .. } => {
                self.handed_in = Some(HandedIn { at: event.at, reason: *reason });
            }
            _ => {}
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

    fn take(&mut self, answer: &Answer, event: &str) {
        let Some(place) = self.place_of(answer.item) else { return };
        let item = &mut self.items[place];
        if item.question.id != answer.question {
            return;
        }
        item.spent += answer.took;
        if answer.chosen.is_empty() {
            item.choice = None;
            return;
        }
        let options = 0..item.question.option_count();
        let chosen =
            options.filter(|&n| answer.chosen.iter().any(|text| text == item.question.option(n))).collect();
        item.choice = Some(Choice { chosen, correct: answer.correct, event: event.to_owned() });
        item.first.get_or_insert(answer.correct);
        self.at = (place + 1).min(self.items.len() - 1);
    }

    fn place_of(&self, number: usize) -> Option<usize> {
        self.items.iter().position(|item| item.number == number)
    }

    pub(crate) fn items(&self) -> &[SheetItem<'b>] {
        &self.items
    }

    /// The place of the question at which the person is.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn handed_in(&self) -> Option<HandedIn> {
        self.handed_in
    }

    pub(crate) fn answered(&self) -> usize {
        self.items.iter().filter(|item| item.choice.is_some()).count()
    }

    /// The places of blanks.
    pub(crate) fn unanswered(&self) -> Vec<usize> {
        self.places(|item| item.choice.is_none())
    }

    pub(crate) fn flagged(&self) -> Vec<usize> {
        self.places(|item| item.flagged)
    }

    fn places(&self, which: impl Fn(&SheetItem<'_>) -> bool) -> Vec<usize> {
        (0..self.items.len()).filter(|&place| which(&self.items[place])).collect()
    }

    /// The next blank after the question at which the person is, going round at the end.
    pub(crate) fn next_unanswered(&self) -> Option<usize> {
        let blanks = self.unanswered();
        blanks.iter().find(|&&place| place > self.at).or(blanks.first()).copied()
    }

    /// From this moment on no answer is taken.
    pub(crate) fn is_time_up(&self, now: Millis) -> bool {
        self.terms.deadline.is_some_and(|deadline| now >= deadline)
    }

    /// Milliseconds left; `None` without a limit.
    pub(crate) fn left(&self, now: Millis) -> Option<Millis> {
        self.terms.deadline.map(|deadline| left(now, deadline))
    }

    /// By how many milliseconds, below 0, the clock was set back since the last event; `None` if it was not.
    pub(crate) fn set_back(&self, now: Millis) -> Option<Millis> {
        let by = now.saturating_sub(self.latest);
        (by < -TOLERANCE).then_some(by)
    }
}

/// The paper of a question by its place in the plan.
pub(super) fn paper_of(terms: &ExamTerms, number: usize) -> usize {
    let ends = terms.papers.iter().scan(0, |end, paper| {
        *end += paper.questions;
        Some(*end)
    });
    ends.take_while(|end| *end <= number).count().min(terms.papers.len().saturating_sub(1))
}
