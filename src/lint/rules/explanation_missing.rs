//! No explanation, or one of less than a sentence.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

const FEWEST_WORDS: usize = 5;

pub(super) const RULE: Rule = Rule {
    name: "explanation-missing",
    summary: "the explanation has fewer than five words",
    why: "Reading four options plants three wrong ones. What undoes it is feedback with a reason, at once or later.",
    severity: Severity::Error,
    bad: r#"
stem = "Who may switch off a fire alarm that is still sounding?"
answer = "The fire officer in command"
distractors = [
  { text = "The tenant who is disturbed", why = "Noise is no reason." },
  { text = "The guard who is next to it", why = "Being near gives no authority." },
  { text = "The cleaner with the keys", why = "Keys give no authority." },
]
explanation = "It is so."
"#,
    good: r#"
stem = "Who may switch off a fire alarm that is still sounding?"
answer = "The fire officer in command"
distractors = [
  { text = "The tenant who is disturbed", why = "Noise is no reason." },
  { text = "The guard who is next to it", why = "Being near gives no authority." },
  { text = "The cleaner with the keys", why = "Keys give no authority." },
]
explanation = "Until the building was searched, nobody else can know that the danger is over."
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    if texts.explanation().words.len() >= FEWEST_WORDS {
        return vec![];
    }
    let message = if question.explanation.is_empty() {
        String::from("there is no explanation")
    } else {
        format!("\"{}\" explains nothing", question.explanation)
    };
    let help = "say in a sentence or two which principle decides: `explanation = \"...\"`";
    vec![Finding::new(Field::Explanation, message).help(help)]
}
