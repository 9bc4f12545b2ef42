//! An explanation that says nothing new.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "explanation-only-repeats",
    summary: "the explanation has fewer than three words of content that are not in the stem or the answer",
    why: "\"It is right because it is the answer\" teaches nothing that would help with another question.",
    severity: Severity::Warning,
    bad: r#"
stem = "Which light helps a guard to read a badge at night?"
answer = "A torch held low"
distractors = [
  { text = "A match held high", why = "Flames are a hazard." },
  { text = "A flash held near", why = "It dazzles people." },
  { text = "A lamp left at home", why = "It lights nothing here." },
]
explanation = "At night, a torch that is held low helps a guard to read a badge."
"#,
    good: r#"
stem = "Which light helps a guard to read a badge at night?"
answer = "A torch held low"
distractors = [
  { text = "A match held high", why = "Flames are a hazard." },
  { text = "A flash held near", why = "It dazzles people." },
  { text = "A lamp left at home", why = "It lights nothing here." },
]
explanation = "Light from below shows the card without dazzling its owner, and keeps your other hand free."
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    // What is missing altogether is reported by another rule.
    let explanation = texts.explanation();
    if explanation.words.len() < 5 {
        return vec![];
    }
    let known = |stem: &u32| {
        std::iter::once(texts.stem()).chain(texts.keys()).any(|text| text.content.binary_search(stem).is_ok())
    };
    let new = explanation.content.iter().filter(|stem| !known(stem)).count();
    if new >= 3 {
        return vec![];
    }
    let help = "say which principle decides, or what would go wrong otherwise";
    vec![
        Finding::new(
            Field::Explanation,
            "the explanation says little that is not in the question and its answer",
        )
        .help(help),
    ]
}
