//! The result of an exam as JSON.

use serde_json::{Value, json};

use crate::bank::Bank;
use crate::commands::session::item;
use crate::exam::{ExamSitting, Outcome};
use crate::progress::HandInReason;
use crate::sitting::Replay;

/// The document of `exam --json`. Before the hand-in it does not reveal what was right.
pub(super) fn document(exam: &ExamSitting<'_>, bank: &Bank) -> Value {
    let head = json!({
        "schema": 1, "mode": "exam", "seed": exam.plan.seed, "profile": exam.terms().profile,
        "title": exam.terms().title, "asked": exam.items().len(), "answered": exam.sitting().answered(),
        "handed_in": exam.handed_in().is_some(),
    });
    let rest = match Outcome::of(exam, bank) {
        Some(outcome) => result(&outcome, exam),
        None => json!({ "correct": null, "passed": null, "topics": [], "items": [] }),
    };
    let (Value::Object(mut head), Value::Object(rest)) = (head, rest) else { return Value::Null };
    head.extend(rest);
    Value::Object(head)
}

fn result(outcome: &Outcome, exam: &ExamSitting<'_>) -> Value {
    let topics: Vec<Value> = outcome
        .topics
        .iter()
        .map(|topic| {
            json!({ "id": topic.topic, "asked": topic.asked, "correct": topic.correct, "below": outcome.is_below(topic) })
        })
        .collect();
    let papers: Vec<Value> = outcome
        .score
        .papers
        .iter()
        .map(|paper| {
            json!({
                "title": paper.title, "asked": paper.asked, "correct": paper.correct, "needed": paper.needed,
                "percent": paper.percent, "passed": paper.passed(),
            })
        })
        .collect();
    let places = exam.items().iter().enumerate();
    let items: Vec<Value> = places
        .map(|(place, of)| {
            let mut told = item(of, exam.tally(place).spent);
            // The old name of `flagged`, kept for programs that read it.
            told["marked"] = json!(of.flagged);
            told
        })
        .collect();
    let ids = |places: &[usize]| -> Vec<&str> {
        places.iter().map(|&place| exam.items()[place].question.id.as_str()).collect()
    };
    json!({
        "correct": outcome.score.correct, "passed": outcome.score.passed(),
        "reason": match outcome.reason { HandInReason::Asked => "asked", HandInReason::TimeUp => "time-up" },
        "seconds": outcome.used as f64 / 1000.0, "papers": papers, "topics": topics, "items": items,
        "right_to_wrong": ids(&outcome.right_to_wrong), "wrong_to_right": ids(&outcome.wrong_to_right),
        "go_over": ids(&outcome.go_over),
    })
}
