//! One answer that counts, small enough for a log of a hundred thousand of them.

use super::event::Answer;
use super::time::Millis;
use crate::bank::Fingerprint;

/// An answer in bytes.
pub(super) type Row = [u8; 16];

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
    /// As it is kept beside the log, in as many bytes as any other.
    pub(super) fn row(&self) -> Row {
        let place = u32::try_from(self.place).unwrap_or(u32::MAX);
        let flags = u32::from(self.correct) << 1 | u32::from(self.guessed);
        let said = self.said << 2 | flags;
        (u128::from(said) << 96 | u128::from(place) << 64 | u128::from(self.at.cast_unsigned())).to_le_bytes()
    }

    pub(super) fn of_row(row: Row) -> Self {
        let row = u128::from_le_bytes(row);
        let (place, said) = ((row >> 64) as u32, (row >> 96) as u32);
        Self {
            at: (row as u64).cast_signed(),
            place: place as usize,
            said: said >> 2,
            correct: said & 2 > 0,
            guessed: said & 1 > 0,
        }
    }

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
