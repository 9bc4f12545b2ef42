//! What a column of a version is.

use super::marks::{letters, number};

/// Which item a column is, and how its marks are read.
pub(super) struct Slot {
    pub(super) item: usize,
    pub(super) how: How,
}

/// How the marks of a column are read.
pub(super) enum How {
    /// Texts of options; `closed` where all of them are known.
    Texts { closed: bool },
    /// Letters, or numbers from `first` on, of `most` options; `layout` says which options they are.
    Marked { first: Option<usize>, layout: Option<Vec<usize>>, most: usize },
    /// The same, of which only whether they are right can be kept.
    Scored { first: Option<usize>, right: Vec<usize> },
    /// 0 or 1.
    Points,
}

impl How {
    /// The numbers of the options that a mark means, from 0.
    pub(super) fn options(text: &str, first: Option<usize>) -> Option<Vec<usize>> {
        match first {
            None => letters(text),
            Some(first) => Some(vec![number(text)?.checked_sub(first)?]),
        }
    }
}
