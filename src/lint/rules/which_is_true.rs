//! "Which of the following is true?", and nothing else.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "which-is-true",
    summary: "the stem is only \"Which of the following is true?\"",
    why: "It has no subject: four unrelated sentences are judged one by one.",
    severity: Severity::Note,
    bad: r#"
stem = "Which of the following is true?"
answer = "Logs keep facts in order"
distractors = [
  { text = "Logs keep jokes in order", why = "Jokes are out of place." },
  { text = "Badges open each door", why = "Badges have zones." },
  { text = "Radios carry no voices", why = "Voices are their purpose." },
]
"#,
    good: r#"
stem = "Which is true of the log at a post?"
answer = "It keeps facts in order"
distractors = [
  { text = "It keeps jokes in order", why = "Jokes are out of place." },
  { text = "It opens each front door", why = "Keys do that." },
  { text = "It belongs to visitors", why = "It is the client's." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    const EMPTY: &[&str] = &[
        "which",
        "what",
        "one",
        "of",
        "the",
        "these",
        "those",
        "following",
        "statement",
        "statements",
        "answer",
        "answers",
        "option",
        "options",
        "sentence",
        "sentences",
        "below",
        "is",
        "are",
        "true",
        "correct",
        "right",
        "accurate",
        "false",
        "incorrect",
        "wrong",
        "not",
        "statement's",
        "best",
    ];
    let words = || texts.stem().lower();
    let judged = words().any(|word| {
        matches!(word, "true" | "correct" | "right" | "accurate" | "false" | "incorrect" | "wrong")
    });
    if !judged || !words().all(|word| EMPTY.contains(&word)) {
        return vec![];
    }
    vec![Finding::new(Field::Stem, "the stem has no subject").help("say what the sentences are about")]
}
