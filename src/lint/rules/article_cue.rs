//! A stem that ends in "a" or "an".

use super::super::texts::{QuestionTexts, Text};
use super::{Check, Finding, Rule};
use crate::bank::Field;
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "article-cue",
    summary: "the stem ends in a or an, which fits some options only",
    why: "Grammar rules options out before the subject does.",
    severity: Severity::Warning,
    bad: r#"
stem = "The paper that lists what happened on a shift is called a"
answer = "log"
distractors = [
  { text = "tag", why = "Tags mark things." },
  { text = "invoice", why = "Invoices ask for money." },
  { text = "map", why = "Maps show places." },
]
"#,
    good: r#"
stem = "What is the paper called that lists what happened on a shift?"
answer = "log"
distractors = [
  { text = "tag", why = "Tags mark things." },
  { text = "invoice", why = "Invoices ask for money." },
  { text = "map", why = "Maps show places." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    let Some(article) = texts.stem().lower().next_back().filter(|word| matches!(*word, "a" | "an")) else {
        return vec![];
    };
    let stem = question.stem.trim_end_matches(|c: char| c.is_whitespace() || "_.:\u{2026}-".contains(c));
    // "a(n)" serves both.
    if !stem.ends_with(char::is_alphabetic) {
        return vec![];
    }
    let vowels = texts.options().filter(|text| sounds_like_vowel(*text)).count();
    if vowels == 0 || vowels == question.option_count() {
        return vec![];
    }
    let message = format!("\"{article}\" at the end of the stem fits some options and not others");
    vec![Finding::new(Field::Stem, message).help("put the article into the options, or ask a whole question")]
}

/// Whether "an" goes before it: by its first sound, as far as spelling tells.
fn sounds_like_vowel(text: Text<'_>) -> bool {
    let first = text.lower().next().unwrap_or_default();
    let begins = |starts: &[&str]| starts.iter().any(|start| first.starts_with(start));
    if begins(&["hour", "honest", "honour", "honor", "heir"]) {
        return true;
    }
    first.starts_with(['a', 'e', 'i', 'o', 'u']) && !begins(&["uni", "use", "usu", "eu", "one", "once"])
}
