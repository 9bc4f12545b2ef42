//! An option that stands, word for word, in another.

use super::super::prose::has_figures;
use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule, option_field};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "option-inside-option",
    summary: "an option stands word for word in another",
    why: "If the longer one is right, so is the shorter: a guesser takes one of the pair, or neither.",
    severity: Severity::Note,
    bad: r#"
stem = "A lift is stuck between floors. What does the guard do?"
answer = "Talk to the people inside"
distractors = [
  { text = "Open the doors by hand", why = "That is for engineers." },
  { text = "Open the doors by hand and jump", why = "That is for nobody." },
  { text = "Switch the power off", why = "It leaves them in the dark." },
]
"#,
    good: r#"
stem = "A lift is stuck between floors. What does the guard do?"
answer = "Talk to the people inside"
distractors = [
  { text = "Open the doors by hand", why = "That is for engineers." },
  { text = "Lower a rope from above", why = "That is for rescuers." },
  { text = "Switch the power off", why = "It leaves them in the dark." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    let mut found = vec![];
    for (inner, short) in texts.options().enumerate() {
        let short = short.words;
        if short.len() < 3 || has_figures(question.option(inner)) {
            continue;
        }
        for (outer, long) in texts.options().enumerate() {
            let long = long.words;
            if outer != inner && long.len() > short.len() && long.windows(short.len()).any(|run| run == short)
            {
                let finding =
                    Finding::new(option_field(question, outer), "this option holds another one whole")
                        .and(option_field(question, inner), "this one")
                        .help("make the two exclude each other");
                found.push(finding);
            }
        }
    }
    found
}
