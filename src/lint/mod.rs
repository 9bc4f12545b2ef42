//! The rules of `check`: questions and banks that can be read but are bad.
//!
//! A rule is a `const` in its own file, listed in the slice of its folder: [`rules`] look at one question,
//! [`bank_rules`] at the whole bank. `reader` lists the problems that reading a file can find, so that `check --list`
//! and `check --explain` know every name that `check` can print. Numbers about a whole bank are in [`BankMeasures`].

mod all;
mod allow;
mod bank_rules;
mod cues;
mod elsewhere;
mod explain;
mod letters;
mod lexicon;
mod measures;
mod options;
mod prose;
mod reader;
mod rule;
mod rules;
mod similar;
mod stem;
mod word_balance;

#[cfg(test)]
mod tests;

use crate::bank_file::Joined;
use crate::diagnostic::Diagnostic;
use all::all;
use rule::Check;

pub(crate) use explain::{explain, list};
pub(crate) use measures::{BankMeasures, FEWEST, Share, percent};
pub(crate) use word_balance::{Balance, FEWEST_OPTIONS};

/// Everything that the rules find in a bank: question by question, then about the whole. Problems that were found while
/// reading are not repeated.
pub(crate) fn lint(joined: &Joined) -> Vec<Diagnostic> {
    let mut allowed = allow::Allowed::new(joined);
    let mut problems = vec![];
    for (number, loaded) in joined.loaded.iter().enumerate() {
        for rule in rules::RULES {
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
    // A question that could not be read is missing from every statistic, so these rules only run if there is none.
    let whole = !joined.problems.iter().any(Diagnostic::is_error);
    for rule in bank_rules::RULES.iter().filter(|_| whole) {
        match rule.check {
            Check::Bank { look, .. } => problems.extend(look(joined)),
            Check::Pairs(look) => {
                problems.extend(look(joined, &mut |questions| allowed.silences(rule.name, questions)));
            }
            Check::Question(_) | Check::Allow => {}
        }
    }
    problems.extend(allowed.leftovers(|| all().map(|rule| rule.name)));
    problems
}
