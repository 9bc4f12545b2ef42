//! Which questions of a bank a sitting draws from.
//!
//! Filters on content (topic, objective, kind, level, jurisdiction, words) and on a time (last, since) narrow the selection:
//! a question has to pass all of them. Filters on history (missed, weak, new, flagged, guessed) add up: it has to pass one of them.

mod filter;
mod filters;
mod search;

pub(crate) use filter::Selection;
pub(crate) use filters::FILTERS;

use crate::bank::{Bank, Question};
use crate::progress::History;

/// No question is left, with the filter that removed the last ones.
#[derive(Debug)]
pub(crate) struct Empty {
    /// What to type instead.
    pub(crate) help: &'static str,
    /// What no question was, such as "weak or flagged".
    pub(crate) words: String,
    /// How many questions there were before that filter.
    pub(crate) before: usize,
    /// No filter had removed a question before.
    pub(crate) is_first: bool,
    /// Only what was done with the questions keeps them out, which is no error.
    pub(crate) is_history: bool,
}

impl Selection {
    /// The questions that pass all filters, in the order of the bank.
    pub(crate) fn choose<'b>(&self, bank: &'b Bank, history: &History) -> Result<Vec<&'b Question>, Empty> {
        let mut left: Vec<&Question> = bank.questions().iter().collect();
        for filter in FILTERS.iter().filter(|filter| (filter.asked)(self)) {
            let before = left.len();
            let is_first = before == bank.questions().len();
            left.retain(|question| (filter.fits)(self, question, history));
            if left.is_empty() {
                let (help, words, is_history) = (filter.help, (filter.words)(self), filter.is_history);
                return Err(Empty { help, words, before, is_first, is_history });
            }
        }
        Ok(left)
    }
}
