//! A key that looks different from all distractors.

use super::super::texts::{QuestionTexts, Text};
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "key-differs-in-form",
    summary: "the answer alone differs in its full stop, its capital letter or its first word",
    why: "The odd one out was written at another time than the rest, and is chosen for it.",
    severity: Severity::Warning,
    bad: r#"
stem = "What does a guard check first on a ladder?"
answer = "Its feet stand level."
distractors = [
  { text = "Its paint is fresh", why = "Paint hides cracks." },
  { text = "Its owner is known", why = "Owners do not hold it up." },
  { text = "Its price is fair", why = "Prices hold nobody." },
]
"#,
    good: r#"
stem = "What does a guard check first on a ladder?"
answer = "Its feet stand level"
distractors = [
  { text = "Its paint is fresh", why = "Paint hides cracks." },
  { text = "Its owner is known", why = "Owners do not hold it up." },
  { text = "Its price is fair", why = "Prices hold nobody." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    let ([key], true) = (question.keys.as_slice(), question.distractors.len() >= 2) else { return vec![] };
    let distractors = || question.distractors.iter().map(|distractor| distractor.text.as_str());
    let alone = |test: fn(&str) -> bool| {
        let of_key = test(key);
        distractors().all(|text| test(text) != of_key).then_some(of_key)
    };
    let mut found = vec![];
    match alone(|text| text.ends_with('.')) {
        Some(true) => found.push(String::from("only the answer ends with a full stop")),
        Some(false) if key.ends_with(char::is_alphanumeric) => {
            found.push(String::from("only the answer lacks the full stop"));
        }
        _ => {}
    }
    // A name or an abbreviation has its capital by right.
    if !starts_with_name(key) && !distractors().any(starts_with_name) {
        match alone(|text| text.starts_with(char::is_uppercase)) {
            Some(true) => found.push(String::from("only the answer begins with a capital letter")),
            Some(false) if key.starts_with(char::is_lowercase) => {
                found.push(String::from("only the answer begins with a small letter"));
            }
            _ => {}
        }
    }
    let first = |text: Text<'_>| text.words.first().copied();
    if let Some(shared) = texts.distractors().next().and_then(first)
        && question.distractors.len() >= 3
        && texts.distractors().all(|text| first(text) == Some(shared))
        && first(texts.option(0)) != Some(shared)
        && let Some(shared) = texts.option(1).lower().next()
    {
        found.push(format!("every distractor begins with \"{shared}\", and the answer does not"));
    }
    found
        .into_iter()
        .map(|message| Finding::new(Field::Key(0), message).help("write all options alike"))
        .collect()
}

/// "CCTV", "I", "U.S.": capitals that do not come from being the first word.
fn starts_with_name(text: &str) -> bool {
    let word: String =
        text.chars().take_while(|c| !c.is_whitespace()).filter(|c| c.is_alphabetic()).collect();
    !word.is_empty() && word.chars().all(char::is_uppercase)
}
