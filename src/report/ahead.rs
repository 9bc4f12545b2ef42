//! What the person prepares for, and how far it is.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::ReadinessWords;
use crate::progress::{Pacing, Readiness};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ahead {
    /// `None` without answers.
    pub(crate) readiness: Option<Readiness>,
    pub(crate) pacing: Pacing,
    /// The date of the exam, if it is planned.
    pub(crate) exam: Option<Date>,
    /// Minutes a day, if they are set.
    pub(crate) minutes: Option<u32>,
    /// The title of the exam; `None` for a mock exam.
    pub(crate) title: Option<String>,
    /// Subjects of the exam that these questions leave out.
    pub(crate) also_covers: Option<String>,
    /// The title of the topic that would raise the score most.
    pub(crate) raise: Option<String>,
}

impl Ahead {
    /// What there is to say about readiness; nothing without answers.
    pub(crate) fn readiness_words(&self) -> Option<ReadinessWords<'_>> {
        let readiness = self.readiness.as_ref()?;
        let seen = self.pacing.questions - self.pacing.unseen;
        let more = self.pacing.questions.div_ceil(2).saturating_sub(seen);
        Some(ReadinessWords {
            enough: readiness.enough,
            new_needed: more,
            chance: readiness.chance,
            score: (readiness.low, readiness.high),
            pass: readiness.pass,
            exam: self.title.as_deref(),
            raise: self.raise.as_deref(),
            also_covers: self.also_covers.as_deref(),
        })
    }

    pub(crate) fn readiness_json(&self) -> Option<Value> {
        let readiness = self.readiness.as_ref()?;
        // The figures are estimates; further digits would only differ between machines.
        let rounded = |share: f64| (share * 10_000.0).round() / 10_000.0;
        Some(json!({
            "enough": readiness.enough, "chance": rounded(readiness.chance), "low": rounded(readiness.low),
            "high": rounded(readiness.high), "pass": rounded(readiness.pass), "profile": readiness.profile, "raise": readiness.raise,
        }))
    }

    pub(crate) fn plan_json(&self) -> Value {
        let pacing = &self.pacing;
        json!({
            "exam": self.exam.map(|date| date.to_string()), "minutes": self.minutes, "days": pacing.days,
            "needed": pacing.needed(), "new": pacing.unseen, "per_day": pacing.per_day,
            "per_day_once": pacing.per_day_once, "possible": pacing.possible, "fits": pacing.fits(), "share": pacing.share, "done": pacing.done,
        })
    }
}
