//! What can be asked of a selection, and what a filter is.

use crate::bank::{Kind, Level, Question};
use crate::progress::History;

/// What was asked for; an empty list or `false` means no restriction.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Selection {
    pub(crate) topics: Vec<String>,
    pub(crate) objectives: Vec<String>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) levels: Vec<Level>,
    pub(crate) jurisdictions: Vec<String>,
    pub(crate) missed: bool,
    pub(crate) weak: bool,
    pub(crate) new: bool,
    pub(crate) flagged: bool,
}

/// One filter: whether it was asked for, which questions pass it, and the words for it.
pub(crate) struct Filter {
    /// The end of the sentence when no question passes: "none is ...".
    pub(crate) words: fn(&Selection) -> String,
    /// What to type instead.
    pub(crate) help: &'static str,
    pub(super) asked: fn(&Selection) -> bool,
    pub(super) fits: fn(&Selection, &Question, &History) -> bool,
}
