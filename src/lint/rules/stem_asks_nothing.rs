//! A stem that neither asks nor leaves a sentence open.

use super::super::prose::{lower, raw_words, sentences};
use super::super::texts::QuestionTexts;
use super::{Check, Finding, Rule};
use crate::bank::{Field, Kind};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "stem-asks-nothing",
    summary: "the stem does not say what is asked",
    why: "The options have to be read to find out what the question is; those who know are slowed, not those who guess.",
    severity: Severity::Warning,
    bad: r#"
stem = "The assembly point of a building."
answer = "Guests gather at it"
distractors = [
  { text = "Parcels wait at it", why = "Parcels go to a mailroom." },
  { text = "Trucks turn at it", why = "Trucks use the yard." },
  { text = "Tickets sell at it", why = "Tickets sell at a desk." },
]
"#,
    good: r#"
stem = "What is the assembly point of a building for?"
answer = "Guests gather at it"
distractors = [
  { text = "Parcels wait at it", why = "Parcels go to a mailroom." },
  { text = "Trucks turn at it", why = "Trucks use the yard." },
  { text = "Tickets sell at it", why = "Tickets sell at a desk." },
]
"#,
    check: Check::Question(check),
};

/// Last words after which a sentence waits to be finished.
const OPEN: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "because", "by", "call", "called", "can", "could", "do",
    "does", "during", "except", "for", "from", "has", "have", "if", "in", "include", "includes", "into",
    "involves", "is", "may", "mean", "means", "might", "must", "need", "needs", "not", "of", "on", "or",
    "over", "require", "requires", "shall", "should", "so", "than", "that", "the", "through", "to", "until",
    "was", "were", "when", "where", "which", "while", "who", "will", "with", "without", "would",
];

/// Sentences that tell what to do with the options.
const IMPERATIVES: &[&str] = &[
    "arrange", "choose", "complete", "decide", "find", "finish", "identify", "indicate", "mark", "match",
    "name", "pick", "put", "select",
];

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    // A statement to be judged is all that such a stem holds.
    if question.kind == Kind::TrueFalse {
        return vec![];
    }
    let stem = question.stem.trim_end_matches(|c: char| "\"'\u{201d}\u{2019})* ".contains(c));
    // A sentence with a gap asks for what belongs there.
    let open = stem.contains("__")
        || stem.ends_with(['?', ':', '\u{2026}', '\u{2013}', '\u{2014}'])
        || stem.ends_with("...");
    if open {
        return vec![];
    }
    let last_word = texts.stem().lower().next_back().unwrap_or_default();
    let unfinished = !stem.ends_with(['.', '!']) && OPEN.contains(&last_word);
    let asked = sentences(stem).into_iter().rev().take(2).any(|sentence| {
        let first = raw_words(sentence).next().map(lower);
        let instructs = first.is_some_and(|word| IMPERATIVES.contains(&word.as_str()));
        instructs || sentence.contains('?')
    });
    if unfinished || asked {
        return vec![];
    }
    let help = "end the stem with a question, or with a sentence that each option can finish";
    vec![Finding::new(Field::Stem, "the stem does not ask anything").help(help)]
}
