//! "Often" and "rarely".

use super::super::lexicon::VAGUE_FREQUENCY;
use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule, option_field};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "vague-frequency-in-options",
    summary: "two or more options say often, rarely, usually and the like",
    why: "One person's \"often\" is another's \"sometimes\": the options cannot be told apart by knowing.",
    severity: Severity::Note,
    bad: r#"
stem = "When is a fire door tested?"
answer = "Often, by the technician"
distractors = [
  { text = "Rarely, by the technician", why = "Doors jam between tests." },
  { text = "Once, by the first tenant", why = "Tenants come and go." },
  { text = "Daily, by a passing guest", why = "Guests have no task here." },
]
"#,
    good: r#"
stem = "When is a fire door tested?"
answer = "Monthly, by the technician"
distractors = [
  { text = "Yearly, by the technician", why = "Doors jam between tests." },
  { text = "Once, by the first tenant", why = "Tenants come and go." },
  { text = "Daily, by a passing guest", why = "Guests have no task here." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    let vague: Vec<usize> =
        texts.options().enumerate().filter(|(_, text)| text.has(VAGUE_FREQUENCY)).map(|(at, _)| at).collect();
    let [first, second, ..] = vague.as_slice() else { return vec![] };
    let finding =
        Finding::new(option_field(question, *first), "how often this is, everybody takes differently")
            .and(option_field(question, *second), "and here")
            .help("say a number, or leave the word out");
    vec![finding]
}
