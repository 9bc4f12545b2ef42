//! Distractors that nobody decent would choose.

use super::super::lexicon::STRAW_OPENINGS;
use super::super::texts::{QuestionTexts, Text};
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "straw-distractors",
    summary: "two or more distractors begin with ignoring, refusing, shouting and the like",
    why: "Rudeness is crossed out by anyone with manners. What remains to be known is then a choice of two, or none.",
    severity: Severity::Warning,
    bad: r#"
stem = "A tenant complains about noise from the loading dock. What comes first?"
answer = "Listen and note when it began"
distractors = [
  { text = "Ignore it until next week", why = "It lets the matter grow." },
  { text = "Argue that docks are loud", why = "It wins a point, no peace." },
  { text = "Promise that trucks will stop", why = "Trucks are not the guard's." },
]
"#,
    good: r#"
stem = "A tenant complains about noise from the loading dock. What comes first?"
answer = "Listen and note when it began"
distractors = [
  { text = "Offer another flat for a week", why = "Flats are not the guard's." },
  { text = "Explain that docks are loud", why = "Reasons come after listening." },
  { text = "Promise that trucks will stop", why = "Trucks are not the guard's." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let with: Vec<usize> =
        texts.distractors().enumerate().filter(|(_, text)| is_straw(*text)).map(|(at, _)| at).collect();
    match with.as_slice() {
        [first, second, ..] if !texts.keys().any(is_straw) => {
            let message = format!("{} distractors begin with what nobody would choose", with.len());
            let finding = Finding::new(Field::Distractor(*first), message)
                .and(Field::Distractor(*second), "and here")
                .help("use calm, professional acts that are wrong for a reason: too early, too far, for another case");
            vec![finding]
        }
        _ => vec![],
    }
}

/// Whether an option opens with one of the listed verbs, in any of its forms.
fn is_straw(option: Text<'_>) -> bool {
    let words: Vec<&str> = option.lower().take(6).collect();
    let skipped = words.iter().take_while(|word| matches!(**word, "to" | "simply" | "just" | "by")).count();
    let Some(first) = words.get(skipped).and_then(|word| word.bytes().next()) else { return false };
    // Every form of a verb begins with its first letter.
    STRAW_OPENINGS.phrases.iter().filter(|opening| opening.as_bytes()[0] == first).any(|opening| {
        let mut parts = opening.split(' ');
        let verb = parts.next().unwrap_or_default();
        let rest: Vec<&str> = parts.collect();
        let after = words.get(skipped + 1..skipped + 1 + rest.len());
        words.get(skipped).is_some_and(|word| is_form(word, verb))
            && after.is_some_and(|after| after == rest.as_slice())
    })
}

fn is_form(word: &str, verb: &str) -> bool {
    let root = verb.strip_suffix('e').unwrap_or(verb);
    let plain = word == verb || word.strip_prefix(verb).is_some_and(|end| matches!(end, "s" | "es" | "d"));
    plain || word.strip_prefix(root).is_some_and(|end| matches!(end, "ing" | "ed"))
}
