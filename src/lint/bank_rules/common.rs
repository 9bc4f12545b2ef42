//! What several rules about a bank need.

use std::collections::BTreeMap;

use super::super::measures::FEWEST;
use super::super::rule::{Rule, Whole};
use crate::bank::{Bank, Objective, Topic};
use crate::diagnostic::Diagnostic;

/// How many questions with one key there are, where they are enough for a statistic.
pub(super) fn judged(whole: &Whole<'_>) -> Option<usize> {
    Some(whole.measures.judged).filter(|&n| n >= FEWEST)
}

pub(super) fn problem(rule: &Rule, message: String) -> Diagnostic {
    Diagnostic::new(rule.severity, rule.name, message)
}

/// Objectives with the number of their questions.
pub(super) fn coverage(bank: &Bank) -> Vec<(&Topic, &Objective, usize)> {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for question in bank.questions() {
        *counts.entry((&question.topic, &question.objective)).or_default() += 1;
    }
    let of = |topic: &str, objective: &str| counts.get(&(topic, objective)).copied().unwrap_or(0);
    let topics = bank.topics().iter();
    topics
        .flat_map(|topic| topic.objectives.iter().map(move |objective| (topic, objective)))
        .map(|(topic, objective)| (topic, objective, of(&topic.id, &objective.id)))
        .collect()
}

/// Questions by their ids, and no more than a few of many.
pub(super) fn named(bank: &Bank, questions: &[usize]) -> String {
    const MOST: usize = 5;
    let ids: Vec<String> =
        questions.iter().take(MOST).map(|&number| format!("`{}`", bank.questions()[number].id)).collect();
    match (questions.len().saturating_sub(MOST), ids.split_last()) {
        (0, Some((last, []))) => last.clone(),
        (0, Some((last, rest))) => format!("{} and {last}", rest.join(", ")),
        (more, _) => format!("{} and {more} more", ids.join(", ")),
    }
}
