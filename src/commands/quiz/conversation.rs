//! The conversation of a quiz: ask, record, explain, until all questions are answered or the person leaves.

use super::json;
use crate::commands::session::{Ended, Session};
use crate::context::{Context, Outlives, Stream};
use crate::failure::{Exit, Failure};
use crate::progress::{Body, History, Standing};
use crate::quiz::QuizSitting;
use crate::sitting::{Item, Replay, Sitting};
use crate::terminal::view::{self, Progress, Summary};
use crate::terminal::{Expect, Person, Reply};

/// A quiz in progress.
struct Conversation<'c> {
    session: Session<'c, QuizSitting<'c>>,
    /// The history when it began or was resumed.
    history: History,
}

/// Runs the whole conversation, then prints the summary.
pub(crate) fn hold<'c>(session: Session<'c, QuizSitting<'c>>, history: History) -> Result<Exit, Failure> {
    let mut person = session.context.person(session.stream);
    let kept = session.store.is_kept();
    let mut quiz = Conversation { session, history };
    Context::set_outlives(if kept { Outlives::Sitting } else { Outlives::Nothing });
    let ended = quiz.converse(&mut person);
    Context::set_outlives(Outlives::Nothing);
    let ended = ended?;
    let mut session = quiz.session;
    // When all questions are answered there is nothing to resume, even if the person quit after the last explanation.
    let finished = session.state.asked().is_none();
    if finished {
        session.record(Body::End)?;
    }
    let (context, sitting) = (session.context, session.state.sitting());
    let about = Summary { paused: !finished, unsaved: !kept, plain: context.is_plain() };
    person.say(&format!("\n{}", view::summary(sitting, session.bank, about, person.width())))?;
    // Restores the terminal before anything else is printed.
    drop(person);
    if session.stream == Stream::Err {
        context.print(Stream::Out, &json::document(sitting, session.bank).to_string())?;
    }
    if ended == Ended::OutOfInput {
        session.remark_out_of_input(sitting.answered() + 1, "quiz")?;
    }
    Ok(ended.exit())
}

impl<'c> Conversation<'c> {
    fn sitting(&self) -> &Sitting<'c> {
        self.session.state.sitting()
    }

    fn converse(&mut self, person: &mut Person) -> Result<Ended, Failure> {
        let mut shown: Option<(usize, usize)> = None;
        let mut asked_at = self.session.context.now();
        loop {
            let Some(item) = self.session.state.asked().cloned() else { return Ok(Ended::Finished) };
            // Printed once each time it comes up: after a wrong key only the prompt is printed again.
            let turn = (item.number, self.sitting().answered());
            if shown != Some(turn) {
                self.show(person, &item)?;
                shown = Some(turn);
                asked_at = self.session.context.now();
            }
            let expect =
                Expect::Answer { options: item.layout.len(), several: item.question.has_several_keys() };
            let keys = person.has_keys();
            let prompt = |width| view::answer_prompt(&item, keys, width);
            match person.ask(&prompt, &expect)? {
                Reply::Options(places) => {
                    let chosen = item.options(&places);
                    let took = self.session.context.now().saturating_sub(asked_at).max(0).unsigned_abs();
                    // On disk before anything is said about it.
                    self.session.record(Body::Answer(item.answer(&chosen, took)))?;
                    person.say(&view::verdict(&item, &chosen, person.width()))?;
                    if let Some(ended) = self.after(person)? {
                        return Ok(ended);
                    }
                    // If the answer was taken back, the same question comes up and has to be printed again.
                    shown = None;
                }
                Reply::Flag => self.flag(person, &item)?,
                Reply::Skip if self.sitting().len() - self.sitting().answered() < 2 => {
                    person.tell("This is the last question: answer it, or q to stop.")?;
                }
                Reply::Skip => {
                    self.session.record(Body::Skip { item: item.number })?;
                    person.tell("Skipped. It comes again at the end.\n")?;
                }
                Reply::Undo => {
                    if self.undo(person)? {
                        shown = None;
                    }
                }
                Reply::Again => shown = None,
                Reply::Help => person.say(&format!("\n{}\n", view::help(Some(&item), person.width())))?,
                // Other replies end the quiz, or mean nothing at this prompt.
                reply => {
                    if let Some(ended) = Ended::by(&reply, person) {
                        return Ok(ended);
                    }
                }
            }
        }
    }

    /// The pause after an explanation: `None` continues.
    fn after(&mut self, person: &mut Person) -> Result<Option<Ended>, Failure> {
        loop {
            match person.ask(&view::next_prompt, &Expect::Next)? {
                Reply::Flag => {
                    if let Some(item) = self.session.state.last_item().cloned() {
                        self.flag(person, &item)?;
                    }
                }
                Reply::Undo => {
                    if self.undo(person)? {
                        return Ok(None);
                    }
                }
                Reply::Help => person.say(&format!("\n{}\n", view::help(None, person.width())))?,
                Reply::Quit | Reply::End => return Ok(Some(Ended::Stopped)),
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
            number: self.sitting().answered() + 1,
            of: self.sitting().len(),
            right: self.sitting().correct(),
            topic: self.session.bank.title(&item.question.topic),
            changed: self.history.standing(item.question) == Standing::Changed,
        };
        Ok(person.say(&view::question(item, progress, person.width()))?)
    }

    fn flag(&mut self, person: &mut Person, item: &Item<'_>) -> Result<(), Failure> {
        let (question, topic) = (item.question.id.clone(), item.question.topic.clone());
        let on = !item.flagged;
        self.session.record(Body::Flag { question, topic, on })?;
        Ok(person.say(if on { "Flagged for review." } else { "The flag is off." })?)
    }

    /// Takes back the last answer. Returns whether there was one.
    fn undo(&mut self, person: &mut Person) -> Result<bool, Failure> {
        let last = self.session.state.last_item().and_then(|item| item.given.as_ref());
        let Some(target) = last.map(|given| given.event.clone()) else {
            person.tell("There is no answer to take back in this quiz.")?;
            return Ok(false);
        };
        self.session.record(Body::Undo { target })?;
        person.tell("Taken back. Here is the question again.\n")?;
        Ok(true)
    }
}
