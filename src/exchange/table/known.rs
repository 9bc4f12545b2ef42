//! Tables of which it is known what their answers mean, whatever the answers of one file look like.

use crate::exchange::keys::Habit;

/// A table that one program makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Known {
    /// What we export as `csv` and `tsv`.
    Own,
    Quizizz,
    Kahoot,
    Blooket,
    Gimkit,
}

impl Known {
    pub(super) fn of(header: &[String]) -> Option<Self> {
        let has = |name: &str| header.iter().any(|cell| cell.trim().to_lowercase().starts_with(name));
        if has("kind") && has("level") && has("objective") && has("why a") {
            Some(Self::Own)
        } else if has("question text") && has("question type") && has("option 1") && has("correct answer") {
            Some(Self::Quizizz)
        } else if has("question - max") && has("answer 1 - max") || has("correct answer(s) - choose") {
            Some(Self::Kahoot)
        } else if has("question #") && header.iter().any(|cell| cell.contains("Only include Answer #")) {
            Some(Self::Blooket)
        } else if has("question") && has("correct answer") && has("incorrect answer 2 (optional)") {
            Some(Self::Gimkit)
        } else {
            None
        }
    }

    /// What an answer is.
    pub(super) fn habit(self) -> Habit {
        match self {
            Self::Own => Habit::Letters,
            Self::Quizizz | Self::Kahoot | Self::Blooket => Habit::From1,
            Self::Gimkit => Habit::Texts,
        }
    }

    /// Columns that say nothing about a question, such as the time for it.
    pub(super) fn is_idle(self, name: &str) -> bool {
        let name = name.to_lowercase();
        self != Self::Own
            && ["question type", "time in seconds", "time limit"].iter().any(|idle| name.starts_with(idle))
    }

    /// Whether the row below the names is there to be passed over.
    pub(super) fn has_instructions(self, answer: &str) -> bool {
        self == Self::Quizizz && !answer.chars().any(|c| c.is_ascii_digit())
    }
}
