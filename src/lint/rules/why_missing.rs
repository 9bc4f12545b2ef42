//! A distractor without its reason.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "why-missing",
    summary: "a distractor does not say why it is wrong",
    why: "A person who chose it learns that it is wrong and keeps the thought that led there.",
    severity: Severity::Note,
    bad: r#"
stem = "What opens the staff gate?"
answer = "A valid staff badge"
distractors = [
  { text = "A friendly word", why = "Words open no gate." },
  { text = "A parking ticket" },
  { text = "A delivery slip", why = "Deliveries use the dock." },
]
"#,
    good: r#"
stem = "What opens the staff gate?"
answer = "A valid staff badge"
distractors = [
  { text = "A friendly word", why = "Words open no gate." },
  { text = "A parking ticket", why = "It is for cars of guests." },
  { text = "A delivery slip", why = "Deliveries use the dock." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    let without: Vec<usize> =
        question.distractors.iter().enumerate().filter(|(_, d)| d.why.is_empty()).map(|(at, _)| at).collect();
    let Some(first) = without.first() else { return vec![] };
    let message = match without.len() {
        1 => String::from("a distractor does not say why it is wrong"),
        n => format!("{n} distractors do not say why they are wrong"),
    };
    let help = "add `why = \"...\"`: what makes it tempting, and what is wrong with it";
    vec![Finding::new(Field::Distractor(*first), message).help(help)]
}
