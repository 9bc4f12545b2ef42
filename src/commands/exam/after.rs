//! After an exam: its result, and going over the questions that were missed or flagged.

use std::collections::VecDeque;

use crate::commands::session::Session;
use crate::context::Context;
use crate::exam::{ExamSitting, Outcome};
use crate::failure::{Exit, Failure};
use crate::progress::{Verdict, past_exams};
use crate::sitting::Item;
use crate::terminal::view::exam::{self as view, ResultView};
use crate::terminal::view::{answer_prompt, verdict, why_not};
use crate::terminal::{Expect, Person, Reply};
use crate::words::counted;

/// Shows the result of an exam that was just handed in, and offers to go over it.
pub(super) fn show<'c>(
    exam: &mut Session<'c, ExamSitting<'c>>,
    person: &mut Person,
) -> Result<Exit, Failure> {
    let number = exam.number()?;
    let Some(outcome) = exam.result(person, number)? else { return Ok(Exit::Interrupted) };
    if matches!(outcome.score.verdict, Some(Verdict::Review(_))) {
        return exam.until_right(person);
    }
    offer(exam, person, &outcome)
}

/// Offers to go over an exam after its result, which would scroll away otherwise.
pub(super) fn offer<'c>(
    exam: &mut Session<'c, ExamSitting<'c>>,
    person: &mut Person,
    outcome: &Outcome,
) -> Result<Exit, Failure> {
    let n = outcome.go_over.len();
    if n == 0 && !person.pauses() {
        return Ok(Exit::Done);
    }
    let them = if n == 0 { String::from("all of it") } else { counted(n, "question") };
    let (keys, expect) = if person.has_keys() {
        (format!("Enter: go over {them}   q: stop  "), Expect::More)
    } else {
        (format!("Go over {them} now? (y/N): "), Expect::Sure)
    };
    person.say("")?;
    match person.ask(&|_| keys.clone(), &expect)? {
        Reply::Next | Reply::Yes => exam.go_over(person, outcome),
        Reply::Interrupted => Ok(Exit::Interrupted),
        _ => Ok(Exit::Done),
    }
}

impl<'c> Session<'c, ExamSitting<'c>> {
    /// The number for `exam --review`, if the exam is saved.
    fn number(&self) -> Result<Option<usize>, Failure> {
        if !self.store.is_kept() {
            return Ok(None);
        }
        let events = self.store.events()?;
        Ok(past_exams(&events).iter().position(|exam| exam.start == self.start).map(|at| at + 1))
    }

    /// Shows the result; `None` if it was interrupted.
    pub(super) fn result(
        &self,
        person: &mut Person,
        number: Option<usize>,
    ) -> Result<Option<Outcome>, Failure> {
        let Some(outcome) = Outcome::of(&self.state, self.bank) else { return Ok(None) };
        let about = ResultView { plain: self.context.is_plain(), number };
        let text = |width| view::result(&outcome, &self.state, self.bank, about, width);
        person.say("")?;
        let interrupted = Context::pass_through(person, &text)?;
        Ok((!interrupted).then_some(outcome))
    }

    /// Asks every missed question again until it is answered right, which is how some exams are passed.
    pub(super) fn until_right(&mut self, person: &mut Person) -> Result<Exit, Failure> {
        let (items, state) = (self.state.items(), &self.state);
        let is_open = |place: &usize| !items[*place].is_right() && !state.tally(*place).reviewed;
        let mut queue: VecDeque<usize> = (0..items.len()).filter(is_open).collect();
        person.say("")?;
        person.tell(
            "This exam is passed when every missed question is answered right. Here they are again.\n",
        )?;
        let mut shown = None;
        let mut picks = vec![];
        while let Some(&place) = queue.front() {
            let item = self.state.items()[place].clone();
            if shown != Some(place) {
                let text = view::again(&self.state, self.bank, place, queue.len(), person.width());
                person.say(&text)?;
                shown = Some(place);
            }
            let expect =
                Expect::Answer { options: item.layout.len(), several: item.question.has_several_keys() };
            let keys = person.has_keys();
            match person.ask_picking(&|width| answer_prompt(&item, keys, width), &expect, &mut picks)? {
                Reply::Options(places) => {
                    let chosen = item.options(&places);
                    if let Ok(body) = self.state.review(place, &chosen, 0) {
                        self.record(body)?;
                    }
                    person.say(&verdict(&item, &chosen, person.width()))?;
                    queue.pop_front();
                    if !item.question.is_right(&chosen) {
                        queue.push_back(place);
                    }
                    if let Some(exit) = explained(person, &item, &chosen, queue.is_empty())? {
                        return if queue.is_empty() {
                            Ok(exit)
                        } else {
                            self.put_off(person, queue.len(), exit)
                        };
                    }
                    shown = None;
                }
                Reply::Skip => {
                    queue.rotate_left(1);
                    person.say("")?;
                    shown = None;
                }
                Reply::Again => {
                    person.say("")?;
                    shown = None;
                }
                Reply::Help => {
                    person.tell("A letter answers, s puts it off, r shows it again, q stops.\n")?;
                }
                Reply::Quit | Reply::End => return self.put_off(person, queue.len(), Exit::Done),
                Reply::Interrupted => return self.put_off(person, queue.len(), Exit::Interrupted),
                _ => person.tell("That means nothing here: ? lists the keys.")?,
            }
        }
        person.tell("Passed: every missed question is answered right now.")?;
        Ok(Exit::Done)
    }

    /// Says how many are left, and how to go on with them.
    fn put_off(&self, person: &mut Person, open: usize, exit: Exit) -> Result<Exit, Failure> {
        let them = counted(open, "missed question");
        person.tell(&format!("\n{them} left to be answered right."))?;
        if self.store.is_kept() {
            person.say("\nNext:  guardprep exam --review")?;
        }
        Ok(exit)
    }
}

/// The pause in which an explanation is read: an exit code stops there.
fn explained(
    person: &mut Person,
    item: &Item<'_>,
    chosen: &[usize],
    is_last: bool,
) -> Result<Option<Exit>, Failure> {
    let prompt = if is_last {
        "Enter: done   w: why not the others  "
    } else {
        "Enter: next   w: why not   q: stop  "
    };
    loop {
        match person.ask(&|_| prompt.to_owned(), &Expect::Next)? {
            Reply::Why => person.say(&format!("\n{}\n", why_not(item, chosen, person.width())))?,
            Reply::Again => person.say(&verdict(item, chosen, person.width()))?,
            Reply::Help => person.tell("Enter goes on, w shows why the other options are wrong, r shows the reason again, q stops.\n")?,
            Reply::Quit | Reply::End => return Ok(Some(Exit::Done)),
            Reply::Interrupted => return Ok(Some(Exit::Interrupted)),
            Reply::Flag | Reply::Guess | Reply::Undo => person.tell("That means nothing here: ? lists the keys.")?,
            _ => {
                if person.pauses() {
                    person.say("")?;
                }
                return Ok(None);
            }
        }
    }
}
