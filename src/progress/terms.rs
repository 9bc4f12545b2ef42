//! What an exam was agreed to be when it began: stored with its start, so that resuming needs nothing else.

use serde::{Deserialize, Serialize};

use super::gate;
use super::time::Millis;

/// The terms of one exam. Neither an edited profile nor a new version of guardprep changes them afterwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ExamTerms {
    /// The id of the profile, where one was used.
    #[serde(skip_serializing_if = "Option::is_none", default, deserialize_with = "gate::some_line")]
    pub(crate) profile: Option<String>,
    #[serde(deserialize_with = "gate::line")]
    pub(crate) title: String,
    /// The time that may be used, extra time included, in milliseconds; `None` without a limit.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) allowed: Option<u64>,
    /// The moment from which no answer counts any more: wall-clock time, so that it passes while the program is
    /// closed. `None` without a limit.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) deadline: Option<Millis>,
    /// The time that was granted in percent of the usual: 100, 125, 150 or 200.
    pub(crate) extra_time: u32,
    /// Whether the limit was lifted on request, rather than there being none.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub(crate) untimed: bool,
    /// How many options a question shows.
    pub(crate) options: usize,
    /// One or several; their questions follow each other in the plan. Each has to be passed.
    pub(crate) papers: Vec<PaperTerms>,
}

/// One paper of an exam.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PaperTerms {
    #[serde(deserialize_with = "gate::line")]
    pub(crate) title: String,
    /// How many of the plan's items, at least 1.
    pub(crate) questions: usize,
    /// `None` where no rule is confirmed: then there is a score and no verdict.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) pass: Option<Pass>,
}

/// What passes a paper, worked out for its number of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Pass {
    /// So many right answers.
    Count {
        needed: usize,
        /// The percent that the rule names, where it names one: only for display.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        percent: Option<u32>,
    },
    /// Every answer right.
    AllCorrect,
    /// Every answer right, or every missed question answered right afterwards.
    ReviewUntilRight,
}

/// Why an exam was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum HandInReason {
    Asked,
    TimeUp,
}
