//! The evening before the exam and the day of the exam in sentences: what is worth doing then.

use super::Ahead;
use crate::progress::Pacing;
use crate::words::counted;

/// What to do on the evening before the exam.
pub(super) fn last_evening(pacing: &Pacing) -> String {
    let advice = match pacing.missed {
        0 => String::from("Take one mock exam if there is time, and stop early."),
        n => format!(
            "Go once more over what you got wrong ({}), take one mock exam if there is time, and stop early.",
            counted(n, "question")
        ),
    };
    let new = match pacing.unseen {
        0 => String::new(),
        n => format!(" {} never came; it is too late for many of them.", counted(n, "question")),
    };
    let share = match (pacing.left_today(), pacing.done) {
        (0, _) => String::new(),
        (left, 0) => format!(" Study has {} for today.", counted(left, "question")),
        (left, _) => format!(" Study has {} left for today.", counted(left, "question")),
    };
    format!("This is the last evening.{share} {advice}{new}")
}

/// What to do on the day of the exam.
pub(super) fn exam_day(pacing: &Pacing) -> String {
    let came = pacing.unseen < pacing.questions;
    match (pacing.left_today(), pacing.done) {
        (0, done) if done > 0 => {
            format!(
                "{} answered today, and that is enough: new ones would not help any more.",
                counted(done, "question")
            )
        }
        (0, _) => String::from("It is too late for more: rest."),
        (left, _) if came => format!(
            "Go over {} that you missed or have most likely forgotten, none of them new, and no more than that.",
            counted(left, "question")
        ),
        (left, _) => format!("No question came so far: {left} are enough for today."),
    }
}

/// What study says of what it asks on these days, with so many new questions.
pub(crate) fn last_order(pacing: &Pacing, new: usize) -> Option<&'static str> {
    match (pacing.is_exam_day(), pacing.is_last_evening(), pacing.missed) {
        (true, ..) if new == 0 => {
            Some("Only what you missed or have most likely forgotten: nothing new on the day of the exam.")
        }
        (_, true, 0) => Some("After that, take one mock exam if there is time, and stop early."),
        (_, true, _) => Some(
            "After that, go once more over what you got wrong, take one mock exam if there is time, and stop early.",
        ),
        _ => None,
    }
}

/// What is worth doing on the last evening and on the day of the exam.
pub(crate) fn last_choices(ahead: &Ahead) -> Vec<(String, &'static str)> {
    let mut choices = vec![];
    if ahead.pacing.missed > 0 {
        choices.push((String::from("guardprep review --missed"), "read all that was wrong last time"));
        choices.push((String::from("guardprep quiz --missed"), "answer it again"));
    }
    if ahead.pacing.is_last_evening() {
        choices.push((ahead.exam_command(), "one mock exam"));
    }
    choices
}
