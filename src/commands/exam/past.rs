//! `guardprep exam --review`: shows an earlier exam again.

use super::{after, json};
use crate::commands::session::Session;
use crate::context::{Context, Stream};
use crate::exam::ExamSitting;
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::{Verdict, of_sitting, past_exams};
use crate::report::ago;
use crate::sitting::Replay;

/// Shows an earlier exam; number 0 is the last one.
pub(super) fn run(number: usize, as_json: bool, context: &Context) -> Result<Exit, Failure> {
    let joined = library::known_banks(context)?;
    let bank = &joined.bank;
    let none = || Failure::NoExam;
    if logbook::look(context)?.is_none() {
        return Err(none());
    }
    let mut store = logbook::open(context)?;
    let (events, derived) = (store.events()?, store.derived()?);
    let exams = past_exams(&events);
    let number = if number == 0 { exams.len() } else { number };
    if exams.is_empty() {
        return Err(none());
    }
    let Some(exam) = number.checked_sub(1).and_then(|at| exams.get(at)) else {
        return Err(Failure::NoSuchExam { number, of: exams.len() });
    };
    let state = ExamSitting::open(exam.plan, exam.began, bank);
    let state = state.replayed(of_sitting(&events, exam.start));
    if state.items().is_empty() {
        return Err(Failure::ExamVanished { number });
    }
    if as_json {
        context.document(&json::document(&state, bank))?;
        return Ok(Exit::Done);
    }
    let when = ago(exam.handed_in, context.now(), &context.zone());
    let start = exam.start.to_owned();
    let mut session = Session { context, bank, store, derived, start, state, stream: Stream::Out };
    session.note_vanished()?;
    let mut person = context.person(Stream::Out);
    person.tell(&format!("Exam {number}: {}, {when}.", exam.plan.terms.title))?;
    match session.result(&mut person, None)? {
        Some(outcome) if matches!(outcome.score.verdict, Some(Verdict::Review(_))) => {
            session.until_right(&mut person)
        }
        Some(outcome) if person.pauses() => after::offer(&mut session, &mut person, &outcome),
        Some(outcome) => session.go_over(&mut person, &outcome),
        None => Ok(Exit::Interrupted),
    }
}
