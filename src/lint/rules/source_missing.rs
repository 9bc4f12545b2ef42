//! No source.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "source-missing",
    summary: "there is no source",
    why: "Who doubts an answer has to be able to look it up, and who maintains the bank has to know what it rests on.",
    severity: Severity::Warning,
    bad: r#"
stem = "What is written beside a key in the register?"
answer = "Who took it and when"
distractors = [
  { text = "Who made it and where", why = "Makers do not matter later." },
  { text = "What it cost and why", why = "Costs are for accounts." },
  { text = "How it looks and feels", why = "Numbers tell keys apart." },
]
# no source
"#,
    good: r#"
stem = "What is written beside a key in the register?"
answer = "Who took it and when"
distractors = [
  { text = "Who made it and where", why = "Makers do not matter later." },
  { text = "What it cost and why", why = "Costs are for accounts." },
  { text = "How it looks and feels", why = "Numbers tell keys apart." },
]
source = "Post orders, section Keys"
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    if !question.source.is_empty() {
        return vec![];
    }
    vec![
        Finding::new(Field::Whole, "there is no source")
            .help("name what an examinee can look up: `source = \"...\"`"),
    ]
}
