//! The clock before the prompts of an exam.

use crate::exam::face;
use crate::progress::Millis;

/// What the prompts of an exam depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PromptView {
    /// Single keys are read.
    pub(crate) keys: bool,
    /// The time left, if a clock is shown.
    pub(crate) left: Option<Millis>,
}

impl PromptView {
    /// The clock before a prompt.
    pub(super) fn clock(self) -> String {
        self.left.map_or_else(String::new, |left| format!("[{} left] ", face(left)))
    }
}
