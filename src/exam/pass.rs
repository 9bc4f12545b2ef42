//! When an exam is passed: the rule as the authority states it, and what it means for a number of questions.

use crate::bank::Named;
use crate::progress::Pass;

/// A pass rule as it is in a profile or on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PassRule {
    /// A number of right answers.
    Minimum(usize),
    /// A percentage of the questions, from 1 to 100, and how a fraction of a question is rounded.
    Percent(u32, Rounding),
    /// Both, as in Ontario: 62 %, which is 37 of 60. The number counts for the exam's own number of questions, the
    /// percentage for any other.
    Both(usize, u32, Rounding),
    /// Every answer has to be right.
    AllCorrect,
    /// Every missed question has to be answered right afterwards.
    ReviewUntilRight,
}

/// How a fraction is rounded: 70 % of 72 questions is 50.4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Rounding {
    /// The full percentage is needed: 51.
    #[default]
    Up,
    /// To the nearest: 50.
    Nearest,
    /// 50.
    Down,
}

impl Named for Rounding {
    const ALL: &'static [Self] = &[Self::Up, Self::Nearest, Self::Down];

    fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Nearest => "nearest",
            Self::Down => "down",
        }
    }

    fn summary(self) -> &'static str {
        match self {
            Self::Up => "the full percent is needed",
            Self::Nearest => "half a question counts as a whole one",
            Self::Down => "a fraction of a question is not needed",
        }
    }
}

impl Rounding {
    /// `percent` of `questions`, rounded to whole questions.
    pub(crate) fn share(self, percent: u32, questions: usize) -> usize {
        let hundredths = questions * percent as usize;
        match self {
            Self::Up => hundredths.div_ceil(100),
            Self::Nearest => (hundredths + 50) / 100,
            Self::Down => hundredths / 100,
        }
    }
}

impl PassRule {
    /// Reads what a person types: `70%`, or `37` for a number of right answers.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let help = "give a percent such as 70%, or a number of right answers such as 37";
        let (number, is_percent) = match text.trim().strip_suffix('%') {
            Some(number) => (number.trim_end(), true),
            None => (text.trim(), false),
        };
        match number.parse::<u32>() {
            Ok(n @ 1..=100) if is_percent => Ok(Self::Percent(n, Rounding::Up)),
            Ok(n) if is_percent => Err(format!("{n} percent is not from 1 to 100; {help}")),
            Ok(n @ 1..) => Ok(Self::Minimum(n as usize)),
            _ => Err(String::from(help)),
        }
    }

    /// The number of right answers that the rule states, which cannot be above the number of questions.
    pub(crate) fn minimum(self) -> Option<usize> {
        match self {
            Self::Minimum(minimum) | Self::Both(minimum, _, _) => Some(minimum),
            _ => None,
        }
    }

    /// The rule for `asked` questions, if it was stated for `of`. A number without a percentage is scaled and rounded
    /// up: 37 of 60 becomes 19 of 30.
    pub(crate) fn settle(self, asked: usize, of: usize) -> Pass {
        match self {
            Self::AllCorrect => Pass::AllCorrect,
            Self::ReviewUntilRight => Pass::ReviewUntilRight,
            Self::Both(minimum, percent, _) if asked == of => {
                Pass::Count { needed: minimum, percent: Some(percent) }
            }
            Self::Percent(percent, rounding) | Self::Both(_, percent, rounding) => {
                Pass::Count { needed: rounding.share(percent, asked), percent: Some(percent) }
            }
            Self::Minimum(minimum) => {
                Pass::Count { needed: (minimum * asked).div_ceil(of.max(1)), percent: None }
            }
        }
    }
}
