//! A stem like a page.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

const MOST_WORDS: usize = 80;

pub(super) const RULE: Rule = Rule {
    name: "stem-too-long",
    summary: "the stem has more than 80 words",
    why: "Time and language are tested instead of the subject.",
    severity: Severity::Note,
    bad: r#"
stem = """
It is a rainy Tuesday in March. You work at a museum that was built a hundred years ago by a rich baker. Its roof is
made of copper and its floor of oak. In the morning a school class came from a village by the sea, with two teachers and
a dog that had to wait outside. Around noon the café ran out of soup, and the cook was cross. At three, a man in a green
coat puts his hand on a painting of a horse, close to its frame. What do you say?"""
answer = "Please step back a little"
distractors = [
  { text = "Please tell us your name", why = "Names do not protect paint." },
  { text = "Please leave by the exit", why = "That goes too far at once." },
  { text = "Please buy a postcard", why = "It misses the matter." },
]
"#,
    good: r#"
stem = "In a museum, a man puts his hand on a painting. What do you say?"
answer = "Please step back a little"
distractors = [
  { text = "Please tell us your name", why = "Names do not protect paint." },
  { text = "Please leave by the exit", why = "That goes too far at once." },
  { text = "Please buy a postcard", why = "It misses the matter." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let count = texts.stem().words.len();
    if count <= MOST_WORDS {
        return vec![];
    }
    vec![
        Finding::new(Field::Stem, format!("the stem has {count} words"))
            .help("keep what the answer depends on"),
    ]
}
