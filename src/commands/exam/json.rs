//! The result of an exam for programs.

use serde_json::{Value, json};

use crate::bank::Bank;
use crate::exam::{Outcome, Sheet, Verdict};
use crate::progress::{HandInReason, SittingPlan};

/// The document of `exam --json`. Before it is handed in it does not tell what was right.
pub(super) fn document(plan: &SittingPlan, sheet: &Sheet<'_>, bank: &Bank) -> Value {
    let head = json!({
        "schema": 1, "mode": plan.mode.name(), "seed": plan.seed, "profile": sheet.terms.profile,
        "title": sheet.terms.title, "asked": sheet.items().len(), "answered": sheet.answered(),
        "handed_in": sheet.handed_in().is_some(),
    });
    let rest = match Outcome::of(sheet, bank) {
        Some(outcome) => told(&outcome, sheet),
        None => json!({ "correct": null, "passed": null, "topics": [], "items": [] }),
    };
    let (Value::Object(mut head), Value::Object(rest)) = (head, rest) else { return Value::Null };
    head.extend(rest);
    Value::Object(head)
}

fn passed(verdict: Option<Verdict>) -> Option<bool> {
    verdict.map(|verdict| verdict == Verdict::Passed)
}

fn told(outcome: &Outcome, sheet: &Sheet<'_>) -> Value {
    let topics: Vec<Value> = outcome
        .topics
        .iter()
        .map(|topic| {
            json!({ "id": topic.topic, "asked": topic.asked, "correct": topic.correct, "below": topic.below })
        })
        .collect();
    let papers: Vec<Value> = outcome
        .papers
        .iter()
        .map(|paper| {
            json!({
                "title": paper.title, "asked": paper.asked, "correct": paper.correct, "needed": paper.needed,
                "percent": paper.percent, "passed": passed(paper.verdict),
            })
        })
        .collect();
    let items: Vec<Value> = sheet
        .items()
        .iter()
        .map(|item| {
            let chosen = item.choice.as_ref().map_or(&[][..], |choice| &choice.chosen);
            let chosen: Vec<&str> = chosen.iter().map(|&at| item.question.option(at)).collect();
            json!({
                "id": item.question.id, "chosen": chosen, "correct": item.is_right(),
                "seconds": item.spent as f64 / 1000.0, "flagged": item.flagged, "marked": item.flagged,
            })
        })
        .collect();
    let ids = |places: &[usize]| -> Vec<&str> {
        places.iter().map(|&place| sheet.items()[place].question.id.as_str()).collect()
    };
    json!({
        "correct": outcome.correct, "passed": passed(outcome.verdict),
        "reason": match outcome.reason { HandInReason::Asked => "asked", HandInReason::TimeUp => "time-up" },
        "seconds": outcome.used as f64 / 1000.0, "papers": papers, "topics": topics, "items": items,
        "right_to_wrong": ids(&outcome.right_to_wrong), "wrong_to_right": ids(&outcome.wrong_to_right),
        "go_over": ids(&outcome.go_over),
    })
}
