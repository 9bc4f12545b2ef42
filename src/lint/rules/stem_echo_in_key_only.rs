//! Words of the stem that come back in the key alone.

use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::Field;
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

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let stem = texts.stem();
    let mut echoes: Vec<&str> = texts
        .keys()
        .flat_map(|key| {
            key.words
                .iter()
                .zip(key.lower())
                .enumerate()
                .map(move |(at, (word, text))| (key.stem_of(at), word, text))
        })
        .filter(|(content, word, text)| {
            // In another form it echoes as well: a distractor with "reports" holds "report".
            let elsewhere =
                |content: u32| texts.distractors().any(|d| d.content.binary_search(&content).is_ok());
            content.is_some_and(|content| {
                stem.words.contains(word) && text.chars().count() >= 5 && !elsewhere(content)
            })
        })
        .map(|(_, _, text)| text)
        .collect();
    echoes.sort_unstable();
    echoes.dedup();
    if echoes.len() < 2 {
        return vec![];
    }
    let message = format!("only the answer repeats these words of the stem: {}", echoes.join(", "));
    let finding = Finding::new(Field::Key(0), message)
        .help("use other words in the answer, or the same ones in a distractor");
    vec![finding]
}
