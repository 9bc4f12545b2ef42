//! A gap in the middle of a sentence.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "blank-inside-stem",
    summary: "the stem has a blank before its end",
    why: "The sentence has to be read again for every option, and held in mind with a hole in it.",
    severity: Severity::Note,
    bad: r#"
stem = "A ___ is what a guard fills in after an incident."
answer = "report"
distractors = [
  { text = "bucket", why = "Buckets hold water." },
  { text = "voucher", why = "Vouchers are for shops." },
  { text = "ballot", why = "Ballots are for votes." },
]
"#,
    good: r#"
stem = "After an incident, a guard fills in the ___"
answer = "report"
distractors = [
  { text = "bucket", why = "Buckets hold water." },
  { text = "voucher", why = "Vouchers are for shops." },
  { text = "ballot", why = "Ballots are for votes." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    let Some(at) = question.stem.find("__") else { return vec![] };
    if !question.stem[at..].contains(char::is_alphanumeric) {
        return vec![];
    }
    vec![
        Finding::new(Field::Stem, "words follow the blank")
            .help("let the blank end the sentence, or ask a question"),
    ]
}
