//! The terms of an exam, stored with its start event so that it can be resumed without its profile.

use serde::{Deserialize, Serialize};

use super::gate;
use super::time::Millis;

/// The terms of one exam. Neither an edited profile nor a new version of guardprep changes them afterwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ExamTerms {
    /// The id of the profile, if one was used.
    #[serde(skip_serializing_if = "Option::is_none", default, deserialize_with = "gate::some_line")]
    pub(crate) profile: Option<String>,
    #[serde(deserialize_with = "gate::line")]
    pub(crate) title: String,
    /// The time that may be used, extra time included, in milliseconds; `None` without a limit.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) allowed: Option<u64>,
    /// From this moment on no answer counts. It is wall-clock time, so that time passes while the program is closed.
    /// `None` without a limit.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) deadline: Option<Millis>,
    /// The granted time in percent of the usual time: 100, 125, 150 or 200.
    pub(crate) extra_time: u32,
    /// Whether there is no limit because the person asked for none.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub(crate) untimed: bool,
    /// How many options a question shows.
    pub(crate) options: usize,
    /// One or more; the plan lists the questions of the first paper, then those of the second, and so on. Each paper
    /// has to be passed.
    pub(crate) papers: Vec<PaperTerms>,
}

/// One paper of an exam.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PaperTerms {
    #[serde(deserialize_with = "gate::line")]
    pub(crate) title: String,
    /// How many items of the plan belong to it, at least 1.
    pub(crate) questions: usize,
    /// `None` if no rule is known: then there is a score without a verdict.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) pass: Option<Pass>,
}

/// What is needed to pass a paper, computed for its number of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Pass {
    /// A number of right answers.
    Count {
        needed: usize,
        /// The percentage that the rule states, if it does: only for display.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        percent: Option<u32>,
    },
    /// Every answer has to be right.
    AllCorrect,
    /// Every missed question has to be answered right afterwards.
    ReviewUntilRight,
}

/// Why an exam was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum HandInReason {
    Asked,
    TimeUp,
}
