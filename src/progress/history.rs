//! The answers that count, by question.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Body, Event};
use super::last_sitting::{Counted, LastSitting, last_sitting};
use super::past_exams::choices_that_count;
use super::time::Millis;
use crate::bank::{Bank, Fingerprint, Question};

/// One answer that counts: not taken back, not before a reset, and in an exam handed in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Attempt {
    pub(crate) at: Millis,
    pub(crate) correct: bool,
    /// Said to be a guess. It is as right or wrong as it was; only the memory model does not believe it.
    pub(crate) guessed: bool,
    /// The texts of the chosen options.
    pub(crate) chosen: Vec<String>,
    /// How long it took, in milliseconds.
    pub(crate) took: u64,
    pub(crate) topic: String,
    /// The right answer at that time.
    pub(crate) key: Option<Fingerprint>,
    /// The id of its sitting, if it was given in one.
    pub(crate) sitting: Option<String>,
    /// The id of its event.
    pub(crate) event: String,
    /// Its place in the log.
    pub(crate) place: usize,
}

/// Everything that a log says about questions.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct History {
    /// By question id, oldest first.
    attempts: BTreeMap<String, Vec<Attempt>>,
    flagged: BTreeMap<String, String>,
    last: Option<LastSitting>,
}

/// How well a learner knows a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    New,
    /// Answered, but the right answer in the bank has changed since: it counts as not seen.
    Changed,
    Right,
    Wrong,
}

impl History {
    /// Computes the history from events in the order of the log.
    pub(crate) fn derive<'e>(events: impl IntoIterator<Item = &'e Event>) -> Self {
        let events: Vec<&Event> = events.into_iter().collect();
        let undone: BTreeSet<&str> = events
            .iter()
            .filter_map(|event| match &event.body {
                Body::Undo { target } => Some(target.as_str()),
                _ => None,
            })
            .collect();
        let guesses: BTreeMap<&str, bool> = events
            .iter()
            .filter_map(|event| match &event.body {
                Body::Guess { target, on } => Some((target.as_str(), *on)),
                _ => None,
            })
            .collect();
        let choices = choices_that_count(&events);
        let mut history = Self::default();
        for (place, event) in events.iter().enumerate() {
            match &event.body {
                Body::Answer(answer) | Body::Choose(answer)
                    if !undone.contains(event.id.as_str())
                        && (matches!(event.body, Body::Answer(_)) || choices.contains(event.id.as_str())) =>
                {
                    let attempt = Attempt {
                        at: event.at,
                        correct: answer.correct,
                        guessed: guesses.get(event.id.as_str()).copied().unwrap_or(false),
                        chosen: answer.chosen.clone(),
                        took: answer.took,
                        topic: answer.topic.clone(),
                        key: Fingerprint::parse(&answer.key),
                        sitting: event.sitting.clone(),
                        event: event.id.clone(),
                        place,
                    };
                    match history.attempts.get_mut(&answer.question) {
                        Some(attempts) => attempts.push(attempt),
                        None => drop(history.attempts.insert(answer.question.clone(), vec![attempt])),
                    }
                }
                Body::Flag { question, topic, on: true } => {
                    history.flagged.insert(question.clone(), topic.clone());
                }
                Body::Flag { question, on: false, .. } => {
                    history.flagged.remove(question);
                }
                Body::Reset { topic } => history.reset(topic.as_deref()),
                _ => {}
            }
        }
        let answers = history.attempts.iter().flat_map(|(question, list)| {
            list.iter().filter_map(move |attempt| {
                let sitting = attempt.sitting.as_deref()?;
                Some(Counted { question, sitting, correct: attempt.correct, place: attempt.place })
            })
        });
        history.last = last_sitting(&events, answers);
        history
    }

    /// The last quiz or exam.
    pub(crate) fn last_sitting(&self) -> Option<&LastSitting> {
        self.last.as_ref()
    }

    fn reset(&mut self, topic: Option<&str>) {
        let of_topic = |other: &str| topic.is_none_or(|topic| topic == other);
        self.attempts.retain(|_, attempts| {
            attempts.retain(|attempt| !of_topic(&attempt.topic));
            !attempts.is_empty()
        });
        self.flagged.retain(|_, topic| !of_topic(topic));
    }

    /// The first answer that counts to each question, whatever the bank says about it now.
    pub(crate) fn first_attempts(&self) -> impl Iterator<Item = (&str, &Attempt)> {
        self.attempts.iter().filter_map(|(question, attempts)| Some((question.as_str(), attempts.first()?)))
    }

    /// When a question was last answered, even if its right answer has changed since.
    pub(crate) fn last_seen(&self, question: &str) -> Option<Millis> {
        self.attempts.get(question)?.last().map(|attempt| attempt.at)
    }

    /// The answers to a question as it is in the bank now, oldest first. Answers from before its right answer changed
    /// do not count.
    pub(crate) fn attempts<'h>(
        &'h self,
        question: &Question,
    ) -> impl DoubleEndedIterator<Item = &'h Attempt> {
        let all = self.attempts.get(&question.id).map_or(&[][..], Vec::as_slice);
        // Most questions of a new learner have no answer, and nothing to compare a fingerprint with.
        let key = (!all.is_empty()).then(|| question.key_fingerprint());
        all.iter().filter(move |attempt| attempt.key == key)
    }

    pub(crate) fn standing(&self, question: &Question) -> Standing {
        match self.attempts(question).next_back() {
            Some(attempt) if attempt.correct => Standing::Right,
            Some(_) => Standing::Wrong,
            None if self.attempts.contains_key(&question.id) => Standing::Changed,
            None => Standing::New,
        }
    }

    /// Answered, but right in fewer than two of the last three answers.
    pub(crate) fn is_weak(&self, question: &Question) -> bool {
        let last: Vec<bool> = self.attempts(question).rev().take(3).map(|attempt| attempt.correct).collect();
        !last.is_empty() && last.iter().filter(|right| **right).count() < 2.min(last.len())
    }

    pub(crate) fn is_flagged(&self, question: &str) -> bool {
        self.flagged.contains_key(question)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.attempts.is_empty() && self.flagged.is_empty()
    }

    /// The answers that count, newest first, each with its question.
    pub(crate) fn newest(&self) -> Vec<(&str, &Attempt)> {
        let mut all: Vec<(&str, &Attempt)> =
            self.attempts.iter().flat_map(|(id, list)| list.iter().map(move |a| (id.as_str(), a))).collect();
        all.sort_by_key(|(_, attempt)| std::cmp::Reverse(attempt.place));
        all
    }

    /// How many answers are to questions that are not in the bank.
    pub(crate) fn set_aside(&self, bank: &Bank) -> usize {
        self.attempts.iter().filter(|(id, _)| bank.question(id).is_none()).map(|(_, list)| list.len()).sum()
    }
}
