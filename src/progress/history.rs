//! The answers that count, by question.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Answer, Body, Event, Placed};
use super::last_sitting::{LastSitting, last_sitting};
use super::past_exams::choices_that_count;
use super::time::Millis;
use crate::bank::{Bank, Fingerprint, Question};

/// One answer that counts: not taken back, not before a reset, and in an exam handed in. A log may have a hundred
/// thousand of them, so it is small; [`History`] has the texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Attempt {
    pub(crate) at: Millis,
    /// Its place in the log.
    pub(crate) place: usize,
    /// The index of what was said with it.
    pub(super) said: u32,
    pub(crate) correct: bool,
    /// Said to be a guess. It is as right or wrong as it was; only the memory model does not believe it.
    pub(crate) guessed: bool,
}

/// What many answers have in common.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    /// The texts of the chosen options.
    pub(super) chosen: Vec<String>,
    pub(super) topic: String,
    /// The right answer at that time.
    pub(super) key: Option<Fingerprint>,
}

impl Said {
    fn is_of(&self, answer: &Answer, key: Option<Fingerprint>) -> bool {
        self.key == key && self.chosen == answer.chosen && self.topic == answer.topic
    }
}

/// So many answers to a question are looked at for one that said the same.
const LOOKED_AT: usize = 16;

/// Everything that a log says about questions.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct History {
    /// By question id, oldest first.
    pub(super) attempts: BTreeMap<String, Vec<Attempt>>,
    pub(super) said: Vec<Said>,
    /// The topics of flagged questions.
    pub(super) flagged: BTreeMap<String, String>,
    pub(super) last: Option<LastSitting>,
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
        let log: Vec<Placed<'_>> = events.into_iter().enumerate().collect();
        let mut history = Self::default();
        history.add(&log, &[]);
        history
    }

    /// Adds what came next in the log. `open` are the earlier events of sittings that go on in it; nothing in it may be
    /// about another earlier event.
    pub(super) fn add(&mut self, new: &[Placed<'_>], open: &[Placed<'_>]) {
        let mut undone: BTreeSet<&str> = BTreeSet::new();
        let mut guesses: BTreeMap<&str, bool> = BTreeMap::new();
        for (_, event) in new {
            match &event.body {
                Body::Undo { target } => drop(undone.insert(target)),
                Body::Guess { target, on } => drop(guesses.insert(target, *on)),
                _ => {}
            }
        }
        let choices = choices_that_count(&new.iter().map(|(_, event)| *event).collect::<Vec<_>>());
        for &(place, event) in new {
            let id = event.id.as_str();
            match &event.body {
                Body::Answer(answer) | Body::Choose(answer)
                    if !undone.contains(id)
                        && (matches!(event.body, Body::Answer(_)) || choices.contains(id)) =>
                {
                    let guessed = guesses.get(id).copied().unwrap_or(false);
                    self.answered(
                        answer,
                        Attempt { at: event.at, place, said: 0, correct: answer.correct, guessed },
                    );
                }
                Body::Flag { question, topic, on: true } => {
                    self.flagged.insert(question.clone(), topic.clone());
                }
                Body::Flag { question, on: false, .. } => {
                    self.flagged.remove(question);
                }
                Body::Reset { topic } => self.reset(topic.as_deref()),
                _ => {}
            }
        }
        let before = self.last.take();
        let counts = |(place, event): Placed<'_>| match &event.body {
            Body::Answer(answer) | Body::Choose(answer) => self.counts(&answer.question, place),
            _ => false,
        };
        self.last = last_sitting(new, open, counts, before);
    }

    fn answered(&mut self, answer: &Answer, attempt: Attempt) {
        let key = Fingerprint::parse(&answer.key);
        let earlier = self.attempts.get(&answer.question).map_or(&[][..], Vec::as_slice);
        let same = earlier.iter().rev().take(LOOKED_AT).map(|attempt| attempt.said);
        let said = same.into_iter().find(|&said| self.said[said as usize].is_of(answer, key));
        let said = said.unwrap_or_else(|| {
            let (chosen, topic) = (answer.chosen.clone(), answer.topic.clone());
            self.said.push(Said { chosen, topic, key });
            self.said.len() as u32 - 1
        });
        let attempt = Attempt { said, ..attempt };
        match self.attempts.get_mut(&answer.question) {
            Some(attempts) => attempts.push(attempt),
            None => drop(self.attempts.insert(answer.question.clone(), vec![attempt])),
        }
    }

    /// Whether the answer at this place of the log counts.
    fn counts(&self, question: &str, place: usize) -> bool {
        let attempts = self.attempts.get(question).map_or(&[][..], Vec::as_slice);
        attempts.binary_search_by_key(&place, |attempt| attempt.place).is_ok()
    }

    /// The texts of the options that were chosen.
    pub(crate) fn chosen(&self, attempt: &Attempt) -> &[String] {
        &self.said[attempt.said as usize].chosen
    }

    /// The topic of its question at that time.
    pub(crate) fn topic(&self, attempt: &Attempt) -> &str {
        &self.said[attempt.said as usize].topic
    }

    /// The last quiz or exam.
    pub(crate) fn last_sitting(&self) -> Option<&LastSitting> {
        self.last.as_ref()
    }

    fn reset(&mut self, topic: Option<&str>) {
        let of_topic = |other: &str| topic.is_none_or(|topic| topic == other);
        let said = &self.said;
        self.attempts.retain(|_, attempts| {
            attempts.retain(|attempt| !of_topic(&said[attempt.said as usize].topic));
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
        all.iter().filter(move |attempt| self.said[attempt.said as usize].key == key)
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
