//! Too many keys are the longest option.

use super::super::measures::{Share, percent};
use super::{Check, Rule, Whole, judged, problem};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    name: "key-longest-share",
    summary: "the answer is the longest option more often than chance allows (an error from 15 points on)",
    why: "Each of these questions may be sound; together they teach that the longest option is right.",
    severity: Severity::Warning,
    bad: r#"
stem = "What is locker {n} in the hall for?"
answer = "Coats and umbrellas of staff"
distractors = [
  { text = "Bikes of the neighbors", why = "Bikes have racks." },
  { text = "Fuel for the generator", why = "Fuel is kept outside." },
  { text = "Mail for the tenants", why = "Mail has its own room." },
]
"#,
    good: r#"
stem = "What is locker {n} in the hall for?"
answer = "Coats of all the staff"
distractors = [
  { text = "Bikes of the neighbors", why = "Bikes have racks." },
  { text = "Fuel for the generator", why = "Fuel is kept outside." },
  { text = "Mail for the tenants", why = "Mail has its own room." },
]
"#,
    check: Check::Bank { look: check, times: 40 },
};

fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    judge(whole, &RULE, &whole.measures.key_longest, "longest", true)
}

/// Judges a share of keys that stand out by length: above twice the standard error and five points over chance.
pub(super) fn judge(
    whole: &Whole<'_>,
    rule: &Rule,
    share: &Share,
    what: &str,
    may_refuse: bool,
) -> Vec<Diagnostic> {
    let Some(n) = judged(whole) else { return vec![] };
    let (found, chance) = (percent(share.count, n), 100.0 * share.expected / n as f64);
    if (share.count as f64) <= share.expected + 2.0 * share.error || found <= chance + 5.0 {
        return vec![];
    }
    let message = format!(
        "the answer is the {what} option in {} of {n} questions ({found:.1} %; by chance {chance:.1} %)",
        share.count
    );
    let mut problem = problem(rule, message).help(format!("begin with {}", share.worst.join(", ")));
    if may_refuse && found > chance + 15.0 {
        problem.severity = Severity::Error;
    }
    vec![(problem)]
}
