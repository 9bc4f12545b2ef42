//! "Always" and "never" that mark what is wrong.

use super::super::lexicon::ABSOLUTES;
use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "absolutes-only-in-distractors",
    summary: "two or more distractors hold words such as always or never, the answer none",
    why: "Test-takers learn early that what admits no exception is wrong, and cross it out unread.",
    severity: Severity::Warning,
    bad: r#"
stem = "How does a guard treat news heard from tenants?"
answer = "Passes on what bears on safety"
distractors = [
  { text = "Always repeats it to friends", why = "Trust would be gone." },
  { text = "Never writes a word of it", why = "Some of it matters." },
  { text = "Sells it to a local paper", why = "News is no ware." },
]
"#,
    good: r#"
stem = "How does a guard treat news heard from tenants?"
answer = "Passes on what bears on safety"
distractors = [
  { text = "Repeats it to good friends", why = "Trust would be gone." },
  { text = "Forgets it after the shift", why = "Some of it matters." },
  { text = "Sells it to a local paper", why = "News is no ware." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let with: Vec<usize> =
        texts.distractors().enumerate().filter(|(_, text)| text.has(ABSOLUTES)).map(|(at, _)| at).collect();
    match with.as_slice() {
        [first, second, ..] if !texts.keys().any(|key| key.has(ABSOLUTES)) => {
            let message = format!("{} distractors admit no exception, and the answer does", with.len());
            let finding = Finding::new(Field::Distractor(*first), message)
                .and(Field::Distractor(*second), "and here")
                .help("make them wrong by what they do, not by \"always\" or \"never\"");
            vec![finding]
        }
        _ => vec![],
    }
}
