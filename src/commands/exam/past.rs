//! Exams that were taken: one gone over again, all of them for the progress report.

use super::clock::ClockDisplay;
use super::conversation::Exam;
use super::json;
use crate::context::{Context, Stream};
use crate::exam::{Outcome, Sheet, Verdict, past_exams};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::{Event, of_sitting};
use crate::report::{ExamNote, ago};

/// The exams of a log, for the progress report.
pub(in crate::commands) fn notes(events: &[Event]) -> Vec<ExamNote> {
    let note = |(at, exam): (usize, &crate::exam::PastExam<'_>)| ExamNote {
        number: at + 1,
        profile: exam.terms.profile.clone(),
        title: exam.terms.title.clone(),
        began: exam.began,
        handed_in: exam.handed_in,
        asked: exam.asked,
        answered: exam.answered,
        correct: exam.correct,
        passed: exam.verdict.map(|verdict| verdict == Verdict::Passed),
    };
    past_exams(events).iter().enumerate().map(note).collect()
}

/// Shows an exam again; number 0 is the last one.
pub(super) fn run(number: usize, as_json: bool, context: &Context) -> Result<Exit, Failure> {
    let joined = library::sound_banks(context)?;
    let bank = &joined.bank;
    let none = || Failure::NoExam;
    if logbook::look(context)?.is_none() {
        return Err(none());
    }
    let store = logbook::open(context)?;
    let events = store.events()?;
    let exams = past_exams(&events);
    let number = if number == 0 { exams.len() } else { number };
    if exams.is_empty() {
        return Err(none());
    }
    let Some(exam) = number.checked_sub(1).and_then(|at| exams.get(at)) else {
        return Err(Failure::NoSuchExam { number, of: exams.len() });
    };
    let sheet = Sheet::replay(exam.plan, exam.began, bank, of_sitting(&events, exam.start));
    let Some(sheet) = sheet.filter(|sheet| !sheet.items().is_empty()) else {
        return Err(Failure::ExamVanished { number: Some(number) });
    };
    if as_json {
        context.document(&json::document(exam.plan, &sheet, bank))?;
        return Ok(Exit::Done);
    }
    if sheet.vanished > 0 {
        context.note(&super::vanished(sheet.vanished))?;
    }
    let when = ago(exam.handed_in, context.now(), &context.zone());
    let mut person = context.person(Stream::Out);
    person.tell(&format!("Exam {number}: {}, {when}.", exam.terms.title))?;
    let (start, plan) = (exam.start.to_owned(), exam.plan.clone());
    let mut exam = Exam::new(context, bank, store, start, plan, sheet, Stream::Out, ClockDisplay::Off);
    let shown = exam.result(&mut person, None)?;
    let Some(outcome) = shown.or_else(|| Outcome::of(&exam.sheet, bank)) else { return Ok(Exit::Done) };
    if matches!(outcome.verdict, Some(Verdict::Review(_))) {
        return exam.until_right(&mut person);
    }
    exam.go_over(&mut person, &outcome)
}
