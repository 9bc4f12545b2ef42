//! How many answers are still needed until the exam, and how many a day that makes.

use super::calendar::Calendar;
use super::knowledge::{Knowledge, Known};
use super::memory::Memory;
use super::study_plan::StudyPlan;
use super::{History, MILLIS_A_DAY, Millis};
use crate::bank::Question;

/// What is left to do, and in which portions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pacing {
    /// How many questions there are.
    pub(crate) questions: usize,
    /// Questions that never came.
    pub(crate) unseen: usize,
    /// Seen questions that will be forgotten by the exam unless they come again, or are by now if there is no date.
    pub(crate) fading: usize,
    /// Questions that never came and, after their first answer, will have to come again before the exam, as far as can
    /// be expected: those that come early, and those that are answered wrong.
    pub(crate) later: usize,
    /// Today and the days after it that are before the exam; `None` without a date. 0 on the day of the exam and after.
    pub(crate) days: Option<usize>,
    /// How many days the exam is behind us.
    pub(crate) over: Option<usize>,
    /// Answers for each of these days so that nothing is left, as it was this morning.
    pub(crate) per_day: Option<usize>,
    /// The same for every question to come at least once.
    pub(crate) per_day_once: Option<usize>,
    /// Answers that the minutes of a day are enough for; `None` if no minutes were set.
    pub(crate) possible: Option<usize>,
    /// The answers that are to be given today.
    pub(crate) share: usize,
    /// The answers that were given today.
    pub(crate) done: usize,
    /// How long one answer takes, with its explanation.
    pub(crate) pace: Pace,
}

/// How long one answer takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pace {
    pub(crate) millis: u64,
    /// Measured in the learner's own log, or else [`Pace::USUAL`].
    pub(crate) is_own: bool,
}

/// Answers a day without a date and without minutes.
pub(crate) const USUAL_SHARE: usize = 20;
/// What is less likely to be recalled on the day of the exam has to come again before it.
const ENOUGH: f64 = 0.8;

impl Pacing {
    /// Answers needed until the exam.
    pub(crate) fn needed(&self) -> usize {
        self.unseen + self.fading + self.later
    }

    /// What is left of today's share.
    pub(crate) fn left_today(&self) -> usize {
        self.share.saturating_sub(self.done)
    }

    /// Whether the minutes of a day are enough; `None` if there is no date or no minutes.
    pub(crate) fn fits(&self) -> Option<bool> {
        Some(self.possible? >= self.per_day?)
    }

    /// Whether the minutes of a day are enough for every question to come once.
    pub(crate) fn fits_once(&self) -> Option<bool> {
        Some(self.possible? >= self.per_day_once?)
    }

    /// So many answers in minutes, rounded up.
    pub(crate) fn minutes(&self, answers: usize) -> u64 {
        (answers as u64 * self.pace.millis).div_ceil(60_000)
    }
}

impl Pace {
    /// 45 seconds: about half of that to read and choose, the rest for the explanation.
    pub(crate) const USUAL: u64 = 45_000;
    /// A longer time between two answers is a break.
    const LONGEST: Millis = 300_000;
    /// How many times between answers are looked at, and how many are needed.
    const LOOKED_AT: usize = 200;
    const NEEDED: usize = 20;

    /// The middle one of the last times between two answers.
    pub(crate) fn of(history: &History) -> Self {
        let newest = history.newest();
        let gaps = newest.windows(2).map(|two| two[0].1.at.saturating_sub(two[1].1.at));
        let mut gaps: Vec<Millis> =
            gaps.filter(|gap| (1..=Self::LONGEST).contains(gap)).take(Self::LOOKED_AT).collect();
        if gaps.len() < Self::NEEDED {
            return Self { millis: Self::USUAL, is_own: false };
        }
        gaps.sort_unstable();
        Self { millis: gaps[gaps.len() / 2].unsigned_abs(), is_own: true }
    }
}

/// What is left to do for this plan, for the questions that the exam may ask.
pub(crate) fn pacing(
    questions: &[&Question],
    history: &History,
    plan: &StudyPlan,
    calendar: &Calendar,
) -> Pacing {
    let until = plan.exam_date().map(|date| calendar.days_until(date));
    let days = until.map(|until| usize::try_from(until).unwrap_or(0));
    let over = until.filter(|until| *until < 0).map(|until| usize::try_from(-until).unwrap_or(0));
    let exam = calendar.now.saturating_add(days.unwrap_or(0) as Millis * MILLIS_A_DAY);
    let now = Left::of(&Knowledge::new(questions, history), exam, days);
    // What the day began with decides how much is to be done today, so that the goal does not move while it is done.
    let morning = Left::of(&Knowledge::until(calendar.morning(), questions, history), exam, days);
    let per = |answers: usize| days.map(|days| answers.div_ceil(days.max(1)));
    let per_day = per(morning.unseen + morning.fading + morning.later);
    let pace = Pace::of(history);
    let possible = plan.minutes.map(|minutes| (u64::from(minutes) * 60_000 / pace.millis.max(1)) as usize);
    let done = |question: &&Question| history.attempts(question).filter(|a| calendar.is_today(a.at)).count();
    // On the day of the exam it is too late for all that is left.
    let share = per_day.filter(|_| over.is_none() && days != Some(0)).or(possible).unwrap_or(USUAL_SHARE);
    Pacing {
        questions: questions.len(),
        unseen: now.unseen,
        fading: now.fading,
        later: now.later,
        days,
        over,
        per_day,
        per_day_once: per(morning.unseen),
        possible,
        share: share.min(possible.unwrap_or(usize::MAX)),
        done: questions.iter().map(done).sum(),
        pace,
    }
}

/// The answers that are left to give.
struct Left {
    unseen: usize,
    fading: usize,
    later: usize,
}

impl Left {
    fn of(knowledge: &Knowledge<'_>, exam: Millis, days: Option<usize>) -> Self {
        let is_fading =
            |known: &&Known<'_>| known.last.is_some_and(|last| last.remembered.recall(exam) < ENOUGH);
        let fading = knowledge.questions().iter().filter(is_fading).count();
        let unseen = knowledge.questions().iter().filter(|known| known.last.is_none());
        let count = unseen.clone().count();
        // New questions come evenly over the days. Of those that are answered right, the early ones fade before the exam;
        // of those that are answered wrong, nearly all.
        let fade = |knew: bool| {
            let (days, lasts) = (days.unwrap_or(0) as f64, Memory::first(knew).lasts(ENOUGH));
            if days > lasts { 1.0 - lasts / days } else { 0.0 }
        };
        let (right, wrong) = (fade(true), fade(false));
        let again = |known: &Known<'_>| {
            let known = knowledge.prior(&known.question.topic);
            known * right + (1.0 - known) * wrong
        };
        Self { unseen: count, fading, later: unseen.map(again).sum::<f64>().round() as usize }
    }
}
