//! "Always" and "never" that mark what is wrong.

use super::super::lexicon::ABSOLUTES;
use super::super::prose::{any_of, words};
use super::{Check, Finding, Rule};
use crate::bank::{Field, Question};
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

fn check(question: &Question) -> Vec<Finding> {
    let absolute = |text: &str| any_of(&words(text), ABSOLUTES);
    let with: Vec<usize> = question
        .distractors
        .iter()
        .enumerate()
        .filter(|(_, d)| absolute(&d.text))
        .map(|(at, _)| at)
        .collect();
    match with.as_slice() {
        [first, second, ..] if !question.keys.iter().any(|key| absolute(key)) => {
            let message = format!("{} distractors admit no exception, and the answer does", with.len());
            let finding = Finding::new(Field::Distractor(*first), message)
                .and(Field::Distractor(*second), "and here")
                .help("make them wrong by what they do, not by \"always\" or \"never\"");
            vec![finding]
        }
        _ => vec![],
    }
}
