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

    /// How many questions the exam may ask, where that is not all of them.
    pub(crate) fn counted(&self) -> Option<usize> {
        (self.title.is_some() && self.pacing.questions < self.in_banks).then_some(self.pacing.questions)
    }

    /// The chance to pass in words, where it is so high that what is left to do is optional.
    pub(crate) fn high_chance(&self) -> Option<String> {
        let words = self.readiness_words().filter(|words| words.enough && words.is_ready())?;
        Some(words.chance_words())
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

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::Ahead;
    use crate::bank::{Question, samples};
    use crate::progress::{Calendar, History, Knowledge, MILLIS_A_DAY, Readiness, StudyPlan, pacing};
    use crate::report::tests::log;
    use crate::report::{plan_lines, today_line};

    /// Nothing was answered of 300 questions, and the exam is on January 15.
    fn ahead(day: i64, chance: f64, enough: bool, also_covers: Option<&str>) -> Ahead {
        answered(0, day, chance, enough, also_covers)
    }

    /// The same after so many answers on that day.
    fn answered(answers: usize, day: i64, chance: f64, enough: bool, also_covers: Option<&str>) -> Ahead {
        let bank = samples::bank(1, 300);
        let questions: Vec<&Question> = bank.questions().iter().collect();
        let ids: Vec<String> = (1..=answers).map(|n| format!("t1-{n}")).collect();
        let given: Vec<(&str, bool, i64)> = ids.iter().map(|id| (id.as_str(), true, day)).collect();
        let history = History::derive(&log(&bank, &given));
        let plan =
            StudyPlan { exam: Some(String::from("1970-01-15")), minutes: Some(15), ..StudyPlan::default() };
        let calendar = Calendar::new(day * MILLIS_A_DAY, TimeZone::UTC);
        Ahead {
            readiness: Some(Readiness {
                answers: 500,
                questions: 300,
                enough,
                chance,
                low: 0.7,
                high: 0.9,
                pass: 0.7,
                profile: None,
                raise: None,
            }),
            pacing: pacing(&Knowledge::new(&questions, &history), &history, &plan, &calendar),
            exam: plan.exam_date(),
            minutes: plan.minutes,
            title: Some(String::from("Site exam")),
            place: None,
            profile: None,
            in_banks: 1_055,
            also_covers: also_covers.map(ToOwned::to_owned),
            raise: None,
        }
    }

    #[test]
    fn what_is_left_is_optional_where_the_chance_is_high() {
        let part = Some("first aid");
        for day in [0, 11, 13] {
            let ready = ahead(day, 0.99, true, part);
            let plan = plan_lines(&ready).join("\n");
            let optional = "You are ready (99% chance to pass this part of the exam): the rest is optional.";
            assert!(plan.contains(optional), "{plan}");
            let whole = plan_lines(&ahead(day, 0.99, true, None)).join("\n");
            assert!(whole.contains("You are ready (99% chance to pass): the rest"), "{whole}");
            for other in [ahead(day, 0.89, true, part), ahead(day, 0.99, false, part)] {
                let plan = plan_lines(&other).join("\n");
                assert!(!plan.contains("optional"), "{plan}");
                assert!(!today_line(&other).contains("optional"), "{}", today_line(&other));
            }
        }
        let today = today_line(&ahead(11, 0.99, true, part));
        assert!(today.contains(" answers to go, all of them optional. guardprep study"), "{today}");
    }

    #[test]
    fn what_is_needed_is_divided_by_days_and_says_what_of_today_is_done() {
        let said = |answers, day| {
            let ahead = answered(answers, day, 0.5, true, None);
            (plan_lines(&ahead).join("\n"), ahead.pacing.needed())
        };
        let (before, needed) = said(0, 4);
        let a_day = needed.div_ceil(10);
        assert!(before.contains(&format!("\nThat makes {a_day} a day, about ")), "{before}");
        assert!(before.contains("about 200 of the 300 new questions will come"), "{before}");
        let (amid, needed) = said(5, 4);
        let a_day = (needed - 15).div_ceil(9);
        let words = format!(
            "Of today's share of 20, 5 are done and 15 are left. For the 9 days after today that makes {a_day} a day"
        );
        assert!(amid.contains(&words), "{amid}");
        assert!(amid.contains("about 195 of the 295 new questions will come"), "{amid}");
        let (after, needed) = said(20, 4);
        let a_day = needed.div_ceil(9);
        let words = format!(
            "Today's share of 20 is done. For the 9 days after today that makes {a_day} a day, about "
        );
        assert!(after.contains(&words), "{after}");
        assert!(after.contains("about 180 of the 280 new questions will come"), "{after}");
        let (tomorrow, needed) = said(20, 12);
        assert!(
            tomorrow.contains(&format!("is done. For tomorrow that makes {needed}, about ")),
            "{tomorrow}"
        );
    }

    #[test]
    fn what_counts_is_the_exams_and_not_a_places() {
        let plan = plan_lines(&ahead(0, 0.5, true, None)).join("\n");
        assert!(plan.contains("\n300 of the 1055 questions here are for this exam.\n"), "{plan}");
    }

    #[test]
    fn the_last_two_days_say_what_study_does() {
        let said = |day| plan_lines(&ahead(day, 0.5, true, None)).join("\n");
        let eve =
            "This is the last evening. Study has 20 questions for today. Take one mock exam if there is time";
        assert!(said(13).contains(eve), "{}", said(13));
        assert!(said(14).contains("No question came so far: 10 are enough for today."), "{}", said(14));
        assert_eq!(
            today_line(&ahead(14, 0.5, true, None)),
            "Today: 10 questions. The exam is today. guardprep study"
        );
    }
}
