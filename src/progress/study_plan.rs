//! What the person aims at: an exam date, minutes a day, an exam.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::gate;

/// What the person aims at, each part if it is known. All parts are set at once, so nothing at all takes a plan back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StudyPlan {
    /// The day of the exam on the person's calendar, as `2026-06-01`.
    #[serde(skip_serializing_if = "Option::is_none", default, deserialize_with = "gate::some_line")]
    pub(crate) exam: Option<String>,
    /// How long the person wants to study each day, from 1 to [`StudyPlan::MOST_MINUTES`].
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) minutes: Option<u32>,
    /// The id of an exam profile, which may be gone by now.
    #[serde(skip_serializing_if = "Option::is_none", default, deserialize_with = "gate::some_line")]
    pub(crate) profile: Option<String>,
}

impl StudyPlan {
    /// The minutes of a day.
    pub(crate) const MOST_MINUTES: u32 = 24 * 60;

    pub(crate) fn exam_date(&self) -> Option<Date> {
        self.exam.as_deref().and_then(|text| text.parse().ok())
    }
}
