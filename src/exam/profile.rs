//! What is known about one real exam, and how certain it is.

use super::pass::PassRule;
use crate::bank::Named;

/// The format of an exam, not its content. A figure that no source confirms is left out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Profile {
    /// What a student types.
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) place: String,
    /// One, without a title, or several that each have to be passed.
    pub(crate) papers: Vec<PaperProfile>,
    pub(crate) time: TimeKind,
    /// How many options a question shows.
    pub(crate) options: Option<usize>,
    /// The maximum share of true/false questions in each topic, in percent.
    pub(crate) true_false_percent: Option<u32>,
    pub(crate) open_book: Option<bool>,
    /// The jurisdictions whose law the exam covers: questions about the law of others are not asked.
    pub(crate) jurisdictions: Vec<String>,
    pub(crate) source: String,
    /// The year of the source, or years, or `undated`.
    pub(crate) year: String,
    pub(crate) confidence: Confidence,
    /// Subjects of the exam that these questions leave out.
    pub(crate) also_covers: Option<String>,
    pub(crate) note: Option<String>,
}

/// One paper of an exam, or all of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PaperProfile {
    pub(crate) title: Option<String>,
    pub(crate) questions: Option<usize>,
    pub(crate) minutes: Option<u32>,
    pub(crate) pass: Option<PassRule>,
    /// Only these topics; all where the list is empty.
    pub(crate) topics: Vec<String>,
    /// The exam's own topics and their shares, if they are published; otherwise empty.
    pub(crate) weights: Weights,
}

/// Topics and their shares in percent; the sum is 100.
pub(crate) type Weights = Vec<(String, u32)>;

/// The weights for exams whose own weights are not published.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Blueprint {
    pub(crate) weights: Weights,
    /// Where the weights come from.
    pub(crate) source: String,
}

/// What the minutes of a profile mean; see [`Named::summary`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum TimeKind {
    #[default]
    Limit,
    Minimum,
    Shared,
}

impl Named for TimeKind {
    const ALL: &'static [Self] = &[Self::Limit, Self::Minimum, Self::Shared];

    fn name(self) -> &'static str {
        match self {
            Self::Limit => "limit",
            Self::Minimum => "minimum",
            Self::Shared => "shared",
        }
    }

    fn summary(self) -> &'static str {
        match self {
            Self::Limit => "the exam ends then",
            Self::Minimum => "the exam is given at least so long: no limit",
            Self::Shared => "a review or a lesson is in it as well: the exam itself has less",
        }
    }
}

/// How certain the figures of a profile are: as certain as the least certain one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Confidence {
    Official,
    OfficialCopy,
    Secondary,
    Unconfirmed,
}

impl Named for Confidence {
    const ALL: &'static [Self] = &[Self::Official, Self::OfficialCopy, Self::Secondary, Self::Unconfirmed];

    fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::OfficialCopy => "official-copy",
            Self::Secondary => "secondary",
            Self::Unconfirmed => "unconfirmed",
        }
    }

    fn summary(self) -> &'static str {
        match self {
            Self::Official => "seen on the site of the regulator, legislature or test operator",
            Self::OfficialCopy => "official text, seen through a copy: its date is to be checked",
            Self::Secondary => "from training providers only",
            Self::Unconfirmed => "from one weak source, or sources contradict each other",
        }
    }
}

impl Profile {
    /// The number of questions of all papers, if each is known.
    pub(crate) fn questions(&self) -> Option<usize> {
        self.papers.iter().map(|paper| paper.questions).sum()
    }

    /// The minutes of all papers, if each is known.
    pub(crate) fn minutes(&self) -> Option<u32> {
        self.papers.iter().map(|paper| paper.minutes).sum()
    }

    pub(crate) fn has_several_papers(&self) -> bool {
        self.papers.len() > 1
    }
}
