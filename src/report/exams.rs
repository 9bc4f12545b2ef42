//! Exams that were taken, in a sentence and as JSON.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::ago;
use crate::progress::{Millis, percent};

/// One exam that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ExamNote {
    /// For `exam --review`; counts from 1.
    pub(crate) number: usize,
    pub(crate) profile: Option<String>,
    pub(crate) title: String,
    pub(crate) began: Millis,
    pub(crate) handed_in: Millis,
    pub(crate) asked: usize,
    pub(crate) answered: usize,
    pub(crate) correct: usize,
    /// `None` without a pass mark.
    pub(crate) passed: Option<bool>,
}

impl ExamNote {
    fn percent(&self) -> usize {
        percent(self.correct, self.asked).unwrap_or(0)
    }

    pub(super) fn json(&self) -> Value {
        json!({
            "number": self.number, "profile": self.profile, "title": self.title, "began": self.began,
            "handed_in": self.handed_in, "asked": self.asked, "answered": self.answered,
            "correct": self.correct, "passed": self.passed,
        })
    }
}

/// How many, how many of them passed, the best and the last; nothing where there was none.
pub(super) fn told(exams: &[ExamNote], now: Millis, zone: &TimeZone) -> Option<String> {
    let last = exams.last()?;
    let passed = match exams.iter().filter_map(|exam| exam.passed).filter(|passed| *passed).count() {
        _ if exams.iter().all(|exam| exam.passed.is_none()) => String::new(),
        n => format!(", {n} passed"),
    };
    let best = exams.iter().map(ExamNote::percent).max().unwrap_or(0);
    let verdict = match last.passed {
        Some(true) => ", passed",
        Some(false) => ", not passed",
        None => "",
    };
    Some(format!(
        "Exams: {} taken{passed}, best {best}%. Last ({}): {}, {} of {} right{verdict}. Go over it: guardprep exam --review {}",
        exams.len(),
        ago(last.handed_in, now, zone),
        last.title,
        last.correct,
        last.asked,
        last.number
    ))
}
