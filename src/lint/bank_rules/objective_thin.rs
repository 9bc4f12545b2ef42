//! An objective with one or two questions.

use super::{Check, Rule, Whole, coverage, objective_without_question, problem};
use crate::diagnostic::{Diagnostic, Severity};
use crate::words::counted;

const FEWEST_QUESTIONS: usize = 3;

pub(super) const RULE: Rule = Rule {
    name: "objective-thin",
    summary: "an objective has fewer than three questions",
    why: "One question can be known by heart or guessed. Three show whether the objective was reached.",
    severity: Severity::Warning,
    bad: objective_without_question::RULE.good,
    good: r#"
[[question]]
stem = "What opens the staff gate?"
answer = "A valid staff badge"
distractors = [
  { text = "A friendly word", why = "Words open no gate." },
  { text = "A parking ticket", why = "It is for cars of guests." },
]

[[question]]
stem = "What is written beside a key in the register?"
answer = "Who took it and when"
distractors = [
  { text = "Who made it and where", why = "Makers do not matter later." },
  { text = "What it cost and why", why = "Costs are for accounts." },
]

[[question]]
stem = "Where does a found purse go?"
answer = "Into the lost property box"
distractors = [
  { text = "Onto the desk in the lobby", why = "Anyone could take it." },
  { text = "Into the bag of a colleague", why = "Custody would be unclear." },
]
"#,
    check: Check::Bank { look: check, times: 1 },
};

fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    coverage(&whole.joined.bank)
        .into_iter()
        .filter(|(_, _, questions)| (1..FEWEST_QUESTIONS).contains(questions))
        .map(|(topic, objective, questions)| {
            let questions = counted(questions, "question");
            let message = format!("the objective `{}` of `{}` has {questions}", objective.id, topic.id);
            let mut problem = problem(&RULE, message).help(format!("write {FEWEST_QUESTIONS} or more"));
            problem.place = whole.joined.place_of_objective(&topic.id, &objective.id);
            problem
        })
        .collect()
}
