//! Words that stand in answers far more, or far less, often than in distractors.

use super::super::word_balance::Balance;
use super::{Check, Rule, Whole, judged, problem};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    name: "lopsided-words",
    summary: "options with certain words are right far more or far less often than chance",
    why: "A person who has seen a part of the bank takes the option with the word, or crosses it out, in questions never seen \
          before.",
    severity: Severity::Note,
    bad: r#"
stem = "How does a guard speak to guest {n} who is upset?"
answer = "Calmly, as if there were time"
distractors = [
  { text = "Briefly, as if in a hurry now", why = "Haste upsets people more." },
  { text = "Loudly, as if far off from it", why = "Volume upsets people more." },
]
"#,
    good: r#"
stem = "What does a guard give guest {n} who is upset?"
answer = "A calm word, then a short wait"
distractors = [
  { text = "A short wait, then a calm word", why = "Waiting first upsets people more." },
  { text = "A short word, then a calm wait", why = "Curt words upset people more." },
]
"#,
    check: Check::Bank { look: check, times: 40 },
};

fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    if judged(whole).is_none() {
        return vec![];
    }
    let mut lopsided: Vec<&Balance> = whole
        .measures
        .balance
        .iter()
        .filter(|balance| balance.is_lopsided())
        // The classes are few. Among hundreds of single words some are lopsided by luck.
        .filter(|balance| balance.is_class || balance.z().abs() > 3.0)
        .collect();
    if lopsided.is_empty() {
        return vec![];
    }
    lopsided.sort_by(|a, b| b.z().abs().total_cmp(&a.z().abs()).then_with(|| a.name.cmp(&b.name)));
    let listed: Vec<String> = lopsided
        .iter()
        .take(10)
        .map(|balance| {
            let Balance { name, keys, options, expected, .. } = balance;
            let name = if balance.is_class { format!("words of {name}") } else { format!("\"{name}\"") };
            format!("{name} ({keys} of {options} options are answers; by chance {expected:.0})")
        })
        .collect();
    let message = format!("words that give answers or distractors away: {}", listed.join(", "));
    let help = format!(
        "word some of these options in another way, beginning with {}",
        lopsided[0].where_found.join(", ")
    );
    vec![(problem(&RULE, message).help(help))]
}
