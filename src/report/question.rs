//! A question with what was answered to it, for programs.

use serde_json::{Value, json};

use crate::bank::{Named, Question};
use crate::progress::{Attempt, History};

/// The keys are those of `export --to json`, and `flagged` and `attempts`, oldest first.
pub(crate) fn question_json(question: &Question, history: &History) -> Value {
    let distractors: Vec<Value> =
        question.distractors.iter().map(|wrong| json!({ "text": wrong.text, "why": wrong.why })).collect();
    let attempt = |attempt: Attempt| {
        json!({
            "at": attempt.at, "chosen": history.chosen(&attempt), "correct": attempt.correct, "guessed": attempt.guessed,
        })
    };
    json!({
        "id": question.id, "topic": question.topic, "objective": question.objective,
        "kind": question.kind.name(), "level": question.level.name(), "stem": question.stem,
        "answers": question.keys, "distractors": distractors, "explanation": question.explanation,
        "source": question.source, "jurisdiction": question.jurisdiction,
        "flagged": history.is_flagged(&question.id),
        "attempts": history.attempts(question).map(attempt).collect::<Vec<_>>(),
    })
}
