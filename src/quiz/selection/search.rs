//! Whether a question speaks of some words.

use crate::bank::Question;

/// Whether each of these words begins a word of the stem, an option or the explanation: `badge` finds `badges`.
pub(super) fn speaks_of(question: &Question, words: &[String]) -> bool {
    let texts = [question.stem.as_str(), question.explanation.as_str()];
    let text: Vec<String> = texts.into_iter().chain(question.options()).flat_map(parts).collect();
    let begins = |word: &String| {
        text.iter().any(|other| {
            // Some scripts put no spaces between words.
            other.starts_with(word.as_str()) || (!word.is_ascii() && other.contains(word.as_str()))
        })
    };
    words.iter().flat_map(|typed| parts(typed)).all(|word| begins(&word))
}

/// The words of a text in lower case; `de-escalation` is two.
fn parts(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::speaks_of;
    use crate::bank::{Question, samples};

    #[test]
    fn every_word_has_to_begin_one_of_the_question() {
        let mut parts = samples::parts("q", "t", 3);
        parts.stem = String::from("Who checks the Badges?");
        parts.explanation = String::from("De-escalation first.");
        parts.distractors[0].text = String::from("\u{8b66}\u{5099}\u{54e1}");
        let question = Question::new(parts).unwrap();
        let speaks = |words: &[&str]| {
            speaks_of(&question, &words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
        };
        for found in
            [&["badge"][..], &["BADGES", "checks"], &["de-escalation"], &["right thing"], &["\u{5099}"]]
        {
            assert!(speaks(found), "{found:?}");
        }
        for missed in [&["adge"][..], &["badge", "gate"], &["source"]] {
            assert!(!speaks(missed), "{missed:?}");
        }
    }
}
