//! Questions with different numbers of options.

use std::collections::BTreeMap;

use super::super::measures::{FEWEST, percent};
use super::{Check, Rule, Whole, problem};
use crate::bank::Question;
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    name: "option-count",
    summary: "questions have different numbers of options",
    why: "Three options are enough and four are usual; where they differ, chance is worth more in some questions than \
          in others, and a score means less.",
    severity: Severity::Note,
    bad: r#"
[[question]]
stem = "What opens staff gate {n}?"
answer = "A valid staff badge"
distractors = [
  { text = "A friendly word", why = "Words open no gate." },
  { text = "A parking ticket", why = "It is for cars of guests." },
]

[[question]]
stem = "Where does found purse {n} go?"
answer = "Into the lost property box"
distractors = [
  { text = "Onto the desk in the lobby", why = "Anyone could take it." },
  { text = "Into the bag of a colleague", why = "Custody would be unclear." },
  { text = "Under the bench it lay upon", why = "Its owner would not know." },
]
"#,
    good: r#"
stem = "What opens staff gate {n}?"
answer = "A valid staff badge"
distractors = [
  { text = "A friendly word", why = "Words open no gate." },
  { text = "A parking ticket", why = "It is for cars of guests." },
]
"#,
    check: Check::Bank { look: check, times: 40 },
};

fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    // A true-false question has two options by its nature.
    let questions: Vec<&Question> =
        whole.joined.bank.questions().iter().filter(|q| !q.is_true_false()).collect();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for question in &questions {
        // Of a longer pool as many are shown as of any other question: a pool of six distractors is no odd one out.
        *counts.entry(question.option_count().min(Question::SHOWN)).or_default() += 1;
    }
    let usual = counts.values().copied().max().unwrap_or(0);
    if questions.len() < FEWEST || percent(usual, questions.len()) >= 95.0 {
        return vec![];
    }
    let chance = questions
        .iter()
        .map(|question| 1.0 / question.option_count().min(Question::SHOWN) as f64)
        .sum::<f64>();
    let listed: Vec<String> = counts
        .iter()
        .map(|(options, n)| {
            format!(
                "{n} ({:.0} %) with {options}{}",
                percent(*n, questions.len()),
                if *options == Question::SHOWN { " or more" } else { "" }
            )
        })
        .collect();
    let message = format!(
        "the number of options differs: {}; chance is {:.1} %",
        listed.join(", "),
        100.0 * chance / questions.len() as f64
    );
    vec![(problem(&RULE, message).help("give all questions as many options"))]
}
