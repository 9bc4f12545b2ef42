//! What may be asked of a selection, and what a step that narrows it is.

use crate::bank::{Kind, Level, Question};
use crate::progress::History;

/// What was asked for; an empty list or `false` asks for nothing.
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

/// One narrowing step: whether it was asked for, what it lets through, and the words for it.
pub(crate) struct Filter {
    /// The words of an empty selection: "none is ...".
    pub(crate) words: fn(&Selection) -> String,
    /// What to type instead.
    pub(crate) help: &'static str,
    pub(super) asked: fn(&Selection) -> bool,
    pub(super) fits: fn(&Selection, &Question, &History) -> bool,
}
