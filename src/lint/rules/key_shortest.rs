//! A key that is dwarfed by its distractors.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "key-shortest",
    summary: "the answer is about half as long as the shortest distractor",
    why: "The odd one out is looked at first, whether it is the longest or the shortest.",
    severity: Severity::Warning,
    bad: r#"
stem = "What does a guard hand over at the end of a shift?"
answer = "Keys and log"
distractors = [
  { text = "Opinions about tenants and their habits", why = "Gossip is no handover." },
  { text = "Copies of all private letters received", why = "Letters are not the guard's." },
  { text = "Passwords for computers of the client", why = "Passwords are personal." },
]
"#,
    good: r#"
stem = "What does a guard hand over at the end of a shift?"
answer = "Keys, radio, log and open matters"
distractors = [
  { text = "Opinions about tenants and their habits", why = "Gossip is no handover." },
  { text = "Copies of all private letters received", why = "Letters are not the guard's." },
  { text = "Passwords for computers of the client", why = "Passwords are personal." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let key = texts.keys().map(|key| key.length).max().unwrap_or(0);
    let lengths = texts.distractors().map(|distractor| distractor.length).enumerate();
    let Some((at, shortest)) = lengths.min_by_key(|&(_, length)| length) else { return vec![] };
    if key * 100 > shortest * 55 || key + 12 > shortest {
        return vec![];
    }
    let finding = Finding::new(
        Field::Key(0),
        format!("the answer has {key} characters, the shortest distractor {shortest}"),
    )
    .and(Field::Distractor(at), "the shortest distractor")
    .help("shorten the distractors, or say the answer as fully as they are said");
    vec![finding]
}
