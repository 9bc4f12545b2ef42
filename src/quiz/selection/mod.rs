//! Which questions of a bank a sitting draws from.
//!
//! Filters on content (topic, objective, kind, level, jurisdiction) narrow the selection: a question has to pass all of
//! them. Filters on history (missed, weak, new, flagged) add up: it has to pass one of them.

mod filter;
mod filters;

pub(crate) use filter::{Filter, Selection};
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
                return Err(Empty { help: filter.help, words: (filter.words)(self), before, is_first });
            }
        }
        Ok(left)
    }
}
