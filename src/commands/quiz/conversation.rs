//! The conversation of a quiz: ask, record, judge, explain; until the last question or the person leaves.

use crate::bank::Bank;
use crate::context::{Context, Outlives, Stream};
use crate::failure::{Exit, Failure};
use crate::progress::{Body, Event, History, SittingPlan, Standing};
use crate::quiz::{Item, Sitting, Step};
use crate::store::Store;
use crate::terminal::view::{self, Progress, Summary};
use crate::terminal::{Expect, Person, Reply};

/// All that a quiz needs, begun or gone on with.
pub(crate) struct Conversation<'c> {
    pub(crate) context: &'c Context,
    pub(crate) bank: &'c Bank,
    /// What was known when it began.
    pub(crate) history: History,
    pub(crate) store: Store,
    /// The id of its start event.
    pub(crate) start: String,
    pub(crate) plan: SittingPlan,
    pub(crate) sitting: Sitting<'c>,
    /// Where it is held: on stderr when stdout is for a document.
    pub(crate) stream: Stream,
}

/// How a conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    Finished,
    Quit,
    OutOfInput,
    Interrupted,
}

/// Holds the whole conversation and says how it went.
pub(crate) fn hold(mut quiz: Conversation<'_>) -> Result<Exit, Failure> {
    let mut person = quiz.context.person(quiz.stream);
    let kept = quiz.store.is_kept();
    Context::set_outlives(if kept { Outlives::Sitting } else { Outlives::Nothing });
    let ended = quiz.converse(&mut person);
    Context::set_outlives(Outlives::Nothing);
    let ended = ended?;
    // After the last explanation there is nothing to go on with, whatever was pressed there.
    let finished = quiz.sitting.answered() == quiz.sitting.len();
    if finished {
        quiz.record(Body::End)?;
    }
    let plain = quiz.context.is_plain();
    let about = Summary { paused: !finished, unsaved: !kept, plain };
    person.say(&format!("\n{}", view::summary(&quiz.sitting, quiz.bank, about, person.width())))?;
    let (answered, all) = (quiz.sitting.answered(), quiz.sitting.len());
    // The terminal is put back before anything else is said.
    drop(person);
    if quiz.stream == Stream::Err {
        let document = super::json::document(&quiz.plan, &quiz.sitting, quiz.bank);
        quiz.context.document(&document)?;
    }
    match ended {
        Ended::Finished | Ended::Quit => Ok(Exit::Done),
        Ended::Interrupted => Ok(Exit::Interrupted),
        Ended::OutOfInput => {
            let how =
                if kept { "The quiz is kept; go on with: guardprep resume" } else { "Nothing was saved." };
            let at = (answered + 1).min(all);
            quiz.context.remark(&format!("guardprep: the input ended at question {at} of {all}.\n{how}"))?;
            Ok(Exit::No)
        }
    }
}

