//! The conversation of a quiz: ask, record, explain, until all questions are answered or the person leaves.

use super::json;
use crate::commands::goal::Goal;
use crate::commands::session::{Ended, Session};
use crate::context::{Context, Outlives, Stream};
use crate::failure::{Exit, Failure};
use crate::progress::{Body, Knowledge, Purpose, Standing};
use crate::quiz::QuizSitting;
use crate::report::{Ahead, last_choices, today_line};
use crate::sitting::{Item, Replay, Sitting};
use crate::terminal::view::{self, Progress, Summary};
use crate::terminal::{Expect, Person, Reply};

/// A quiz in progress.
pub(super) struct Conversation<'c> {
    pub(super) session: Session<'c, QuizSitting<'c>>,
    /// How many questions were skipped one after the other, without an answer between them.
    skips: usize,
}

/// Runs the whole conversation, then prints the summary.
pub(crate) fn hold<'c>(session: Session<'c, QuizSitting<'c>>, purpose: Purpose) -> Result<Exit, Failure> {
    let mut person = session.context.person(session.stream);
    let kept = session.store.is_kept();
    let mut quiz = Conversation { session, skips: 0 };
    quiz.session.outlives(if kept { Outlives::Sitting } else { Outlives::Nothing })?;
    let ended = quiz.converse(&mut person);
    Context::set_outlives(Outlives::Nothing);
    let ended = ended?;
    let mut session = quiz.session;
    // When all questions are answered there is nothing to resume, even if the person quit after the last explanation.
    let finished = session.state.asked().is_none();
    if finished {
        session.record(Body::End)?;
    }
    let resume = if finished { None } else { session.resume_command()? };
    let ahead = ahead(&mut session);
    let (context, sitting) = (session.context, session.state.sitting());
    let lines = ahead.as_ref().map_or_else(Vec::new, |ahead| ahead_lines(ahead, purpose, context));
    let last = ahead.as_ref().filter(|ahead| ahead.pacing.is_last()).map(last_choices);
    // On the day of the exam the share is enough: no more is offered.
    let is_done = |ahead: &Ahead| ahead.pacing.left_today() == 0 && !ahead.pacing.is_exam_day();
    let about = Summary {
        last: last.as_deref(),
        paused: !finished,
        resume: resume.as_deref(),
        unsaved: !kept,
        plain: context.is_plain(),
        // A prompt may follow below an empty row, and so does that of the shell.
        rows: context.page_rows().unwrap_or(24).saturating_sub(1),
        commands: !context.in_menu(),
        ahead: &lines,
        day_done: purpose == Purpose::Study && ahead.as_ref().is_some_and(is_done),
    };
    let text = |width| view::summary(sitting, session.bank, about, width);
    person.say("")?;
    let interrupted = Context::pass_through(&mut person, &text)?;
    // Restores the terminal before anything else is printed.
    drop(person);
    if session.stream == Stream::Err {
        context.print(
            Stream::Out,
            &json::document(sitting, session.bank, purpose, ahead.as_ref()).to_string(),
        )?;
    }
    if ended == Ended::OutOfInput {
        let number = session.state.asked().map_or(0, |item| session.state.number(item));
        session
            .remark_out_of_input(number, if purpose == Purpose::Study { "study session" } else { "quiz" })?;
    }
    session.keep();
    Ok(if interrupted { Exit::Interrupted } else { ended.exit() })
}

/// How far the person is with these answers. Nothing if they are not saved, or if the exam cannot be read: the answers
/// are saved, and that is what matters here.
fn ahead<'c>(session: &mut Session<'c, QuizSitting<'c>>) -> Option<Ahead> {
    if !session.store.is_kept() {
        return None;
    }
    let (bank, context) = (session.bank, session.context);
    let derived = session.now().ok()?;
    let (goal, history) = (Goal::of(derived.open(), bank, context).ok()?, &derived.history);
    Some(goal.ahead(&Knowledge::new(&goal.questions, history), history, context))
}

