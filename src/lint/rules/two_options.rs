//! A choice of two.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "two-options",
    summary: "there are only two options",
    why: "One wrong option makes a guess right half of the time. Three options are enough; two are not.",
    severity: Severity::Warning,
    bad: r#"
stem = "Where does a found purse go?"
answer = "Into the lost property box"
distractors = [{ text = "Onto the desk in the lobby", why = "Anyone could take it." }]
"#,
    good: r#"
stem = "Where does a found purse go?"
answer = "Into the lost property box"
distractors = [
  { text = "Onto the desk in the lobby", why = "Anyone could take it." },
  { text = "Into the bag of a colleague", why = "Custody would be unclear." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    if question.option_count() > 2 || question.is_true_false() {
        return vec![];
    }
    vec![
        Finding::new(Field::Key(0), "there is one wrong option only")
            .help("add a distractor that a beginner would choose"),
    ]
}
