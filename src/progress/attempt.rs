//! One answer that counts, small enough for a log of a hundred thousand of them.

use super::event::Answer;
use super::time::Millis;
use crate::bank::Fingerprint;

/// One answer that counts: not taken back, not before a reset, and in an exam handed in. [`super::History`] has the texts.
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

impl Attempt {
    /// Right, and no guess.
    pub(crate) fn knew(&self) -> bool {
        self.correct && !self.guessed
    }
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
    pub(super) fn is_of(&self, answer: &Answer, key: Option<Fingerprint>) -> bool {
        self.key == key && self.chosen == answer.chosen && self.topic == answer.topic
    }
}
