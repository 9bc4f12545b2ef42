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

/// How many, how many of them passed, the best and the last; nothing where there was none. Exams of a few questions are
/// only counted.
pub(super) fn past_exams_line(exams: &[PastExam<'_>], now: Millis, zone: &TimeZone) -> Option<String> {
    let telling: Vec<(usize, &PastExam<'_>)> =
        (1..).zip(exams).filter(|(_, exam)| exam.is_telling()).collect();
    let short = exams.len() - telling.len();
    let Some((number, last)) = telling.last() else {
        let them = if short == 1 {
            "1 with fewer than 10 questions, which does"
        } else {
            &format!("{short} with fewer than 10 questions, which do")
        };
        return (short > 0).then(|| {
            format!("Exams: {them} not count here. Go over the last: guardprep exam --review {short}")
        });
    };
    let short = match short {
        0 => String::new(),
        1 => String::from(" 1 with fewer than 10 questions does not count here."),
        n => format!(" {n} with fewer than 10 questions do not count here."),
    };
    let passed = match telling.iter().filter(|(_, exam)| exam.score.passed() == Some(true)).count() {
        _ if telling.iter().all(|(_, exam)| exam.score.passed().is_none()) => String::new(),
        n => format!(", {n} passed"),
    };
    let share = |exam: &PastExam<'_>| percent(exam.score.correct, exam.score.asked);
    let best = telling.iter().filter_map(|(_, exam)| share(exam)).max().unwrap_or(0);
    let verdict = match last.score.passed() {
        Some(true) => ", passed",
        Some(false) => ", not passed",
        None => "",
    };
    Some(format!(
        "Exams: {} taken{passed}, best {best}%. Last ({}): {}, {} of {} right{verdict}.{short} Go over it: guardprep exam --review {number}",
        telling.len(),
        ago(last.handed_in, now, zone),
        last.plan.terms.title,
        last.score.correct,
        last.score.asked,
    ))
}
