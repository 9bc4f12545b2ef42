//! What the class knows: answers by topic and by objective.

use std::collections::BTreeMap;

use super::figures::ItemFigures;
use super::responses::Item;

/// What answers are put together by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    Topic,
    Objective,
}

/// How a class answered the questions of one topic or objective.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Knowledge {
    /// The id of the topic, and of the objective where it is about one.
    pub(crate) topic: String,
    pub(crate) objective: String,
    pub(crate) questions: usize,
    pub(crate) answers: usize,
    pub(crate) right: usize,
}

/// The weakest first. Items that the banks do not know belong to nothing.
pub(super) fn knowledge(items: &[Item], figures: &[ItemFigures], by: Subject) -> Vec<Knowledge> {
    let mut found: BTreeMap<(&str, &str), Knowledge> = BTreeMap::new();
    for (item, figures) in items.iter().zip(figures).filter(|(item, _)| item.known) {
        let objective = if by == Subject::Objective { item.objective.as_str() } else { "" };
        let known = found.entry((&item.topic, objective)).or_insert_with(|| Knowledge {
            topic: item.topic.clone(),
            objective: objective.to_owned(),
            ..Knowledge::default()
        });
        known.questions += 1;
        known.answers += figures.asked;
        known.right += figures.right;
    }
    let mut found: Vec<Knowledge> = found.into_values().filter(|known| known.answers > 0).collect();
    // Compared by cross-multiplication: exact.
    found.sort_by(|a, b| (a.right * b.answers).cmp(&(b.right * a.answers)));
    found
}
