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
mod lookup;
mod measures;
mod mixed;
mod options;
mod prose;
mod reader;
mod rule;
mod rules;
mod shown;
mod similar;
mod stem;
mod texts;
mod vocabulary;
mod word_balance;

#[cfg(test)]
mod tests;

use crate::analysis::Statistics;
use crate::bank_file::Joined;
use crate::diagnostic::Diagnostic;
use crate::parallel;
use all::all;
use rule::{Check, Told, Whole};
use texts::{QuestionTexts, Texts};

pub(crate) use explain::{explain, list};
pub(crate) use measures::{BankMeasures, FEWEST, Share, percent};
pub(crate) use word_balance::{Balance, FEWEST_OPTIONS};

/// What `check` says of a bank.
#[derive(Debug)]
pub(crate) struct Findings {
    pub(crate) problems: Vec<Diagnostic>,
    pub(crate) measures: BankMeasures,
}

/// Everything that the rules find in a bank, and what classes showed: question by question, then about the whole. Problems that were found while
/// reading are not repeated.
pub(crate) fn lint(joined: &Joined, statistics: Option<&Statistics>) -> Findings {
    let texts = Texts::of(joined.bank.questions());
    let numbers: Vec<usize> = (0..joined.bank.questions().len()).collect();
    let (found, measures) = parallel::both(
        || parallel::each(&numbers, |&number| of_question(joined, texts.question(number), number)),
        || BankMeasures::of(&texts),
    );
    let mut allowed = allow::Allowed::new(joined);
    let mut problems: Vec<Diagnostic> = vec![];
    for (number, found) in found.into_iter().enumerate() {
        problems.extend(found.into_iter().filter(|problem| !allowed.silences(problem.rule, &[number])));
    }
    if let Some(statistics) = statistics {
        for (number, problem) in shown::findings(joined, statistics) {
            problems.extend(Some(problem).filter(|problem| !allowed.silences(problem.rule, &[number])));
        }
    }
    let whole = Whole { joined, texts: &texts, measures: &measures };
    // A question that could not be read is missing from every statistic, so these rules only run if there is none.
    let is_whole = !joined.problems.iter().any(Diagnostic::is_error);
    let rules = if is_whole { bank_rules::RULES } else { &[] };
    let told = parallel::each(rules, |rule| -> Told<'_> {
        match rule.check {
            Check::Bank { look, .. } => {
                let found = look(&whole);
                Box::new(|_| found)
            }
            Check::Pairs(look) => look(&whole),
            Check::Question(_) | Check::Allow => Box::new(|_| vec![]),
        }
    });
    for (rule, told) in rules.iter().zip(told) {
        problems.extend(told(&mut |questions| allowed.silences(rule.name, questions)));
    }
    let names = || all().map(|rule| rule.name).chain(shown::NAMES);
    // What classes showed can be allowed, and is not looked at without their statistics.
    let looked_at = |name: &str| statistics.is_some() || !shown::NAMES.contains(&name);
    problems.extend(allowed.leftovers(names, looked_at));
    Findings { problems, measures }
}

/// What the rules find in one question, whether it allows it or not.
fn of_question(joined: &Joined, texts: QuestionTexts<'_>, number: usize) -> Vec<Diagnostic> {
    let mut problems = vec![];
    for rule in rules::RULES {
        let Check::Question(look) = rule.check else { continue };
        for finding in look(texts) {
            let mut problem = Diagnostic::new(rule.severity, rule.name, finding.message)
                .at(joined.place(number, finding.at))
                .label(finding.label)
                .question(texts.question.id.clone());
            for (field, label) in finding.related {
                problem = problem.related(joined.place(number, field), label);
            }
            problem.help = finding.help;
            problems.push(problem);
        }
    }
    problems
}
