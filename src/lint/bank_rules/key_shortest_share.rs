//! Too many keys are the shortest option.

use super::{Check, Rule, Whole, key_longest_share};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    name: "key-shortest-share",
    summary: "the answer is the shortest option more often than chance allows",
    why: "Where answers were cut so that they are never the longest, the shortest becomes the one to take.",
    severity: Severity::Warning,
    bad: r#"
stem = "What is locker {n} in the hall for?"
answer = "Coats of staff"
distractors = [
  { text = "Bikes of the neighbors", why = "Bikes have racks." },
  { text = "Fuel for the generator", why = "Fuel is kept outside." },
  { text = "Mail for the tenants", why = "Mail has its own room." },
]
"#,
    good: key_longest_share::RULE.good,
    check: Check::Bank { look: check, times: 40 },
};

fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    key_longest_share::judge(whole, &RULE, &whole.measures.key_shortest, "shortest", false)
}
