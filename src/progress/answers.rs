//! The answers to one question, and what is remembered after them.
//!
//! The memory model takes longer than reading a log, so it goes on from answer to answer as they come, and what it says
//! after the last one is kept. It starts anew where the right answer of the question changes: those before do not count.

use std::ops::Range;
use std::sync::Arc;

use super::attempt::{Attempt, Row, Said};
use super::memory::Remembered;
use super::time::Millis;
use crate::bank::Fingerprint;

/// A right answer of a question.
type Key = Option<Fingerprint>;

/// All answers to a question, whatever its right answer was.
#[derive(Clone, Debug, Default)]
pub(super) struct Answers {
    kept: Kept,
    /// Those that came since, oldest first.
    new: Vec<Attempt>,
    /// What is remembered after the last answer under each right answer, in the order in which these came.
    remembered: Vec<(Key, Remembered)>,
}

/// Answers as they were read from what is kept beside the log, all of it shared by all questions: taking a hundred thousand
/// of them out of it would take longer than everything else before a first question.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    pub(super) bytes: Arc<Vec<u8>>,
    /// Where those to a question are in it.
    pub(super) rows: Range<usize>,
}

impl Kept {
    fn rows(&self) -> &[Row] {
        self.bytes.get(self.rows.clone()).map_or(&[][..], |bytes| bytes.as_chunks().0)
    }
}

impl PartialEq for Answers {
    fn eq(&self, other: &Self) -> bool {
        self.attempts() == other.attempts() && self.remembered == other.remembered
    }
}

/// Answers to a question, oldest first.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Attempts<'h> {
    kept: &'h [Row],
    new: &'h [Attempt],
}

impl<'h> Attempts<'h> {
    pub(super) fn len(self) -> usize {
        self.kept.len() + self.new.len()
    }

    pub(super) fn iter(self) -> impl DoubleEndedIterator<Item = Attempt> + 'h {
        self.kept.iter().map(|row| Attempt::of_row(*row)).chain(self.new.iter().copied())
    }

    /// Whether the answer at this place of the log is among them.
    pub(super) fn has_place(self, place: usize) -> bool {
        self.kept.binary_search_by_key(&place, |row| Attempt::of_row(*row).place).is_ok()
            || self.new.binary_search_by_key(&place, |attempt| attempt.place).is_ok()
    }
}

impl PartialEq for Attempts<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Answers {
    /// As they are kept beside the log; `remembered` has the right answers in the order in which they came.
    pub(super) fn kept(kept: Kept, remembered: Vec<(Key, Remembered)>) -> Self {
        Self { kept, new: vec![], remembered }
    }

    pub(super) fn attempts(&self) -> Attempts<'_> {
        Attempts { kept: self.kept.rows(), new: &self.new }
    }

    pub(super) fn remembered(&self) -> &[(Key, Remembered)] {
        &self.remembered
    }

    pub(super) fn last(&self) -> Option<Attempt> {
        self.attempts().iter().next_back()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.attempts().len() == 0
    }

    pub(super) fn add(&mut self, attempt: Attempt, key: Key) {
        match self.remembered.iter_mut().find(|(other, _)| *other == key) {
            Some((_, remembered)) => *remembered = Remembered::answered(Some(*remembered), &attempt),
            None => self.remembered.push((key, Remembered::answered(None, &attempt))),
        }
        self.new.push(attempt);
    }

    /// Leaves only some of the answers.
    pub(super) fn retain(&mut self, said: &[Said], is_left: impl Fn(&Attempt) -> bool) {
        if !self.attempts().iter().all(|attempt| is_left(&attempt)) {
            let all = std::mem::take(self);
            all.attempts().iter().filter(is_left).for_each(|attempt| self.add(attempt, key(said, &attempt)));
        }
    }

    /// Those that were given while the right answer was this one.
    pub(super) fn of_key<'h>(&'h self, said: &'h [Said], key: Key) -> Given<'h> {
        let remembered = self.remembered.iter().find(|(other, _)| *other == key);
        let remembered = remembered.map(|(_, remembered)| *remembered);
        // Most questions never change, and every answer to them counts.
        let all = if remembered.is_some() { self.attempts() } else { Attempts::default() };
        Given { all, said, key: (self.remembered.len() > 1).then_some(key), remembered }
    }
}

/// The right answer at the time of an answer.
pub(super) fn key(said: &[Said], attempt: &Attempt) -> Key {
    said[attempt.said as usize].key
}

/// The answers to a question as it is in the bank now.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Given<'h> {
    all: Attempts<'h>,
    said: &'h [Said],
    /// The right answer that counts, if there was another one.
    key: Option<Key>,
    remembered: Option<Remembered>,
}

impl<'h> Given<'h> {
    /// Oldest first.
    pub(crate) fn attempts(self) -> impl DoubleEndedIterator<Item = Attempt> + 'h {
        self.all.iter().filter(move |attempt| self.key.is_none_or(|wanted| key(self.said, attempt) == wanted))
    }

    /// Those before a moment. A clock may have been set back, so they need not be the first ones.
    pub(super) fn before(self, until: Millis) -> impl DoubleEndedIterator<Item = Attempt> + 'h {
        self.attempts().filter(move |attempt| attempt.at < until)
    }

    /// What is remembered after all of them.
    pub(super) fn remembered(self) -> Option<Remembered> {
        self.remembered
    }

    /// What was remembered after those before a moment.
    pub(super) fn remembered_before(self, until: Millis) -> Option<Remembered> {
        if self.all.iter().all(|attempt| attempt.at < until) {
            return self.remembered;
        }
        self.before(until).fold(None, |before, attempt| Some(Remembered::answered(before, &attempt)))
    }
}