/// A line on readiness, and after a day's study one on the day.
fn ahead_lines(ahead: &Ahead, purpose: Purpose, context: &Context) -> Vec<String> {
    let mut lines = vec![];
    if purpose == Purpose::Study {
        lines.push(context.told(&today_line(ahead)));
    }
    lines.extend(ahead.readiness_words().map(|words| {
        if words.enough { format!("{} {}", words.line(), words.about()) } else { words.line() }
    }));
    lines
}

impl<'c> Conversation<'c> {
    fn sitting(&self) -> &Sitting<'c> {
        self.session.state.sitting()
    }

    fn converse(&mut self, person: &mut Person) -> Result<Ended, Failure> {
        // The item number of the question on the screen.
        let mut shown: Option<usize> = None;
        let mut asked_at = self.session.context.now();
        // What is picked where several options are right, and not yet confirmed.
        let (mut picks, mut again) = (vec![], false);
        loop {
            let Some(item) = self.session.state.asked().cloned() else { return Ok(Ended::Finished) };
            // Printed once each time it comes up: after a wrong key only the prompt is printed again.
            if shown != Some(item.number) {
                self.show(person, &item)?;
                shown = Some(item.number);
                picks.retain(|_| again);
                again = false;
                asked_at = self.session.context.now();
            }
            let expect =
                Expect::Answer { options: item.layout.len(), several: item.question.has_several_keys() };
            let keys = person.has_keys();
            let prompt = |width| view::answer_prompt(&item, keys, width);
            let reply = person.ask_picking(&prompt, &expect, &mut picks)?;
            if matches!(reply, Reply::Skip | Reply::Undo | Reply::Quit) && !picks.is_empty() {
                person.tell(&view::unconfirmed(&picks))?;
            }
            match reply {
                Reply::Options(places) => {
                    let chosen = item.options(&places);
                    let took = self.session.context.now().saturating_sub(asked_at).max(0).unsigned_abs();
                    // On disk before anything is said about it.
                    self.session.record(Body::Answer(item.answer(&chosen, took)))?;
                    self.skips = 0;
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
                    self.skip(person, &item)?;
                    shown = None;
                }
                Reply::Undo => {
                    if self.undo(person)? {
                        shown = None;
                    }
                }
                Reply::Guess => self.guess(person)?,
                Reply::Again => {
                    person.say("")?;
                    (shown, again) = (None, true);
                }
                Reply::Help => person.say(&format!("\n{}\n", view::help(&item, person.width())))?,
                // Other replies end the quiz, or mean nothing at this prompt.
                reply => {
                    if let Some(ended) = Ended::by(&reply, person) {
                        return Ok(ended);
                    }
                }
            }
        }
    }

    pub(super) fn show(&self, person: &mut Person, item: &Item<'_>) -> Result<(), Failure> {
        let progress = Progress {
            number: self.session.state.number(item),
            of: self.sitting().len(),
            answered: self.sitting().answered(),
            skipped: item.given.is_none() && self.session.state.was_skipped(item),
            right: self.sitting().correct(),
            topic: self.session.bank.title(&item.question.topic),
            changed: self.session.derived.history.standing(item.question) == Standing::Changed,
        };
        Ok(person.say(&view::question(item, progress, person.width()))?)
    }

    pub(super) fn flag(&mut self, person: &mut Person, item: &Item<'_>) -> Result<(), Failure> {
        let (question, topic) = (item.question.id.clone(), item.question.topic.clone());
        let on = !item.flagged;
        self.session.record(Body::Flag { question, topic, on })?;
        Ok(person.say(&view::flagged(self.session.state.number(item), on))?)
    }

    /// Moves a question to the end, and says so; after all that are left, that they come again.
    fn skip(&mut self, person: &mut Person, item: &Item<'_>) -> Result<(), Failure> {
        self.session.record(Body::Skip { item: item.number })?;
        self.skips += 1;
        let left = self.sitting().len() - self.sitting().answered();
        person.tell(&if self.skips.is_multiple_of(left) {
            format!("Skipped. All {left} questions that are left are skipped now, and come again; q stops.\n")
        } else {
            String::from("Skipped. It comes again at the end.\n")
        })?;
        Ok(())
    }
}
