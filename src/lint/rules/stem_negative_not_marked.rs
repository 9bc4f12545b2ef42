//! "Which is not ...", in small letters.

use super::super::stem::negation;
use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "stem-negative-not-marked",
    summary: "the stem asks for what is not so, and the word does not stand out",
    why: "Who overlooks one short word answers another question: it measures reading, not knowing.",
    severity: Severity::Warning,
    bad: r#"
stem = "Which entry does not belong in a visitor log?"
answer = "Opinions about the guest"
distractors = [
  { text = "Arrival of the person", why = "Times belong in it." },
  { text = "Purpose of the call", why = "Purposes belong in it." },
  { text = "Badge that was handed out", why = "Badges are tracked by it." },
]
"#,
    good: r#"
stem = "Which entry does NOT belong in a visitor log?"
answer = "Opinions about the guest"
distractors = [
  { text = "Arrival of the person", why = "Times belong in it." },
  { text = "Purpose of the call", why = "Purposes belong in it." },
  { text = "Badge that was handed out", why = "Badges are tracked by it." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let Some(negation) = negation(texts.stem()).filter(|negation| !negation.marked) else { return vec![] };
    let capitals = negation.word.to_uppercase();
    let finding = Finding::new(
        Field::Stem,
        format!("\"{}\" turns the question round and is easily missed", negation.word),
    )
    .help(format!("ask for what is so; where that cannot be, write {capitals}"));
    vec![finding]
}
