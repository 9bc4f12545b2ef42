//! True or false, yes or no.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::{Field, Kind};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "true-false-options",
    summary: "the options are true and false but the kind is another, or the other way round",
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

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    match (question.kind == Kind::TrueFalse, question.is_true_false()) {
        (false, true) => {
            let help = "ask which, why or what first, with options that each need a reason; where the exam asks true \
                        or false, write `kind = \"true-false\"`";
            vec![Finding::new(Field::Key(0), "a coin would be right half of the time").help(help)]
        }
        (true, false) => vec![
            Finding::new(Field::Key(0), "the options of a true-false question are True and False")
                .help("make them so, or give the question another kind"),
        ],
        _ => vec![],
    }
}
