//! How a file says which option is right.

/// How a file says which option is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Habit {
    /// The text of the option.
    Texts,
    /// `A` is the first one.
    Letters,
    /// The same in the Cyrillic alphabet, in which the third letter looks like a B.
    Cyrillic,
    /// `1` is the first one.
    From1,
    /// `0` is the first one.
    From0,
}

impl Habit {
    /// All of them, the likeliest first.
    pub(super) const ALL: &[Self] = &[Self::Texts, Self::Letters, Self::Cyrillic, Self::From1, Self::From0];

    /// Those that a person can ask for.
    pub(crate) const ASKED: &[Self] = &[Self::Texts, Self::Letters, Self::From1, Self::From0];

    /// As typed after `--answers`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Texts => "text",
            Self::Letters | Self::Cyrillic => "letters",
            Self::From1 => "from-1",
            Self::From0 => "from-0",
        }
    }

    /// What the answers are, behind "the answers".
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Self::Texts => "are the texts of options",
            Self::Letters => "are letters of options",
            Self::Cyrillic => "are letters of options, in the Cyrillic alphabet",
            Self::From1 => "count the options from 1",
            Self::From0 => "count the options from 0",
        }
    }
}
