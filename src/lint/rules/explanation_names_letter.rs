//! "Option B is wrong" in an explanation.

use super::super::lexicon::OPTION_NOUNS;
use super::super::prose::{lower, raw_words, sentences};
use super::super::texts::{QuestionTexts, Text};
use super::letters::{judged_letter, letter_in_brackets, named_option};
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "explanation-names-letter",
    summary: "an explanation speaks of an option by its letter or place",
    why: "Options are shuffled: the letter that is explained is not the one that the person saw.",
    severity: Severity::Error,
    bad: r#"
stem = "What keeps a written report useful months later?"
answer = "Facts in the order of time"
distractors = [
  { text = "Guesses about a motive", why = "Guesses do not last." },
  { text = "Jokes that lift a mood", why = "Jokes are out of place." },
  { text = "Names without a date", why = "Without dates nothing fits." },
]
explanation = "Option B only entertains; readers need to follow events step by step."
"#,
    good: r#"
stem = "What keeps a written report useful months later?"
answer = "Facts in the order of time"
distractors = [
  { text = "Guesses about a motive", why = "Guesses do not last." },
  { text = "Jokes that lift a mood", why = "Jokes are out of place." },
  { text = "Names without a date", why = "Without dates nothing fits." },
]
explanation = "Humour only entertains; readers need to follow events step by step."
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let whys = texts.whys().enumerate().map(|(at, why)| (Field::Why(at), why));
    std::iter::once((Field::Explanation, texts.explanation()))
        .chain(whys)
        .filter_map(|(field, text)| {
            let named = named_option(text)
                .or_else(|| letter_in_brackets(text.raw))
                .or_else(|| judged_letter(text.raw))
                .or_else(|| numbered_option(text))?;
            let message = format!("\"{named}\" names an option by its place");
            Some(Finding::new(field, message).help("repeat a word or two of the option instead"))
        })
        .collect()
}

/// "The first option ..." as the subject of a sentence; "force is not the first option" is an idiom.
fn numbered_option(text: Text<'_>) -> Option<String> {
    if !text.has(OPTION_NOUNS) {
        return None;
    }
    sentences(text.raw).into_iter().find_map(|sentence| {
        let words: Vec<String> = raw_words(sentence).take(4).map(lower).collect();
        let [the, place, noun, after] = words.as_slice() else { return None };
        let found = the == "the"
            && matches!(place.as_str(), "first" | "second" | "third" | "fourth" | "fifth" | "last")
            && matches!(noun.as_str(), "option" | "answer" | "choice" | "distractor" | "alternative")
            // "The first answer that a guest gives" is about a guest.
            && !matches!(after.as_str(), "that" | "a" | "the" | "you" | "to" | "for" | "from" | "of" | "in");
        found.then(|| format!("{the} {place} {noun}"))
    })
}
