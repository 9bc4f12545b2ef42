//! What a stem asks, and whether it asks for what is *not* so.

use super::lexicon::NEGATIVES;
use super::prose::{lower, raw_words, sentences, without_quotes};
use super::texts::Text;

/// A negation in the clause that asks.
pub(super) struct Negation {
    pub(super) word: String,
    /// Whether it is in capitals or between `*` or `_`.
    pub(super) marked: bool,
}

/// Words after which a negation belongs to a clause of its own, and not to what is asked.
const SUBORDINATORS: &[&str] = &[
    "if", "when", "whenever", "who", "whom", "whose", "that", "which", "because", "since", "while", "unless",
    "although", "though", "after", "before", "until", "where", "whether", "so", "why", "how", "what", "as",
    "once",
];

const QUESTION_WORDS: &[&str] = &["which", "who", "whom", "whose", "what", "where", "when", "how"];

/// Words before which `not` denies something smaller than the sentence: "the effect of not keeping", "or not".
const NARROW_BEFORE: &[&str] = &[
    "of", "by", "for", "in", "from", "about", "without", "or", "if", "and", "but", "with", "on", "at",
    "than", "why",
];

/// The negation of what a stem asks, if there is one.
///
/// Looked for in the last sentence only, from its question word up to the next clause; in an open stem ("A guard may
/// not ...") from its beginning. "Why ... not" asks for a reason and is not negative.
pub(super) fn negation(stem: Text<'_>) -> Option<Negation> {
    if !stem.has(NEGATIVES) {
        return None;
    }
    let plain = without_quotes(stem.raw);
    let asking = asking_sentence(&plain)?;
    let words: Vec<&str> = raw_words(asking).collect();
    let lower: Vec<String> = words.iter().map(|word| lower(word)).collect();
    let is_open = !asking.contains(['?', '.', '!']);
    let start = start_of_question(asking, &lower);
    if start.is_none() && !is_open {
        // "All of the following are duties EXCEPT:" has no question word; "Is it not ...?" asks for yes or no.
        return except(asking, &words, &lower);
    }
    let start = start.unwrap_or(0);
    if lower.get(start).is_some_and(|word| word == "why") {
        return None;
    }
    if let Some(found) = except(asking, &words, &lower) {
        return Some(found);
    }
    for at in start..lower.len() {
        if at > start && SUBORDINATORS.contains(&lower[at].as_str()) {
            return None;
        }
        if is_negative(&lower[at]) && lower[at] != "except" && denies_the_question(&lower, at) {
            return Some(Negation { word: words[at].to_owned(), marked: is_marked(asking, words[at]) });
        }
    }
    None
}

/// Whether a word denies: `not`, `never`, `cannot`, `isn't`.
pub(super) fn is_negative(word: &str) -> bool {
    NEGATIVES.phrases.contains(&word) || word.ends_with("n't")
}

/// The last sentence with a question mark, or the last sentence.
fn asking_sentence(text: &str) -> Option<&str> {
    let sentences = sentences(text);
    sentences.iter().rev().find(|sentence| sentence.contains('?')).or(sentences.last()).copied()
}

/// The number of the word with which the question begins: a question word at the beginning of the sentence or after a
/// comma, a colon or a dash; also behind a preposition ("In which case ...").
fn start_of_question(sentence: &str, lower: &[String]) -> Option<usize> {
    let question = |at: usize| {
        let word = lower.get(at)?;
        (QUESTION_WORDS.contains(&word.as_str()) || word == "why").then_some(at)
    };
    // The last part that opens with a question word: "When a guest will not leave, what should ...".
    let mut found = None;
    let mut before = 0;
    for part in sentence.split([',', ':', ';', '\u{2013}', '\u{2014}']) {
        let here = raw_words(part).count();
        found = question(before).or_else(|| question(before + 1).filter(|_| here > 1)).or(found);
        before += here;
    }
    found
}

fn denies_the_question(lower: &[String], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| lower[at].as_str());
    let after = lower.get(at + 1).map(String::as_str);
    if lower[at] != "not" {
        return true;
    }
    !before.is_some_and(|word| NARROW_BEFORE.contains(&word))
        && !matches!(after, Some("to" | "only" | "just" | "yet"))
}

/// "All of these are right except", at the end or before a list.
fn except(asking: &str, words: &[&str], lower: &[String]) -> Option<Negation> {
    let at = lower.iter().rposition(|word| word == "except")?;
    let of_all = lower[..at]
        .iter()
        .any(|word| matches!(word.as_str(), "all" | "following" | "these" | "each" | "any" | "every"));
    let last = at + 1 == lower.len();
    (last || (of_all && lower.get(at + 1).is_none_or(|word| word != "for" && word != "in")))
        .then(|| Negation { word: words[at].to_owned(), marked: is_marked(asking, words[at]) })
}

fn is_marked(sentence: &str, word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    // `n't` cannot be emphasised by itself: "DOESN'T" is capitals as well.
    letters().all(char::is_uppercase)
        || ["*", "_"].iter().any(|mark| sentence.contains(&format!("{mark}{word}{mark}")))
}
