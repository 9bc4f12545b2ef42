//! A way to choose without knowing that pays.

use super::{Check, Rule, Whole, judged, problem};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    name: "single-cue",
    summary: "choosing by looks alone earns more than five points over chance",
    why: "A person who knows nothing and takes, say, the politest option should not do better than a die. What a bank \
          gives away is shown to those who have sat many tests, and not to those who know the work.",
    severity: Severity::Warning,
    bad: r#"
stem = "What is said to guest {n} at the gate?"
answer = "Please wait here, thank you"
distractors = [
  { text = "The bus is at platform two", why = "Nobody asked for a bus." },
  { text = "Rain is due in the evening", why = "Nobody asked for weather." },
  { text = "Shoes are sold on floor six", why = "Nobody asked for shoes." },
]
"#,
    good: r#"
[[question]]
stem = "Lifts are left, stairs ahead, lockers right. Where is guest {n} sent who wants the lifts?"
answer = "To the left, past the desk"
distractors = [
  { text = "Straight on, past the bar", why = "The stairs are there." },
  { text = "To the right, past a shop", why = "The lockers are there." },
]

[[question]]
stem = "Lifts are left, stairs ahead, lockers right. Where is guest {n} sent who wants the stairs?"
answer = "Straight on, past the bar"
distractors = [
  { text = "To the left, past the desk", why = "The lifts are there." },
  { text = "To the right, past a shop", why = "The lockers are there." },
]

[[question]]
stem = "Lifts are left, stairs ahead, lockers right. Where is guest {n} sent who wants the lockers?"
answer = "To the right, past a shop"
distractors = [
  { text = "To the left, past the desk", why = "The lifts are there." },
  { text = "Straight on, past the bar", why = "The stairs are there." },
]
"#,
    check: Check::Bank { look: check, times: 40 },
};

fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    if judged(whole).is_none() {
        return vec![];
    }
    whole
        .measures
        .cues
        .iter()
        .filter(|cue| cue.gives_away())
        .map(|cue| {
            let message = format!(
                "taking {} is right in {:.1} % of the questions, {:.1} points over chance (z {:.1})",
                cue.summary,
                100.0 * cue.rate,
                cue.excess(),
                cue.z
            );
            problem(&RULE, message).help(format!("begin with {}", cue.worst.join(", ")))
        })
        .collect()
}
