//! Keys that are longer, or shorter, than their distractors on the whole.

use super::{Check, Rule, Whole, judged, key_longest_share, problem};
use crate::diagnostic::{Diagnostic, Severity};

/// About 11 % longer or shorter.
const MOST: f64 = 0.15;

pub(super) const RULE: Rule = Rule {
    name: "length-ratio",
    summary: "answers are on the whole longer, or shorter, than distractors",
    why: "Length that leans to one side is a clue even where no single question shows it.",
    severity: Severity::Warning,
    bad: key_longest_share::RULE.bad,
    good: key_longest_share::RULE.good,
    check: Check::Bank { look: check, times: 40 },
};

fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    let ratio = whole.measures.length_ratio;
    if judged(whole).is_none() || ratio.abs() <= MOST {
        return vec![];
    }
    let message = format!(
        "answers are on the whole {:.2} times as long as their distractors (log2 {ratio:+.2}; 0 is even)",
        ratio.exp2()
    );
    let help = if ratio > 0.0 {
        "shorten answers, or give distractors as much detail"
    } else {
        "shorten distractors, or say answers as fully"
    };
    vec![(problem(&RULE, message).help(help))]
}