impl Conversation<'_> {
    fn converse(&mut self, person: &mut Person) -> Result<Ended, Failure> {
        let mut shown: Option<(usize, usize)> = None;
        let mut asked_at = self.context.now();
        loop {
            let Step::Ask(item) = self.sitting.step() else { return Ok(Ended::Finished) };
            let item = item.clone();
            // Shown once for each time it comes up: a wrong key asks again without printing it all again.
            let turn = (item.number, self.sitting.answered());
            if shown != Some(turn) {
                self.show(person, &item)?;
                shown = Some(turn);
                asked_at = self.context.now();
            }
            let expect =
                Expect::Answer { options: item.layout.len(), several: item.question.has_several_keys() };
            let keys = person.has_keys();
            let prompt = |width| view::answer_prompt(&item, keys, width);
            match person.ask(&prompt, &expect)? {
                Reply::Options(places) => {
                    let chosen: Vec<usize> = places.iter().map(|&at| item.layout[at]).collect();
                    let took = (self.context.now() - asked_at).max(0).unsigned_abs();
                    let Some(answer) = self.sitting.answer(&chosen, took) else { continue };
                    // On disk before a word is said about it.
                    self.record(Body::Answer(answer))?;
                    person.say(&view::verdict(&item, &chosen, person.width()))?;
                    if let Some(ended) = self.after(person)? {
                        return Ok(ended);
                    }
                    // An answer that was taken back at once asks the same again: it has to be shown.
                    shown = None;
                }
                Reply::Flag => self.flag(person, &item)?,
                Reply::Skip if self.sitting.len() - self.sitting.answered() < 2 => {
                    person.tell("This is the last question: answer it, or q to stop.")?;
                }
                Reply::Skip => {
                    self.record(Body::Skip { item: item.number })?;
                    person.tell("Skipped. It comes again at the end.\n")?;
                }
                Reply::Undo => {
                    if self.undo(person)? {
                        shown = None;
                    }
                }
                Reply::Again => shown = None,
                Reply::Help => person.say(&format!("\n{}\n", view::help(Some(&item), person.width())))?,
                Reply::Quit => return Ok(Ended::Quit),
                Reply::End if person.has_keys() => return Ok(Ended::Quit),
                Reply::End => return Ok(Ended::OutOfInput),
                Reply::Interrupted => return Ok(Ended::Interrupted),
                // Told already, or said at other prompts only.
                Reply::Next
                | Reply::Burst
                | Reply::Unknown(_)
                | Reply::Previous
                | Reply::Go(_)
                | Reply::Clear
                | Reply::HandIn
                | Reply::Yes
                | Reply::No
                | Reply::Stopped => {}
            }
        }
    }

    /// The pause after an explanation: `None` goes on.
    fn after(&mut self, person: &mut Person) -> Result<Option<Ended>, Failure> {
        loop {
            match person.ask(&view::next_prompt, &Expect::Next)? {
                Reply::Flag => {
                    if let Some(item) = self.sitting.last_item().cloned() {
                        self.flag(person, &item)?;
                    }
                }
                Reply::Undo => {
                    if self.undo(person)? {
                        return Ok(None);
                    }
                }
                Reply::Help => person.say(&format!("\n{}\n", view::help(None, person.width())))?,
                Reply::Quit | Reply::End => return Ok(Some(Ended::Quit)),
                Reply::Interrupted => return Ok(Some(Ended::Interrupted)),
                _ if person.has_keys() => {
                    person.say("")?;
                    return Ok(None);
                }
                _ => return Ok(None),
            }
        }
    }

    fn show(&self, person: &mut Person, item: &Item<'_>) -> Result<(), Failure> {
        let progress = Progress {
            number: self.sitting.answered() + 1,
            of: self.sitting.len(),
            right: self.sitting.correct(),
            topic: self.bank.title(&item.question.topic),
            changed: self.history.standing(item.question) == Standing::Changed,
        };
        Ok(person.say(&view::question(item, progress, person.width()))?)
    }

    fn flag(&mut self, person: &mut Person, item: &Item<'_>) -> Result<(), Failure> {
        let (question, topic) = (item.question.id.clone(), item.question.topic.clone());
        let on = !item.flagged;
        self.record(Body::Flag { question, topic, on })?;
        Ok(person.say(if on { "Flagged for review." } else { "The flag is off." })?)
    }

    /// Takes back the last answer; says whether there was one.
    fn undo(&mut self, person: &mut Person) -> Result<bool, Failure> {
        let Some(target) = self.sitting.last_answer().map(ToOwned::to_owned) else {
            person.tell("There is no answer to take back in this quiz.")?;
            return Ok(false);
        };
        self.record(Body::Undo { target })?;
        person.tell("Taken back. Here is the question again.\n")?;
        Ok(true)
    }

    /// Writes an event down, and only then lets it take effect.
    fn record(&mut self, body: Body) -> Result<Event, Failure> {
        let event = self.store.record(self.context.now(), Some(&self.start), body)?;
        self.sitting.apply(&event);
        Ok(event)
    }
}
