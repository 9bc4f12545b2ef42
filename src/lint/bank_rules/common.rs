//! What several rules about a bank need.

use super::super::cues::with_one_key;
use super::super::measures::FEWEST;
use super::super::rule::Rule;
use crate::bank::{Bank, Objective, Topic};
use crate::bank_file::Joined;
use crate::diagnostic::{Diagnostic, Place};

/// How many questions with one key there are, where they are enough for a statistic.
pub(super) fn judged(bank: &Bank) -> Option<usize> {
    Some(with_one_key(bank).count()).filter(|&n| n >= FEWEST)
}

pub(super) fn problem(rule: &Rule, message: String) -> Diagnostic {
    Diagnostic::new(rule.severity, rule.name, message)
}

/// Objectives with the number of their questions.
pub(super) fn coverage(bank: &Bank) -> impl Iterator<Item = (&Topic, &Objective, usize)> {
    bank.topics().iter().flat_map(move |topic| {
        topic.objectives.iter().map(move |objective| {
            let covering = bank.questions_of(&topic.id).filter(|question| question.objective == objective.id);
            (topic, objective, covering.count())
        })
    })
}

/// Where an objective is declared: its quoted id after an `[[objective]]` in the file of its topic's questions.
pub(super) fn place_of_objective(joined: &Joined, topic: &Topic, objective: &Objective) -> Option<Place> {
    let loaded = joined.loaded.iter().find(|loaded| loaded.item.topic == topic.id)?;
    let text = &loaded.source.text;
    let quoted = format!("\"{}\"", objective.id);
    let from = text.find("[[objective]]")?;
    let at = from + text[from..].find(&quoted)?;
    Some(Place::new(&loaded.source, at..at + quoted.len()))
}

/// Questions by their ids, and no more than a few of many.
pub(super) fn named(joined: &Joined, questions: &[usize]) -> String {
    const MOST: usize = 5;
    let ids: Vec<String> =
        questions.iter().take(MOST).map(|&number| format!("`{}`", joined.loaded[number].item.id)).collect();
    match (questions.len().saturating_sub(MOST), ids.split_last()) {
        (0, Some((last, []))) => last.clone(),
        (0, Some((last, rest))) => format!("{} and {last}", rest.join(", ")),
        (more, _) => format!("{} and {more} more", ids.join(", ")),
    }
}
