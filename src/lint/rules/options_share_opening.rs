//! Options that all begin with the same words.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

const SHARED: usize = 3;

pub(super) const RULE: Rule = Rule {
    name: "options-share-opening",
    summary: "all options begin with the same three words",
    why: "What is the same in all options is read four times and tells nothing.",
    severity: Severity::Note,
    bad: r#"
stem = "What helps a lost child most?"
answer = "The guard should stay and call the desk"
distractors = [
  { text = "The guard should walk and find the car", why = "Leaving makes it harder." },
  { text = "The guard should wait and see the crowd", why = "Waiting brings nobody." },
  { text = "The guard should buy and give some sweets", why = "Sweets bring nobody." },
]
"#,
    good: r#"
stem = "What should a guard do for a lost child?"
answer = "Stay and call the desk"
distractors = [
  { text = "Walk and find the car", why = "Leaving makes it harder." },
  { text = "Wait and see the crowd", why = "Waiting brings nobody." },
  { text = "Buy and give some sweets", why = "Sweets bring nobody." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let Some(opening) = texts.option(0).words.get(..SHARED) else { return vec![] };
    if !texts.options().all(|option| option.words.get(..SHARED) == Some(opening)) {
        return vec![];
    }
    let message = format!(
        "all options begin with \"{}\"",
        texts.option(0).lower().take(SHARED).collect::<Vec<_>>().join(" ")
    );
    vec![Finding::new(Field::Key(0), message).help("move it to the end of the stem")]
}
