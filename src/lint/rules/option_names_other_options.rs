//! "Both A and C", "option B".

use super::super::prose::raw_words;
use super::super::texts::QuestionTexts;
use super::letters::{is_letter, named_option};
use super::{Check, Finding, Rule, option_field};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "option-names-other-options",
    summary: "an option speaks of other options by letter or number",
    why: "Options are shuffled, so their letters move: what was B is D for the next person.",
    severity: Severity::Error,
    bad: r#"
stem = "Which paper does a contractor show before the works gate opens?"
answer = "The permit for the day"
distractors = [
  { text = "The invoice of a firm", why = "An invoice proves a bill and no access." },
  { text = "The badge of a friend", why = "A badge belongs to one person." },
  { text = "Both A and C together", why = "Only one paper is needed." },
]
"#,
    good: r#"
stem = "Which paper does a contractor show before the works gate opens?"
answer = "The permit for the day"
distractors = [
  { text = "The invoice of a firm", why = "An invoice proves a bill and no access." },
  { text = "The badge of a friend", why = "A badge belongs to one person." },
  { text = "The card of a customer", why = "It shows a trade and no access." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    texts
        .options()
        .enumerate()
        .filter_map(|(at, text)| {
            let named = named_option(text).or_else(|| list_of_letters(text.raw))?;
            let finding = Finding::new(
                option_field(question, at),
                format!("an option speaks of others by their letter: \"{named}\""),
            );
            Some(finding.help("say what is meant in words; letters change with every shuffle"))
        })
        .collect()
}

/// An option that is a list of letters ("A and C", "B only"), or of numbers where a word says that options are meant.
fn list_of_letters(text: &str) -> Option<String> {
    const JOINING: &[&str] = &[
        "both", "and", "or", "only", "neither", "nor", "either", "of", "all", "are", "is", "correct",
        "right", "the",
    ];
    if !text.contains(|c: char| matches!(c, 'A'..='H') || c.is_ascii_digit()) {
        return None;
    }
    let words: Vec<&str> = raw_words(text).collect();
    let mut labels = 0;
    let mut numbers = 0;
    let mut said = false;
    for word in &words {
        let lower = word.to_lowercase();
        if is_letter(word) {
            labels += 1;
        } else if word.len() == 1 && word.chars().all(|c| c.is_ascii_digit()) {
            numbers += 1;
        } else if JOINING.contains(&lower.as_str()) {
            said |= matches!(lower.as_str(), "both" | "only" | "neither" | "correct");
        } else {
            return both_and(&words);
        }
    }
    let letters = labels >= 2 || (labels == 1 && said);
    let figures = labels == 0 && numbers >= 2 && said;
    (letters || figures).then(|| text.to_owned())
}

/// "both A and C" inside more words.
fn both_and(words: &[&str]) -> Option<String> {
    words.windows(4).find_map(|four| {
        let found = matches!(four[0].to_lowercase().as_str(), "both" | "either" | "neither")
            && is_letter(four[1])
            && matches!(four[2], "and" | "or" | "nor")
            && is_letter(four[3]);
        found.then(|| four.join(" "))
    })
}
