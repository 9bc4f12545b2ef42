//! What can be asked of a selection, and what a filter is.

use crate::bank::{Kind, Level, Question};
use crate::progress::{History, Millis};

/// What was asked for; an empty list or `false` means no restriction.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Selection {
    pub(crate) topics: Vec<String>,
    pub(crate) objectives: Vec<String>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) levels: Vec<Level>,
    pub(crate) jurisdictions: Vec<String>,
    /// Words that the question has to speak of.
    pub(crate) words: Vec<String>,
    /// Only questions of the last quiz or exam.
    pub(crate) last: bool,
    /// Only questions that were answered at this time or later.
    pub(crate) since: Option<Millis>,
    pub(crate) missed: bool,
    pub(crate) weak: bool,
    pub(crate) new: bool,
    pub(crate) flagged: bool,
    pub(crate) guessed: bool,
}

/// One filter: whether it was asked for, which questions pass it, and the words for it.
pub(crate) struct Filter {
    /// The end of the sentence when no question passes: "none is ...".
    pub(crate) words: fn(&Selection) -> String,
    /// What to type instead.
    pub(crate) help: &'static str,
    /// It asks what was done with a question. That no question passes it is good news, or no news at all, and no error.
    pub(super) is_history: bool,
    pub(super) asked: fn(&Selection) -> bool,
    pub(super) fits: fn(&Selection, &Question, &History) -> bool,
}
