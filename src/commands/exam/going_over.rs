//! Going over an exam that was handed in: from question to question, both ways.

use std::collections::BTreeSet;

use crate::commands::session::Session;
use crate::exam::{ExamSitting, Outcome};
use crate::failure::{Exit, Failure};
use crate::progress::Body;
use crate::sitting::Replay;
use crate::terminal::view::exam as view;
use crate::terminal::view::{flagged, guessed, why_not};
use crate::terminal::{Expect, Person, Reply, next_with};
use crate::words::counted;

/// Where the person is.
struct Over {
    /// The places of the questions that are gone over.
    list: Vec<usize>,
    /// The index in the list.
    at: usize,
    /// Whether these are all questions, or those that were missed or flagged.
    all: bool,
    /// The ids of the questions that are flagged for later practice.
    flagged: BTreeSet<String>,
}

impl<'c> Session<'c, ExamSitting<'c>> {
    /// Shows questions with their explanation and source, one page each: first those that were missed or flagged, on
    /// request all of them. Where nobody can reply, all that were missed or flagged are printed.
    pub(super) fn go_over(&mut self, person: &mut Person, outcome: &Outcome) -> Result<Exit, Failure> {
        if !person.pauses() {
            for (n, &place) in outcome.go_over.iter().enumerate() {
                // Each page ends with an empty line.
                if n == 0 {
                    person.say("")?;
                }
                person.say(&view::page(&self.state, self.bank, place, false, person.width()))?;
            }
            return gone_over(person, outcome.go_over.len());
        }
        self.now()?;
        let history = &self.derived.history;
        let ids = self.state.items().iter().map(|item| &item.question.id);
        let flagged = ids.filter(|id| history.is_flagged(id)).cloned().collect();
        let mut over = Over { list: outcome.go_over.clone(), at: 0, all: false, flagged };
        if over.list.is_empty() {
            over.switch(outcome, self.state.items().len());
        }
        let mut shown = false;
        while let Some(&place) = over.list.get(over.at) {
            if !shown {
                person.say(&format!("\n{}", self.page(&over, place, person.width())))?;
                shown = true;
            }
            let (number, of) = (over.at + 1, over.list.len());
            match person.ask(&|width| view::over_prompt(number, of, width), &Expect::GoOver)? {
                Reply::Flag => self.flag_for_later(person, &mut over, place)?,
                Reply::Guess => self.guessed(person, place)?,
                Reply::Why => {
                    let item = &self.state.items()[place];
                    let text = why_not(item, item.chosen(), person.width());
                    person.say(&format!("\n{text}\n"))?;
                }
                Reply::Help => {
                    let text = view::over_help(over.all, person.width());
                    person.say(&format!("\n{text}\n"))?;
                }
                Reply::Interrupted => return Ok(Exit::Interrupted),
                Reply::Quit | Reply::End => return Ok(Exit::Done),
                Reply::Next if number == of => return gone_over(person, of),
                reply => shown = !self.step(person, &mut over, outcome, &reply)?,
            }
        }
        gone_over(person, 0)
    }

    /// Goes to another question. Returns whether there was one to go to.
    fn step(
        &self,
        person: &mut Person,
        over: &mut Over,
        outcome: &Outcome,
        reply: &Reply,
    ) -> Result<bool, Failure> {
        let questions = self.state.items().len();
        let refusal = match reply {
            Reply::Next => {
                over.at += 1;
                return Ok(true);
            }
            Reply::Previous if over.at > 0 => {
                over.at -= 1;
                return Ok(true);
            }
            Reply::Previous => String::from("This is the first one."),
            Reply::Again => return Ok(true),
            Reply::All if over.all && outcome.go_over.is_empty() => {
                String::from("No question was missed or flagged: these are all of them.")
            }
            Reply::All => {
                over.switch(outcome, questions);
                return Ok(true);
            }
            Reply::Go(number) if (1..=questions).contains(number) => {
                if !over.list.contains(&(number - 1)) {
                    over.switch(outcome, questions);
                }
                over.at = over.list.iter().position(|place| place + 1 == *number).unwrap_or(0);
                return Ok(true);
            }
            Reply::Go(number) => format!("There is no question {number}: they go from 1 to {questions}."),
            Reply::Find(words) => {
                let text = |at: usize| self.page(over, over.list[at], person.width());
                match next_with(words, over.at, over.list.len(), &text) {
                    Some(found) if found != over.at => {
                        over.at = found;
                        return Ok(true);
                    }
                    found => {
                        let other = if found.is_some() { "other " } else { "" };
                        let how = if over.all { "" } else { " a takes in the questions that were right." };
                        format!("\"{words}\" is in no {other}one of these.{how}")
                    }
                }
            }
            _ => return Ok(false),
        };
        person.tell(&refusal)?;
        Ok(false)
    }

    fn page(&self, over: &Over, place: usize, width: usize) -> String {
        let flagged = over.flagged.contains(&self.state.items()[place].question.id);
        view::page(&self.state, self.bank, place, flagged, width)
    }

    /// Records that an answer of the exam was a guess, or was none after all. The result stays.
    fn guessed(&mut self, person: &mut Person, place: usize) -> Result<(), Failure> {
        let Some(given) = &self.state.items()[place].given else {
            return Ok(person.tell("It was not answered.")?);
        };
        let on = !self.state.sitting().is_guess(&self.state.items()[place]);
        let target = given.event.clone();
        self.record(Body::Guess { target, on })?;
        Ok(person.tell(&guessed(place + 1, on))?)
    }

    /// Flags a question for later practice: the exam is over.
    fn flag_for_later(&mut self, person: &mut Person, over: &mut Over, place: usize) -> Result<(), Failure> {
        let question = self.state.items()[place].question;
        let on = !over.flagged.remove(&question.id);
        if on {
            over.flagged.insert(question.id.clone());
        }
        self.record(Body::Flag { question: question.id.clone(), topic: question.topic.clone(), on })?;
        Ok(person.say(&flagged(place + 1, on))?)
    }
}

fn gone_over(person: &mut Person, questions: usize) -> Result<Exit, Failure> {
    person.say(&format!("That was all: {} gone over.", counted(questions, "question")))?;
    Ok(Exit::Done)
}

impl Over {
    /// Switches between all questions and those that were missed or flagged, and stays at the question if it can.
    fn switch(&mut self, outcome: &Outcome, questions: usize) {
        let place = self.list.get(self.at).copied().unwrap_or(0);
        self.all = !self.all;
        self.list = if self.all { (0..questions).collect() } else { outcome.go_over.clone() };
        let here = self.list.iter().position(|&other| other >= place);
        self.at = here.unwrap_or(self.list.len().saturating_sub(1));
    }
}
