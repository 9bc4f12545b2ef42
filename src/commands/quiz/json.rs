//! The result of a quiz as JSON.

use serde_json::{Value, json};

use crate::bank::Bank;
use crate::commands::session::item;
use crate::progress::Purpose;
use crate::report::Ahead;
use crate::sitting::Sitting;

/// The document of `quiz --json` and `study --json`. It lists only questions that were answered.
pub(super) fn document(sitting: &Sitting<'_>, bank: &Bank, purpose: Purpose, ahead: Option<&Ahead>) -> Value {
    let mode = if purpose == Purpose::Study { "study" } else { "quiz" };
    let topics: Vec<Value> = sitting
        .topics(bank)
        .into_iter()
        .filter(|score| score.answered > 0)
        .map(|score| json!({ "id": score.topic, "asked": score.answered, "correct": score.correct }))
        .collect();
    let given = sitting.items().iter().filter_map(|item| Some((item, item.given.as_ref()?)));
    let items: Vec<Value> = given.map(|(answered, given)| item(answered, given.took)).collect();
    json!({
        "schema": 1, "mode": mode, "seed": sitting.seed, "asked": sitting.answered(),
        "correct": sitting.correct(), "passed": null, "topics": topics, "items": items,
        "readiness": ahead.and_then(Ahead::readiness_json),
    })
}
