//! A negative stem with a negative option.

use super::super::lexicon::NEGATIVES;
use super::super::stem::{is_negative, negation};
use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule, option_field};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "stem-and-option-negative",
    summary: "a negative stem has a negative option",
    why: "Two negations have to be turned round in the head; the subject is lost on the way.",
    severity: Severity::Warning,
    bad: r#"
stem = "Which habit does NOT help at a reception desk?"
answer = "Typing while guests talk"
distractors = [
  { text = "Standing up for callers", why = "Standing up shows attention." },
  { text = "Not chatting on a phone", why = "Guests come before phones." },
  { text = "Wearing a clear badge", why = "Badges say who is in charge." },
]
"#,
    good: r#"
stem = "Which habit does NOT help at a reception desk?"
answer = "Typing while guests talk"
distractors = [
  { text = "Standing up for callers", why = "Standing up shows attention." },
  { text = "Silencing private phones", why = "Guests come before phones." },
  { text = "Wearing a clear badge", why = "Badges say who is in charge." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    let negative = texts.options().position(|text| {
        text.has(NEGATIVES) && text.lower().any(|word| word != "except" && is_negative(word))
    });
    negative
        .filter(|_| negation(texts.stem()).is_some())
        .map(|at| {
            Finding::new(option_field(question, at), "a negative option under a negative stem")
                .and(Field::Stem, "the stem is negative too")
                .help("turn the stem or the option into what is so")
        })
        .into_iter()
        .collect()
}
