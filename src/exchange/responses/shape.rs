//! What a shape is.

use super::findings::Findings;
use super::grid::Grid;
use super::sheet::Sheet;
use crate::bank::Bank;

/// One program's way of writing down answers.
pub(super) struct Shape {
    /// Completes "it was read as ...".
    pub(super) summary: &'static str,
    /// Whether a file has its signs.
    pub(super) is: fn(&Input<'_>) -> bool,
    pub(super) read: fn(&Input<'_>, &mut Findings) -> Sheet,
}

/// A file, and what helps to understand it.
pub(super) struct Input<'a> {
    /// The name of the file, without its folder and its ending.
    pub(super) stem: &'a str,
    pub(super) grid: &'a Grid,
    pub(super) bank: &'a Bank,
}

impl Input<'_> {
    pub(super) fn text(&self) -> &str {
        &self.grid.source.text
    }
}
