//! "All of the above", "none of these".

use super::super::options::is_all_or_none;
use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule, option_field};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "option-all-or-none-of-above",
    summary: "an option is all, none or both of the others",
    why: "After a shuffle nothing stands \"above\". And it gives itself away: a person who sees two right options has the \
          answer, and in many banks it is the answer far too often.",
    severity: Severity::Error,
    bad: r#"
stem = "What does a visitor badge show at a glance?"
answer = "All of the above"
distractors = [
  { text = "Whom they visit", why = "True, and so are the two others." },
  { text = "Which zone is open", why = "True, and so are the two others." },
  { text = "When it runs out", why = "True, and so are the two others." },
]
"#,
    good: r#"
stem = "What does a visitor badge show at a glance?"
answer = "Which zone is open"
distractors = [
  { text = "Whom they supply", why = "That stands in the order, not on a badge." },
  { text = "Where they parked", why = "That is noted at the gate." },
  { text = "What they may lift", why = "A badge grants access and no tasks." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    let options = texts.options().enumerate().filter(|(_, text)| is_all_or_none(*text));
    options
        .map(|(at, text)| {
            Finding::new(option_field(question, at), format!("\"{}\" points at the other options", text.raw))
                .help("ask for one thing, or use `answers` for several right options")
        })
        .collect()
}
