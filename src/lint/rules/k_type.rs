//! Options that are lists of numerals: "i and ii".

use super::super::texts::{QuestionTexts, Text};
use super::{Check, Finding, Rule, option_field};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "k-type",
    summary: "options are combinations of numbered statements",
    why: "Knowing one of the statements rules out half of the options, and keeping the numbers in mind costs more \
          than the subject does.",
    severity: Severity::Error,
    bad: r#"
stem = "A guard (i) observes, (ii) reports, (iii) sentences. Which of these are part of the post?"
answer = "i and ii"
distractors = [
  { text = "i and iii", why = "Courts sentence people." },
  { text = "ii and iii", why = "Courts sentence people." },
  { text = "iii only", why = "Courts sentence people." },
]
"#,
    good: r#"
stem = "Which pair of tasks is part of the post?"
answer = "Observing and reporting"
distractors = [
  { text = "Observing and sentencing", why = "Courts sentence people." },
  { text = "Reporting and convicting", why = "Courts convict people." },
  { text = "Pardoning and sentencing", why = "Both belong to others." },
]
"#,
    check: Check::Question(check),
};

fn check(texts: QuestionTexts<'_>) -> Vec<Finding> {
    let question = texts.question;
    let listing: Vec<usize> =
        texts.options().enumerate().filter_map(|(at, text)| numerals(text).map(|_| at)).collect();
    let combining = texts.options().any(|text| numerals(text).is_some_and(|n| n >= 2));
    match listing.as_slice() {
        [first, .., last] if combining => {
            let finding = Finding::new(
                option_field(question, *first),
                "options are combinations of numbered statements",
            )
            .and(option_field(question, *last), "and here")
            .help("put the statements themselves into the options, or use `answers` for several right ones");
            vec![finding]
        }
        _ => vec![],
    }
}

/// How many numerals an option lists, where it holds nothing else.
fn numerals(option: Text<'_>) -> Option<usize> {
    let mut count = 0;
    for word in option.lower() {
        match word {
            "i" | "ii" | "iii" | "iv" | "v" | "vi" => count += 1,
            "and" | "or" | "only" | "both" | "all" => {}
            _ => return None,
        }
    }
    (count > 0).then_some(count)
}
