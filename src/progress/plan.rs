//! What was decided for a sitting when it began. The plan and the events since are all that is needed to resume it.

use serde::{Deserialize, Serialize, de};
use serde_json::value::RawValue;

use super::plan_items::{PlanItem, PlanItems};
use super::terms::ExamTerms;

/// The plan of a sitting. Neither an edited bank nor a new version of guardprep changes it afterwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "mode", rename_all = "kebab-case", try_from = "Written")]
pub(crate) enum SittingPlan {
    Quiz(QuizPlan),
    Exam(ExamPlan),
}

/// A plan as it is written, whichever it is: read at once, without a copy of it being made to find the tag.
#[derive(Deserialize)]
struct Written<I = PlanItems> {
    mode: Mode,
    seed: u64,
    #[serde(default)]
    purpose: Purpose,
    items: I,
    exam: Option<ExamTerms>,
}

/// A plan whose questions are read later, see [`PlanItems::later`].
#[derive(Deserialize)]
pub(super) struct PlanLater<'j>(#[serde(borrow)] Written<&'j RawValue>);

impl PlanLater<'_> {
    pub(super) fn checked(self) -> serde_json::Result<SittingPlan> {
        let Written { mode, seed, purpose, items, exam } = self.0;
        let items = PlanItems::later(items)?;
        SittingPlan::try_from(Written { mode, seed, purpose, items, exam }).map_err(de::Error::custom)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Mode {
    Quiz,
    Exam,
}

impl TryFrom<Written> for SittingPlan {
    type Error = &'static str;

    fn try_from(Written { mode, seed, purpose, items, exam }: Written) -> Result<Self, Self::Error> {
        match mode {
            Mode::Quiz => Ok(Self::Quiz(QuizPlan { seed, purpose, items })),
            Mode::Exam => {
                Ok(Self::Exam(ExamPlan { seed, items, terms: exam.ok_or("an exam without its terms")? }))
            }
        }
    }
}

/// The questions of a quiz.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct QuizPlan {
    pub(crate) seed: u64,
    #[serde(skip_serializing_if = "Purpose::is_practice", default)]
    pub(crate) purpose: Purpose,
    pub(crate) items: PlanItems,
}

/// What a quiz is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Purpose {
    /// Free practice.
    #[default]
    Practice,
    /// The share of a day on the way to an exam.
    Study,
}

impl Purpose {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_practice(&self) -> bool {
        *self == Self::Practice
    }
}

/// The questions of an exam, and its terms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ExamPlan {
    pub(crate) seed: u64,
    pub(crate) items: PlanItems,
    #[serde(rename = "exam")]
    pub(crate) terms: ExamTerms,
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

    /// What it is for, if it is a quiz.
    pub(crate) fn purpose(&self) -> Option<Purpose> {
        match self {
            Self::Quiz(plan) => Some(plan.purpose),
            Self::Exam(_) => None,
        }
    }

    /// The word for it in messages.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Quiz(plan) if plan.purpose == Purpose::Study => "study session",
            Self::Quiz(_) => "quiz",
            Self::Exam(_) => "exam",
        }
    }
}
