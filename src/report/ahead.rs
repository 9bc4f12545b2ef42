//! What the person prepares for, and how far it is.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Missing, ReadinessWords};
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
    /// Where it is held.
    pub(crate) place: Option<String>,
    /// The id of its profile.
    pub(crate) profile: Option<String>,
    /// How many questions there are in all, those included that this exam does not ask.
    pub(crate) in_banks: usize,
    /// Subjects of the exam that these questions leave out.
    pub(crate) also_covers: Option<String>,
    /// The title of the topic that would raise the score most.
    pub(crate) raise: Option<String>,
}

impl Ahead {
    /// What there is to say about readiness; nothing without answers.
    pub(crate) fn readiness_words(&self) -> Option<ReadinessWords<'_>> {
        let readiness = self.readiness.as_ref()?;
        Some(ReadinessWords {
            enough: readiness.enough,
            missing: self.missing(readiness.answers),
            chance: readiness.chance,
            score: (readiness.low, readiness.high),
            pass: readiness.pass,
            exam: self.title.as_deref(),
            raise: self.raise.as_deref(),
            also_covers: self.also_covers.as_deref(),
        })
    }

    /// What it takes until there are enough answers to tell readiness.
    fn missing(&self, answers: usize) -> Missing {
        let pacing = &self.pacing;
        let new = pacing.questions.div_ceil(2).saturating_sub(pacing.questions - pacing.unseen);
        let any = Readiness::ENOUGH.saturating_sub(answers);
        let more = new.max(any);
        let days = more.saturating_sub(pacing.left_today()).div_ceil(pacing.share.max(1));
        let too_late = pacing.over.is_none() && pacing.days.is_some_and(|until| days >= until.max(1));
        Missing { answers: more, are_new: new >= any, days, a_day: pacing.share, too_late }
    }

    /// The command for a mock exam of this kind.
    pub(crate) fn exam_command(&self) -> String {
        self.profile
            .as_ref()
            .map_or_else(|| String::from("guardprep exam"), |profile| format!("guardprep exam {profile}"))
    }

    /// How many questions count and the place they are for, where that is not all of them.
    pub(crate) fn place_counted(&self) -> Option<(usize, &str)> {
        let place = self.place.as_deref().filter(|_| self.pacing.questions < self.in_banks)?;
        Some((self.pacing.questions, place))
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
            "new_until": pacing.new_until.map(|date| date.to_string()), "missed": pacing.missed,
        })
    }
}
