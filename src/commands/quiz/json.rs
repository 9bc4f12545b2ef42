//! The result of a quiz for programs.

use serde_json::{Value, json};

use crate::bank::Bank;
use crate::progress::SittingPlan;
use crate::quiz::Sitting;

/// The document of `quiz --json`: only what was answered is an item.
pub(super) fn document(plan: &SittingPlan, sitting: &Sitting<'_>, bank: &Bank) -> Value {
    let topics: Vec<Value> = sitting
        .topics(bank)
        .into_iter()
        .map(|score| json!({ "id": score.topic, "asked": score.asked, "correct": score.correct }))
        .collect();
    let items: Vec<Value> = sitting
        .items()
        .iter()
        .filter_map(|item| item.given.as_ref().map(|given| (item, given)))
        .map(|(item, given)| {
            let chosen: Vec<&str> = given.chosen.iter().map(|&at| item.question.option(at)).collect();
            json!({
                "id": item.question.id, "chosen": chosen, "correct": given.correct,
                "seconds": given.took as f64 / 1000.0, "flagged": item.flagged,
            })
        })
        .collect();
    json!({
        "schema": 1, "mode": plan.mode.name(), "seed": plan.seed, "asked": sitting.answered(),
        "correct": sitting.correct(), "passed": null, "topics": topics, "items": items,
    })
}
