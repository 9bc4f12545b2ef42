//! The exams of a log that were handed in, and which of their answers count.
//!
//! [`standing_choices`] is the one rule for the latter; `exam/sitting.rs` uses it, too. The scores here cover every
//! question of the plan; the result on the screen (`exam/outcome.rs`) covers those that are still in the bank.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Body, Event};
use super::plan::{ExamPlan, SittingPlan};
use super::score::{ExamScore, ItemScore};
use super::terms::HandInReason;
use super::time::Millis;

/// One exam that was handed in, computed from the log alone: no later change to a bank affects it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PastExam<'e> {
    /// The id of its start event.
    pub(crate) start: &'e str,
    pub(crate) plan: &'e ExamPlan,
    pub(crate) began: Millis,
    pub(crate) handed_in: Millis,
    pub(crate) reason: HandInReason,
    pub(crate) score: ExamScore,
}

/// An exam of fewer questions is a try-out: it is in the list, but neither the best nor the last.
const FEWEST_QUESTIONS: usize = 10;

impl PastExam<'_> {
    /// Whether it has enough questions to say how a person stands.
    pub(crate) fn is_telling(&self) -> bool {
        self.score.asked >= FEWEST_QUESTIONS
    }
}

/// The choices of one exam that its hand-in lists as standing, by item number. The last one for an item counts.
pub(crate) fn standing_choices<'e>(
    stands: &[String],
    choices: impl IntoIterator<Item = &'e Event>,
) -> BTreeMap<usize, &'e Event> {
    let stands: BTreeSet<&str> = stands.iter().map(String::as_str).collect();
    let mut standing = BTreeMap::new();
    for event in choices {
        if let Body::Choose(choice) = &event.body
            && !choice.chosen.is_empty()
            && stands.contains(event.id.as_str())
        {
            standing.insert(choice.item, event);
        }
    }
    standing
}

/// A hand-in with the choices that it lists.
type HandIn<'e> = (&'e Event, BTreeMap<usize, &'e Event>);

/// The hand-ins in the order of the log. If two machines handed in the same exam, the first one counts.
fn hand_ins<'e>(log: &[&'e Event]) -> Vec<HandIn<'e>> {
    let mut choices: BTreeMap<Option<&str>, Vec<&Event>> = BTreeMap::new();
    for event in log.iter().filter(|event| matches!(event.body, Body::Choose(_))) {
        choices.entry(event.sitting.as_deref()).or_default().push(event);
    }
    let mut seen = BTreeSet::new();
    let mut found = vec![];
    for event in log {
        let sitting = event.sitting.as_deref();
        if let Body::HandIn { stands, .. } = &event.body
            && seen.insert(sitting)
        {
            let choices = choices.get(&sitting).into_iter().flatten().copied();
            found.push((*event, standing_choices(stands, choices)));
        }
    }
    found
}

/// The ids of the choices that count as answers.
pub(super) fn choices_that_count<'e>(log: &[&'e Event]) -> BTreeSet<&'e str> {
    hand_ins(log).into_iter().flat_map(|(_, choices)| choices.into_values()).map(|e| e.id.as_str()).collect()
}

/// The exams that were handed in, oldest first; people see an exam's index plus one as its number. Exams before a reset
/// of all progress do not count, and neither does one without any answer.
pub(crate) fn past_exams(events: &[Event]) -> Vec<PastExam<'_>> {
    let log: Vec<&Event> = events.iter().collect();
    // The events before the last reset of all progress.
    let reset = log.iter().rposition(|event| event.body == (Body::Reset { topic: None }));
    let before =
        log.iter().take(reset.unwrap_or(0)).filter(|event| matches!(event.body, Body::HandIn { .. }));
    let forgotten: BTreeSet<&str> = before.map(|event| event.id.as_str()).collect();
    let starts: BTreeMap<&str, (&Event, &ExamPlan)> = log
        .iter()
        .filter_map(|event| match &event.body {
            Body::Start { plan: SittingPlan::Exam(plan) } => Some((event.id.as_str(), (*event, plan))),
            _ => None,
        })
        .collect();
    // What was answered when it was asked again after an exam, and whether it was right.
    let mut again: BTreeMap<&str, BTreeSet<(usize, bool)>> = BTreeMap::new();
    for event in &log {
        if let (Body::Answer(answer), Some(sitting)) = (&event.body, event.sitting.as_deref())
            && starts.contains_key(sitting)
        {
            again.entry(sitting).or_default().insert((answer.item, answer.correct));
        }
    }
    let mut exams = vec![];
    for (event, choices) in hand_ins(&log) {
        let start = event.sitting.as_deref().and_then(|id| starts.get(id));
        let (Body::HandIn { reason, .. }, Some((start, plan))) = (&event.body, start) else { continue };
        let is_blank = choices.is_empty() && !again.contains_key(start.id.as_str());
        if forgotten.contains(event.id.as_str()) || is_blank {
            continue;
        }
        let item = |number: usize| ItemScore {
            number,
            answered: choices.contains_key(&number),
            correct: choices.get(&number).is_some_and(|choice| is_right(choice)),
            reviewed: again.get(start.id.as_str()).is_some_and(|again| again.contains(&(number, true))),
        };
        exams.push(PastExam {
            start: &start.id,
            plan,
            began: start.at,
            handed_in: event.at,
            reason: *reason,
            score: plan.terms.score(&(0..plan.items.len()).map(item).collect::<Vec<_>>()),
        });
    }
    exams
}

fn is_right(choice: &Event) -> bool {
    matches!(&choice.body, Body::Choose(answer) if answer.correct)
}
