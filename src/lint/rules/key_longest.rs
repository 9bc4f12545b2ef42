//! A key that towers over its distractors.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "key-longest",
    summary: "the answer is half as long again as the longest distractor",
    why: "Writers put care, and words, into what is right. \"Take the longest\" is the first thing a guesser tries, and \
          the strongest clue there is.",
    severity: Severity::Warning,
    bad: r#"
stem = "A guest asks where the nearest lift is. Which reply helps most?"
answer = "Past the fountain on your left; I will gladly walk with you as far as the corner"
distractors = [
  { text = "Somewhere over there on your right", why = "Too vague to follow." },
  { text = "The stairs are quicker than it is", why = "Stairs may be no choice for them." },
  { text = "Maps hang beside all of the doors", why = "It sends them searching." },
]
"#,
    good: r#"
stem = "A guest asks where the nearest lift is. Which reply helps most?"
answer = "Past the fountain on your left"
distractors = [
  { text = "Somewhere over there on your right", why = "Too vague to follow." },
  { text = "The stairs are quicker than it is", why = "Stairs may be no choice for them." },
  { text = "Maps hang beside all of the doors", why = "It sends them searching." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let key = texts.keys().map(|key| key.length).min().unwrap_or(0);
    let (at, longest) = longest_distractor(texts);
    // Half as long again, and by more than a word or two.
    if key * 2 < longest * 3 || key < longest + 12 {
        return vec![];
    }
    let finding = Finding::new(
        Field::Key(0),
        format!("the answer has {key} characters, the longest distractor {longest}"),
    )
    .and(Field::Distractor(at), "the longest distractor")
    .help("say it in fewer words, or give the distractors as much detail");
    vec![finding]
}

fn longest_distractor(texts: QuestionTexts<'_>) -> (usize, usize) {
    let lengths = texts.distractors().map(|distractor| distractor.length).enumerate();
    lengths.max_by_key(|&(_, length)| length).unwrap_or((0, 0))
}
