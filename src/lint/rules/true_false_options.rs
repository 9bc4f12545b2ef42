//! True or false, yes or no.

use super::super::prose::words;
use super::{Check, Finding, Rule};
use crate::bank::{Field, Question};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "true-false-options",
    summary: "the options are only true and false, or yes and no",
    why: "A coin is right half of the time, and a person who is right has not shown why.",
    severity: Severity::Warning,
    bad: r#"
stem = "Is a guard at a mall a sworn police officer?"
answer = "No"
distractors = [{ text = "Yes", why = "Sworn officers take an oath to a public body." }]
"#,
    good: r#"
stem = "Who employs a guard at a mall?"
answer = "A private firm"
distractors = [
  { text = "The county court", why = "Courts employ marshals." },
  { text = "The city police", why = "Police employ sworn officers." },
]
"#,
    check: Check::Question(check),
};

fn check(question: &Question) -> Vec<Finding> {
    if !is_true_false(question) {
        return vec![];
    }
    let help = "ask which, why or what first, with options that each need a reason";
    vec![Finding::new(Field::Key(0), "a coin would be right half of the time").help(help)]
}

pub(in crate::lint) fn is_true_false(question: &Question) -> bool {
    question.options().all(|text| matches!(words(text).join(" ").as_str(), "true" | "false" | "yes" | "no"))
}
