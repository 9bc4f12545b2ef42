//! Words of the stem that come back in the key alone.

use super::super::prose::{content, is_content, words};
use super::{Check, Finding, Rule};
use crate::bank::{Field, Question};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "stem-echo-in-key-only",
    summary: "two or more longer words stand in the stem and in the answer, and in no distractor",
    why: "What sounds like the question is chosen by those who do not know.",
    severity: Severity::Warning,
    bad: r#"
stem = "Why is a parcel without a sender reported to the mailroom supervisor?"
answer = "Nobody vouches for a parcel whose sender is unknown"
distractors = [
  { text = "It takes more stamps than letters from a customer", why = "Stamps are not the matter." },
  { text = "Clerks may quarrel about who of them takes it home", why = "Claims come later." },
  { text = "It fills up shelves which the cleaners would need", why = "Space is not the matter." },
]
"#,
    good: r#"
stem = "Why is a parcel without a sender reported to the mailroom supervisor?"
answer = "Nobody vouches for what is inside of such a thing"
distractors = [
  { text = "It takes more stamps than letters from a customer", why = "Stamps are not the matter." },
  { text = "Clerks may quarrel about who of them takes it home", why = "Claims come later." },
  { text = "It fills up shelves which the cleaners would need", why = "Space is not the matter." },
]
"#,
    check: Check::Question(check),
};

fn check(question: &Question) -> Vec<Finding> {
    let long = |text: &str| -> Vec<String> {
        words(text).into_iter().filter(|word| word.chars().count() >= 5 && is_content(word)).collect()
    };
    let stem = long(&question.stem);
    // In another form it echoes as well: a distractor with "reports" holds "report".
    let elsewhere: Vec<_> = question.distractors.iter().map(|distractor| content(&distractor.text)).collect();
    let mut echoes: Vec<String> = question
        .keys
        .iter()
        .flat_map(|key| long(key))
        .filter(|word| {
            stem.contains(word)
                && !elsewhere.iter().any(|words| words.contains(&super::super::prose::stemmed(word)))
        })
        .collect();
    echoes.sort();
    echoes.dedup();
    if echoes.len() < 2 {
        return vec![];
    }
    let message = format!("only the answer repeats these words of the stem: {}", echoes.join(", "));
    let finding = Finding::new(Field::Key(0), message)
        .help("use other words in the answer, or the same ones in a distractor");
    vec![finding]
}
