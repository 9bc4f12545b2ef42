//! `allow = ["rule: reason"]`: silences a rule for one question, and is itself looked after.

use super::rule::{Check, Rule};
use crate::bank::Field;
use crate::bank_file::Joined;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::words::nearest;

const UNUSED: Rule = Rule {
    name: "unused-allow",
    summary: "an `allow` that silences nothing",
    why: "An exception outlives its reason: the text was mended, and the next real finding of this rule would be \
          hidden.",
    severity: Severity::Note,
    bad: r#"
stem = "Who may open the medicine cabinet of a first-aid room?"
answer = "The first-aider who is on duty"
distractors = [
  { text = "The guest who asks for a pill", why = "Handing out medicine is not open to guests." },
  { text = "The guard who holds the keys", why = "Keys give access, not the right to treat." },
  { text = "The cleaner who fills it up", why = "Filling up is done under supervision." },
]
allow = ["key-longest: the words of the house rules"]
"#,
    good: r#"
stem = "Who may open the medicine cabinet of a first-aid room?"
answer = "The first-aider who is on duty"
distractors = [
  { text = "The guest who asks for a pill", why = "Handing out medicine is not open to guests." },
  { text = "The guard who holds the keys", why = "Keys give access, not the right to treat." },
  { text = "The cleaner who fills it up", why = "Filling up is done under supervision." },
]
"#,
    check: Check::Allow,
};

const UNKNOWN: Rule = Rule {
    name: "unknown-allow",
    summary: "an `allow` that names no rule",
    why: "It silences nothing, though its author believes that it does.",
    severity: Severity::Note,
    bad: r#"
stem = "Who may open the medicine cabinet of a first-aid room?"
answer = "The first-aider who is on duty"
distractors = [
  { text = "The guest who asks for a pill", why = "Handing out medicine is not open to guests." },
  { text = "The guard who holds the keys", why = "Keys give access, not the right to treat." },
  { text = "The cleaner who fills it up", why = "Filling up is done under supervision." },
]
allow = ["longest-key: the words of the house rules"]
"#,
    good: UNUSED.good,
    check: Check::Allow,
};

/// The rules about `allow` itself.
pub(super) const RULES: &[Rule] = &[UNUSED, UNKNOWN];

/// Which entry of which question silences what, and which were of use.
pub(super) struct Allowed<'a> {
    joined: &'a Joined,
    used: Vec<Vec<bool>>,
}

impl<'a> Allowed<'a> {
    pub(super) fn new(joined: &'a Joined) -> Self {
        Self {
            joined,
            used: joined.bank.questions().iter().map(|question| vec![false; question.allow.len()]).collect(),
        }
    }

    /// Whether one of the questions allows the rule. What is between two questions, either may allow.
    pub(super) fn silences(&mut self, rule: &str, questions: &[usize]) -> bool {
        let mut silenced = false;
        for &question in questions {
            for (at, allow) in self.joined.bank.questions()[question].allow.iter().enumerate() {
                if allow.rule == rule {
                    self.used[question][at] = true;
                    silenced = true;
                }
            }
        }
        silenced
    }

    /// A note for each entry that silenced nothing, though its rule was looked at; `names` are those of all rules.
    pub(super) fn leftovers<N: Iterator<Item = &'static str>>(
        self,
        names: impl Fn() -> N,
        looked_at: impl Fn(&str) -> bool,
    ) -> Vec<Diagnostic> {
        let mut problems = vec![];
        let questions = self.joined.bank.questions().iter();
        for ((number, question), used) in questions.enumerate().zip(self.used) {
            for (at, allow) in question.allow.iter().enumerate().filter(|(at, _)| !used[*at]) {
                if !looked_at(&allow.rule) {
                    continue;
                }
                // Where the reader refused an entry, those that are left do not stand in line with the spans.
                let places = &self.joined.places[number];
                let in_line = places.spans.allow.len() == question.allow.len();
                let place = match places.spans.allow.get(at) {
                    Some(span) if in_line => Place::new(&places.source, span.clone()),
                    _ => places.place(Field::Whole),
                };
                let problem = if names().any(|name| name == allow.rule) {
                    let message = format!("`allow` for `{}` silences nothing here", allow.rule);
                    Diagnostic::new(UNUSED.severity, UNUSED.name, message).help("take it out")
                } else {
                    let near = nearest(&allow.rule, names());
                    let help = match near.as_slice() {
                        [] => String::from("`guardprep check --list` names the rules"),
                        near => format!(
                            "did you mean {}?",
                            near.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(" or ")
                        ),
                    };
                    let message = format!("there is no rule `{}` to allow", allow.rule);
                    Diagnostic::new(UNKNOWN.severity, UNKNOWN.name, message).help(help)
                };
                problems.push(problem.at(place).question(question.id.clone()));
            }
        }
        problems
    }
}
