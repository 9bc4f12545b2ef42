//! What about a question deserves a look.

/// What is the matter with a question. The first ones are the most urgent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Flag {
    /// The better students choose this distractor rather than the key.
    WrongKey { option: usize },
    /// Nobody answered it.
    Unanswered,
    /// The better students are wrong more often.
    Negative,
    /// It does not tell better students from others.
    Weak,
    /// Nobody was right.
    NobodyRight,
    /// Hardly anybody who was wrong chose these distractors.
    DeadDistractors { options: Vec<usize> },
    /// Many left it out.
    LeftOut,
    /// Everybody was right.
    EverybodyRight,
    /// More than 90% were right.
    Easy,
}

/// How much a flag matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Concern {
    /// Students may have lost a point that they earned.
    Unfair,
    /// The question does not do its work.
    Poor,
    /// Good to know.
    Note,
}

impl Flag {
    /// For programs.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::WrongKey { .. } => "wrong-key",
            Self::Unanswered => "unanswered",
            Self::Negative => "negative",
            Self::Weak => "weak",
            Self::NobodyRight => "nobody-right",
            Self::DeadDistractors { .. } => "dead-distractors",
            Self::LeftOut => "left-out",
            Self::EverybodyRight => "everybody-right",
            Self::Easy => "easy",
        }
    }

    pub(crate) fn concern(&self) -> Concern {
        match self {
            Self::WrongKey { .. } | Self::Unanswered | Self::Negative => Concern::Unfair,
            Self::Weak | Self::NobodyRight | Self::DeadDistractors { .. } => Concern::Poor,
            Self::LeftOut | Self::EverybodyRight | Self::Easy => Concern::Note,
        }
    }
}
