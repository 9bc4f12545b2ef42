//! Which questions of a bank a sitting draws from.
//!
//! What a question is about narrows (topic, objective, kind, level, place): it has to fit all that was asked for. What
//! the learner did with it adds up (missed, weak, new, flagged): it has to fit one of them.

mod filter;
mod filters;

pub(crate) use filter::{Filter, Selection};
pub(crate) use filters::FILTERS;

use crate::bank::{Bank, Question};
use crate::progress::History;

/// Nothing was left, and the step that took the last questions away.
#[derive(Debug)]
pub(crate) struct Empty {
    /// What to type instead.
    pub(crate) help: &'static str,
    /// What it let nothing through for, such as "missed or flagged".
    pub(crate) words: String,
    /// How many questions there were before that step.
    pub(crate) before: usize,
    /// No other step had narrowed the bank before.
    pub(crate) is_first: bool,
}

impl Selection {
    /// The questions that fit, in the order of the bank.
    pub(crate) fn choose<'b>(&self, bank: &'b Bank, history: &History) -> Result<Vec<&'b Question>, Empty> {
        let mut left: Vec<&Question> = bank.questions().iter().collect();
        for filter in FILTERS.iter().filter(|filter| (filter.asked)(self)) {
            let before = left.len();
            let is_first = before == bank.questions().len();
            left.retain(|question| (filter.fits)(self, question, history));
            if left.is_empty() {
                return Err(Empty { help: filter.help, words: (filter.words)(self), before, is_first });
            }
        }
        Ok(left)
    }
}
