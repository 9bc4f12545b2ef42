//! Exams that were taken, in a sentence and as JSON.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::ago;
use crate::progress::{Millis, PastExam, percent};

/// One exam for programs; its number is the one of `exam --review`.
pub(super) fn json(number: usize, exam: &PastExam<'_>) -> Value {
    let (terms, score) = (&exam.plan.terms, &exam.score);
    json!({
        "number": number, "profile": terms.profile, "title": terms.title, "began": exam.began,
        "handed_in": exam.handed_in, "asked": score.asked, "answered": score.answered,
        "correct": score.correct, "passed": score.passed(),
    })
}

/// How many, how many of them passed, the best and the last; nothing where there was none.
pub(super) fn past_exams_line(exams: &[PastExam<'_>], now: Millis, zone: &TimeZone) -> Option<String> {
    let last = exams.last()?;
    let passed = match exams.iter().filter(|exam| exam.score.passed() == Some(true)).count() {
        _ if exams.iter().all(|exam| exam.score.passed().is_none()) => String::new(),
        n => format!(", {n} passed"),
    };
    let best =
        exams.iter().filter_map(|exam| percent(exam.score.correct, exam.score.asked)).max().unwrap_or(0);
    let verdict = match last.score.passed() {
        Some(true) => ", passed",
        Some(false) => ", not passed",
        None => "",
    };
    Some(format!(
        "Exams: {} taken{passed}, best {best}%. Last ({}): {}, {} of {} right{verdict}. Go over it: guardprep exam --review {}",
        exams.len(),
        ago(last.handed_in, now, zone),
        last.plan.terms.title,
        last.score.correct,
        last.score.asked,
        exams.len()
    ))
}
