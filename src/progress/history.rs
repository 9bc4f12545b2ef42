//! The answers that count, by question.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::answers::{Answers, Attempts, Given};
use super::attempt::{Attempt, Said};
use super::event::{Answer, Body, Event, Placed};
use super::last_sitting::{LastSitting, last_sitting};
use super::past_exams::choices_that_count;
use super::time::Millis;
use crate::bank::{Bank, Fingerprint, Question};

/// So many answers to a question are looked at for one that said the same.
const LOOKED_AT: usize = 16;

/// Everything that a log says about questions.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct History {
    /// By question id.
    pub(super) answers: BTreeMap<String, Answers>,
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
        let earlier = self.attempts_of(&answer.question);
        let same = earlier.iter().rev().take(LOOKED_AT).map(|attempt| attempt.said);
        let said = same.into_iter().find(|&said| self.said[said as usize].is_of(answer, key));
        let said = said.unwrap_or_else(|| {
            let (chosen, topic) = (answer.chosen.clone(), answer.topic.clone());
            self.said.push(Said { chosen, topic, key });
            self.said.len() as u32 - 1
        });
        let attempt = Attempt { said, ..attempt };
        match self.answers.get_mut(&answer.question) {
            Some(answers) => answers.add(attempt, key),
            None => self.answers.entry(answer.question.clone()).or_default().add(attempt, key),
        }
    }

    /// Every answer that counts to a question of this id, oldest first.
    fn attempts_of(&self, question: &str) -> Attempts<'_> {
        self.answers.get(question).map(Answers::attempts).unwrap_or_default()
    }

    /// Whether the answer at this place of the log counts.
    fn counts(&self, question: &str, place: usize) -> bool {
        self.attempts_of(question).has_place(place)
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
        self.answers.retain(|_, answers| {
            answers.retain(said, |attempt| !of_topic(&said[attempt.said as usize].topic));
            !answers.is_empty()
        });
        self.flagged.retain(|_, topic| !of_topic(topic));
    }

    /// The first answer that counts to each question, whatever the bank says about it now.
    pub(crate) fn first_attempts(&self) -> impl Iterator<Item = (&str, Attempt)> {
        self.answers
            .iter()
            .filter_map(|(question, answers)| Some((question.as_str(), answers.attempts().iter().next()?)))
    }

    /// When a question was last answered, even if its right answer has changed since.
    pub(crate) fn last_seen(&self, question: &str) -> Option<Millis> {
        self.answers.get(question)?.last().map(|attempt| attempt.at)
    }

    /// The answers to a question as it is in the bank now. Answers from before its right answer changed do not count.
    pub(crate) fn given(&self, question: &Question) -> Given<'_> {
        // Most questions of a new learner have no answer, and nothing to compare a fingerprint with.
        let answers = self.answers.get(&question.id);
        answers.map_or_else(Given::default, |answers| {
            answers.of_key(&self.said, Some(question.key_fingerprint()))
        })
    }

    /// The same, oldest first.
    pub(crate) fn attempts<'h>(
        &'h self,
        question: &Question,
    ) -> impl DoubleEndedIterator<Item = Attempt> + 'h {
        self.given(question).attempts()
    }

    pub(crate) fn standing(&self, question: &Question) -> Standing {
        match self.attempts(question).next_back() {
            Some(attempt) if attempt.correct => Standing::Right,
            Some(_) => Standing::Wrong,
            None if self.answers.contains_key(&question.id) => Standing::Changed,
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
        self.answers.is_empty() && self.flagged.is_empty()
    }

    /// The answers that count, newest first, each with its question.
    pub(crate) fn newest(&self) -> Vec<(&str, Attempt)> {
        self.since(0)
    }

    /// Those at this place of the log and after it, newest first.
    pub(super) fn since(&self, place: usize) -> Vec<(&str, Attempt)> {
        let mut found: Vec<(&str, Attempt)> = vec![];
        for (id, answers) in &self.answers {
            let newest = answers.attempts().iter().rev().take_while(|attempt| attempt.place >= place);
            found.extend(newest.map(|attempt| (id.as_str(), attempt)));
        }
        found.sort_unstable_by_key(|(_, attempt)| Reverse(attempt.place));
        found
    }

    /// The place of the newest answer that counts.
    pub(super) fn newest_place(&self) -> Option<usize> {
        self.answers.values().filter_map(|answers| Some(answers.last()?.place)).max()
    }

    /// How many answers are to questions that are not in the bank.
    pub(crate) fn set_aside(&self, bank: &Bank) -> usize {
        let others = self.answers.iter().filter(|(id, _)| bank.question(id).is_none());
        others.map(|(_, answers)| answers.attempts().len()).sum()
    }
}
