//! What `undo` takes back: the last answers of quizzes. An exam that was handed in stays as it was.

use std::collections::BTreeSet;

use super::event::{Answer, Body, Event};
use super::history::History;
use super::plan::SittingPlan;

/// The answers that are taken back next.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LastAnswers<'e> {
    /// Newest first.
    pub(crate) answers: Vec<(&'e Event, &'e Answer)>,
    /// How many quizzes they belong to.
    pub(crate) quizzes: usize,
    /// An exam was handed in after the oldest of them, so that it is not the last thing that was done.
    pub(crate) before_an_exam: bool,
}

impl LastAnswers<'_> {
    /// Whether they are more than what somebody who pressed a wrong key has in mind.
    pub(crate) fn are_far_back(&self) -> bool {
        self.quizzes > 1 || self.before_an_exam
    }
}

/// The last answers that count, at most so many; those of an exam that was handed in are passed over, and so is what
/// was asked again afterwards.
pub(crate) fn last_answers(events: &[Event], most: usize) -> LastAnswers<'_> {
    let exams: BTreeSet<&str> = events
        .iter()
        .filter(|event| matches!(&event.body, Body::Start { plan: SittingPlan::Exam(_) }))
        .map(|event| event.id.as_str())
        .collect();
    let history = History::derive(events);
    let mut found = LastAnswers { answers: vec![], quizzes: 0, before_an_exam: false };
    let mut sittings = BTreeSet::new();
    let mut passed_over = false;
    for (_, attempt) in history.newest() {
        if found.answers.len() == most {
            break;
        }
        let Some(event) = events.get(attempt.place) else { continue };
        let of_exam = event.sitting.as_deref().is_some_and(|id| exams.contains(id));
        match &event.body {
            Body::Answer(answer) if !of_exam => {
                sittings.insert(event.sitting.as_deref());
                found.answers.push((event, answer));
                found.before_an_exam |= passed_over;
            }
            _ => passed_over = true,
        }
    }
    found.quizzes = sittings.len();
    found.before_an_exam |= passed_over && found.answers.is_empty();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::samples::exam_terms;
    use crate::progress::{ExamPlan, HandInReason, QuizPlan};

    /// A log, written as `start-a answer-a hand-x`; what begins with `x` is an exam.
    fn log(text: &str) -> Vec<Event> {
        let event = |(n, word): (usize, &str)| {
            let (what, sitting) = word.split_once('-').unwrap();
            let answer = || Answer {
                item: 0,
                question: format!("q{n}"),
                topic: String::from("t"),
                chosen: vec![String::from("c")],
                correct: true,
                key: String::new(),
                took: 0,
            };
            let plan = if sitting.starts_with('x') {
                SittingPlan::Exam(ExamPlan { seed: 0, items: vec![].into(), terms: exam_terms() })
            } else {
                let purpose = crate::progress::Purpose::Practice;
                SittingPlan::Quiz(QuizPlan { seed: 0, purpose, items: vec![].into() })
            };
            let body = match what {
                "start" => Body::Start { plan },
                "answer" => Body::Answer(answer()),
                "choose" => Body::Choose(answer()),
                "hand" => Body::HandIn { reason: HandInReason::Asked, stands: vec![format!("e{}", n - 1)] },
                "undo" => Body::Undo { target: format!("e{}", n - 1) },
                _ => unreachable!("{what}"),
            };
            let id = if what == "start" { sitting.to_owned() } else { format!("e{n}") };
            let sitting = (what != "start").then(|| sitting.to_owned());
            Event { id, device: String::from("d"), number: n as u64, at: 0, sitting, body }
        };
        text.split(' ').enumerate().map(event).collect()
    }

    #[track_caller]
    fn check(text: &str, most: usize, ids: &[&str], is_far_back: bool) {
        let log = log(text);
        let last = last_answers(&log, most);
        let found: Vec<&str> = last.answers.iter().map(|(event, _)| event.id.as_str()).collect();
        assert_eq!((found, last.are_far_back()), (ids.to_vec(), is_far_back), "{text}");
    }

    #[test]
    fn the_last_answers_of_one_quiz_are_near() {
        check("start-a answer-a answer-a", 1, &["e2"], false);
        check("start-a answer-a answer-a", 500, &["e2", "e1"], false);
        check("start-a answer-a answer-a undo-a", 1, &["e1"], false);
        check("start-a", 1, &[], false);
    }

    #[test]
    fn what_reaches_into_another_quiz_is_far_back() {
        check("start-a answer-a start-b answer-b", 1, &["e3"], false);
        check("start-a answer-a start-b answer-b", 2, &["e3", "e1"], true);
    }

    #[test]
    fn an_exam_that_was_handed_in_stays() {
        check("start-x choose-x hand-x start-a answer-a", 1, &["e4"], false);
        check("start-x choose-x hand-x start-a answer-a", 500, &["e4"], false);
        check("start-a answer-a start-x choose-x hand-x", 1, &["e1"], true);
        // A missed question that was asked again after the exam belongs to it.
        check("start-a answer-a start-x choose-x hand-x answer-x", 1, &["e1"], true);
        check("start-x choose-x hand-x", 1, &[], true);
        // What is chosen in an exam that still runs is no answer yet.
        check("start-a answer-a start-x choose-x", 1, &["e1"], false);
    }
}
