//! What can be read but is bad: the rules of good questions and good banks.
//!
//! A rule is a `const` value in a file of its own, listed in one slice ([`RULES`]). A question rule sees one question,
//! a bank rule the whole. The reader's own problems are listed beside them (in `reader`), so that
//! `check --list` and `check --explain` know every name that `check` can print. Numbers about a whole bank are in
//! [`Report`].

mod allow;
mod bank_rules;
mod cues;
mod explain;
mod lexicon;
mod prose;
mod reader;
mod report;
mod rules;
mod similar;
mod stem;

#[cfg(test)]
mod tests;

use crate::bank::{Field, Question};
use crate::bank_file::Joined;
use crate::diagnostic::{Diagnostic, Severity};

pub(crate) use explain::{explain, list};
pub(crate) use report::Report;
pub(crate) use rules::RULES;

/// One rule: what it is called, why it is there, and how it is checked.
pub(crate) struct Rule {
    /// Unique, kebab-case; what `allow` and `--explain` take.
    pub(crate) name: &'static str,
    /// What is wrong, in one line.
    pub(crate) summary: &'static str,
    /// Why that is bad for the person who is asked.
    pub(crate) why: &'static str,
    pub(crate) severity: Severity,
    /// What breaks this rule and no other: a question or more, shown by `--explain` and run by the tests, which
    /// add the keys that are left out.
    pub(crate) bad: &'static str,
    /// The same, mended.
    pub(crate) good: &'static str,
    check: Check,
}

/// How a rule looks.
enum Check {
    Question(fn(&Question) -> Vec<Finding>),
    /// A statistic needs a bank of some size: its examples stand for `times` questions of their sort.
    Bank {
        look: fn(&Joined) -> Vec<Found>,
        times: usize,
    },
    /// About `allow` itself: it is known after all other rules were run.
    Allow,
}

/// A breach of a question rule.
struct Finding {
    message: String,
    at: Field,
    label: String,
    related: Vec<(Field, String)>,
    help: Option<String>,
}

impl Finding {
    fn new(at: Field, message: impl Into<String>) -> Self {
        Self { message: message.into(), at, label: String::new(), related: vec![], help: None }
    }

    fn and(mut self, at: Field, label: impl Into<String>) -> Self {
        self.related.push((at, label.into()));
        self
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// A breach of a bank rule, with the numbers (in the bank) of the questions that could allow it.
struct Found {
    problem: Diagnostic,
    questions: Vec<usize>,
}

impl Found {
    fn of_bank(problem: Diagnostic) -> Self {
        Self { problem, questions: vec![] }
    }
}

/// Everything that the rules find in a bank, question by question, then what is true of the whole. The reader's
/// problems are not repeated.
pub(crate) fn lint(joined: &Joined) -> Vec<Diagnostic> {
    let mut allowed = allow::Allowed::new(joined);
    let mut problems = vec![];
    for (number, loaded) in joined.loaded.iter().enumerate() {
        for rule in RULES {
            let Check::Question(look) = rule.check else { continue };
            for finding in look(&loaded.item) {
                if allowed.silences(rule.name, &[number]) {
                    continue;
                }
                let mut problem = Diagnostic::new(rule.severity, rule.name, finding.message)
                    .at(loaded.place(finding.at))
                    .label(finding.label)
                    .question(loaded.item.id.clone());
                for (field, label) in finding.related {
                    problem = problem.related(loaded.place(field), label);
                }
                problem.help = finding.help;
                problems.push(problem);
            }
        }
    }
    // A question that could not be read is missing from every statistic: they wait until it is mended.
    let whole = !joined.problems.iter().any(Diagnostic::is_error);
    for rule in RULES.iter().filter(|_| whole) {
        let Check::Bank { look, .. } = rule.check else { continue };
        for found in look(joined) {
            if !allowed.silences(rule.name, &found.questions) {
                problems.push(found.problem);
            }
        }
    }
    problems.extend(allowed.leftovers());
    problems
}

/// The place of an option by its number: keys first.
fn option_field(question: &Question, index: usize) -> Field {
    match index.checked_sub(question.keys.len()) {
        None => Field::Key(index),
        Some(at) => Field::Distractor(at),
    }
}
