//! An objective that nothing asks about.

use super::{Check, Rule, Whole, coverage, problem};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    name: "objective-without-question",
    summary: "an objective has no question",
    why: "What is promised and not asked is not learned, and the progress shown for the topic is not true.",
    severity: Severity::Error,
    bad: r#"
[[objective]]
id = "keys"
text = "Keep a register of keys"

[[question]]
objective = "one"
stem = "What opens the staff gate?"
answer = "A valid staff badge"
distractors = [
  { text = "A friendly word", why = "Words open no gate." },
  { text = "A parking ticket", why = "It is for cars of guests." },
]
"#,
    good: r#"
[[objective]]
id = "keys"
text = "Keep a register of keys"

[[question]]
objective = "one"
stem = "What opens the staff gate?"
answer = "A valid staff badge"
distractors = [
  { text = "A friendly word", why = "Words open no gate." },
  { text = "A parking ticket", why = "It is for cars of guests." },
]

[[question]]
objective = "keys"
stem = "What is written beside a key in the register?"
answer = "Who took it and when"
distractors = [
  { text = "Who made it and where", why = "Makers do not matter later." },
  { text = "What it cost and why", why = "Costs are for accounts." },
]
"#,
    check: Check::Bank { look: check, times: 1 },
};

fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    coverage(&whole.joined.bank)
        .into_iter()
        .filter(|(_, _, questions)| *questions == 0)
        .map(|(topic, objective, _)| {
            let message = format!("the objective `{}` of `{}` has no question", objective.id, topic.id);
            let mut problem =
                problem(&RULE, message).help("write three questions for it, or take the objective out");
            problem.place = whole.joined.place_of_objective(&topic.id, &objective.id);
            problem
        })
        .collect()
}
