//! How a learner stands in one topic: its objectives, what was missed, what is due.

use std::cmp::Reverse;

use crate::bank::{Objective, Question, Topic};
use crate::progress::{Attempt, History, Knowledge, Millis, Misconception, Standing, TopicStatistics};

/// Seen questions whose probability of recall has fallen below this are due.
const DUE_BELOW: f64 = 0.9;

pub(crate) struct TopicReport<'b> {
    pub(crate) topic: &'b Topic,
    pub(crate) statistics: TopicStatistics,
    pub(crate) objectives: Vec<ObjectiveFigures<'b>>,
    /// The questions whose last answer is wrong, newest first, with the options that were chosen.
    pub(crate) missed: Vec<(&'b Question, Vec<String>)>,
    pub(crate) misconceptions: Vec<Misconception<'b>>,
    pub(crate) lucky: Vec<&'b Question>,
    /// The questions that are due, the one that is most likely forgotten first.
    pub(crate) due: Vec<&'b Question>,
}

/// The figures of one objective.
pub(crate) struct ObjectiveFigures<'b> {
    pub(crate) objective: &'b Objective,
    pub(crate) questions: usize,
    pub(crate) seen: usize,
    pub(crate) right_now: usize,
    pub(crate) answers: usize,
    pub(crate) due: usize,
    /// How likely a question of it would be answered right now.
    pub(crate) chance: f64,
}

impl<'b> TopicReport<'b> {
    /// `knowledge` is of all questions; of the misconceptions and lucky guesses those of the topic are kept.
    pub(crate) fn new(
        topic: &'b Topic,
        statistics: TopicStatistics,
        history: &History,
        knowledge: &Knowledge<'b>,
        doubtful: (&[Misconception<'b>], &[&'b Question]),
        now: Millis,
    ) -> Self {
        let known: Vec<_> =
            knowledge.questions().iter().filter(|known| known.question.topic == topic.id).collect();
        let recall = |known: &crate::progress::Known<'b>| known.last.map(|last| last.remembered.recall(now));
        let is_due =
            |known: &crate::progress::Known<'b>| recall(known).is_some_and(|recall| recall < DUE_BELOW);
        let figures = |objective: &'b Objective| {
            let own: Vec<_> = known.iter().filter(|known| known.question.objective == objective.id).collect();
            let chances: f64 = own.iter().map(|known| knowledge.chance(known, now)).sum();
            ObjectiveFigures {
                objective,
                questions: own.len(),
                seen: own.iter().filter(|known| known.last.is_some()).count(),
                right_now: own
                    .iter()
                    .filter(|known| history.standing(known.question) == Standing::Right)
                    .count(),
                answers: own.iter().map(|known| known.answers).sum(),
                due: own.iter().filter(|known| is_due(known)).count(),
                chance: chances / own.len().max(1) as f64,
            }
        };
        let mut missed: Vec<(&Question, Attempt)> = known
            .iter()
            .filter_map(|known| {
                let last = history.attempts(known.question).next_back()?;
                (!last.correct).then_some((known.question, last))
            })
            .collect();
        missed.sort_by_key(|(_, attempt)| Reverse(attempt.place));
        let mut due: Vec<(f64, &Question)> = known
            .iter()
            .filter(|known| is_due(known))
            .filter_map(|known| Some((recall(known)?, known.question)))
            .collect();
        due.sort_by(|a, b| a.0.total_cmp(&b.0));
        Self {
            topic,
            statistics,
            objectives: topic.objectives.iter().map(figures).filter(|one| one.questions > 0).collect(),
            missed: missed
                .into_iter()
                .map(|(question, last)| (question, history.chosen(&last).to_vec()))
                .collect(),
            misconceptions: doubtful.0.iter().filter(|one| one.question.topic == topic.id).copied().collect(),
            lucky: doubtful.1.iter().filter(|question| question.topic == topic.id).copied().collect(),
            due: due.into_iter().map(|(_, question)| question).collect(),
        }
    }
}
