//! What was decided for a sitting when it began. The plan and the events since are all that is needed to resume it.

use serde::{Deserialize, Serialize};

use super::gate;
use super::terms::ExamTerms;

/// The plan of a sitting. Neither an edited bank nor a new version of guardprep changes it afterwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "mode", rename_all = "kebab-case")]
pub(crate) enum SittingPlan {
    Quiz(QuizPlan),
    Exam(ExamPlan),
}

/// The questions of a quiz.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct QuizPlan {
    pub(crate) seed: u64,
    pub(crate) items: Vec<PlanItem>,
}

/// The questions of an exam, and its terms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ExamPlan {
    pub(crate) seed: u64,
    pub(crate) items: Vec<PlanItem>,
    #[serde(rename = "exam")]
    pub(crate) terms: ExamTerms,
}

/// A question and the order of its options, by their fingerprints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PlanItem {
    #[serde(deserialize_with = "gate::line")]
    pub(crate) question: String,
    pub(crate) options: Vec<String>,
}

impl SittingPlan {
    pub(crate) fn items(&self) -> &[PlanItem] {
        match self {
            Self::Quiz(plan) => &plan.items,
            Self::Exam(plan) => &plan.items,
        }
    }

    /// The terms, if it is an exam.
    pub(crate) fn terms(&self) -> Option<&ExamTerms> {
        match self {
            Self::Quiz(_) => None,
            Self::Exam(plan) => Some(&plan.terms),
        }
    }

    /// The word for it in messages.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Quiz(_) => "quiz",
            Self::Exam(_) => "exam",
        }
    }
}
