//! How many answers are still needed until the exam, and how many a day that makes.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::calendar::Calendar;
use super::knowledge::Knowledge;
use super::memory::{Memory, Remembered};
use super::study_plan::StudyPlan;
use super::{Attempt, History, Millis};

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
    /// Answers for each day so that nothing is left: for each of these days until the first answer of today, and then for
    /// each day after today, when today's share will be done.
    pub(crate) per_day: Option<usize>,
    /// The same for every question to come at least once.
    pub(crate) per_day_once: Option<usize>,
    /// Answers that the minutes of a day are enough for; `None` if no minutes were set.
    pub(crate) possible: Option<usize>,
    /// The answers that are to be given today.
    pub(crate) share: usize,
    /// The answers that were given today.
    pub(crate) done: usize,
    /// How many of these were wrong or guesses, so that their questions have to come again.
    pub(crate) missed_today: usize,
    /// The answers that were needed this morning.
    pub(crate) this_morning: usize,
    /// Questions whose last answer was wrong.
    pub(crate) missed: usize,
    /// The day on which the last new question comes at this pace; `None` if that is not before the exam, or if none is new.
    pub(crate) new_until: Option<Date>,
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
/// What is in doubt is one of so many questions of a day, because it takes the place of new ones. By the simulation, with 70 %
/// of lucky guesses marked and 40 of 300 questions a day for two weeks, the mean score is 88.7 without such a share, 88.4
/// with a tenth, 88.1 with a fifth and 87.9 without a limit, which would be less than the marks have to gain (86.8 and 1.2).
/// With 20 a day it is 77.1, 76.8, 76.3 and 76.2. Misconceptions alone change nothing.
const ONE_OF: usize = 10;
/// What is less likely to be recalled on the day of the exam has to come again before it.
const ENOUGH: f64 = 0.8;
/// The share of new questions that is expected to be known. It is the same for everybody: by the learner's own answers the
/// answers needed would grow while they are given, by more than were missed.
const KNOWN: f64 = 0.5;
/// On the last evening nobody has to make up for all that was left undone: so many answers, or as many as on other days.
const ONE_EVENING: usize = 40;
/// On the day of the exam a few questions that came before, to warm up.
const EXAM_DAY: usize = 10;

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

    /// Whether the exam is tomorrow.
    pub(crate) fn is_last_evening(&self) -> bool {
        self.over.is_none() && self.days == Some(1)
    }

    /// Whether the exam is today.
    pub(crate) fn is_exam_day(&self) -> bool {
        self.over.is_none() && self.days == Some(0)
    }

    /// Whether the exam is tomorrow or today.
    pub(crate) fn is_last(&self) -> bool {
        self.is_last_evening() || self.is_exam_day()
    }

    /// How many answers the minutes are enough for until the exam, and what was answered today is not among them; `None`
    /// without a date or minutes.
    pub(crate) fn possible_until(&self) -> Option<usize> {
        Some(self.possible? * self.days?.saturating_sub(1) + self.left_today())
    }

    /// How many of the next `count` questions may be those of which something is in doubt, before new ones come: a tenth,
    /// and no more than leaves room for every new question before the exam, if there is any such room.
    pub(crate) fn in_doubt(&self, count: usize) -> usize {
        let most = count.div_ceil(ONE_OF);
        let days = self.days.filter(|_| self.over.is_none());
        let room = days.map(|days| self.left_today().max(count) + self.share * days.saturating_sub(1));
        room.and_then(|room| room.checked_sub(self.unseen)).map_or(most, |room| most.min(room))
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
        let mut gaps: Vec<Millis> = vec![];
        let newest = history.newest_place().unwrap_or(0);
        // Of a long log the end is enough, unless there were many breaks.
        for back in [10 * Self::LOOKED_AT, usize::MAX] {
            let from = newest.saturating_sub(back);
            let newest = history.since(from);
            let times = newest.windows(2).map(|two| two[0].1.at.saturating_sub(two[1].1.at));
            gaps = times.filter(|gap| (1..=Self::LONGEST).contains(gap)).take(Self::LOOKED_AT).collect();
            if gaps.len() == Self::LOOKED_AT || from == 0 {
                break;
            }
        }
        if gaps.len() < Self::NEEDED {
            return Self { millis: Self::USUAL, is_own: false };
        }
        gaps.sort_unstable();
        Self { millis: gaps[gaps.len() / 2].unsigned_abs(), is_own: true }
    }
}

/// What is left to do for this plan. `knowledge` is what all answers say about the questions that the exam may ask.
pub(crate) fn pacing(
    knowledge: &Knowledge<'_>,
    history: &History,
    plan: &StudyPlan,
    calendar: &Calendar,
) -> Pacing {
    let until = plan.exam_date().map(|date| calendar.days_until(date));
    let days = until.map(|until| usize::try_from(until).unwrap_or(0));
    let over = until.filter(|until| *until < 0).map(|until| usize::try_from(-until).unwrap_or(0));
    // The same moment all day long, so that nothing fades because the evening is later than the morning.
    let exam = plan.exam_date().map_or(calendar.now, |date| calendar.noon(date).max(calendar.now));
    let known = knowledge.questions();
    let now = Left::of(known.iter().map(|known| known.given.remembered()), exam, days);
    let began = known.iter().map(|known| known.given.remembered_before(calendar.morning()));
    let morning = Left::of(began, exam, days);
    let pace = Pace::of(history);
    let possible = plan.minutes.map(|minutes| (u64::from(minutes) * 60_000 / pace.millis.max(1)) as usize);
    let given = || known.iter().flat_map(|known| known.given.attempts());
    let today: Vec<Attempt> = given().filter(|attempt| calendar.is_today(attempt.at)).collect();
    // What the day began with decides, so that the goal does not move while it is done.
    let a_day = days.map(|days| morning.all().div_ceil(days.max(1)));
    let share = match (a_day, days) {
        _ if over.is_some() => None,
        // On the day of the exam it is too late for all that is left.
        (_, Some(0)) => Some(EXAM_DAY),
        (Some(all), Some(1)) => Some(all.min(ONE_EVENING.max(most_a_day(given(), calendar)))),
        (a_day, _) => a_day,
    };
    let share = share.or(possible).unwrap_or(USUAL_SHARE).min(possible.unwrap_or(usize::MAX));
    let done = today.len();
    let left = share.saturating_sub(done);
    let per = |answers: usize| {
        days.map(|days| match days {
            2.. if done > 0 => answers.saturating_sub(left).div_ceil(days - 1),
            _ => answers.div_ceil(days.max(1)),
        })
    };
    // Today, and as many days more as it takes.
    let more = (now.unseen > 0 && share > 0).then(|| now.unseen.saturating_sub(left).div_ceil(share));
    let more = more.filter(|more| over.is_some() || days.is_none_or(|days| *more < days));
    Pacing {
        questions: known.len(),
        unseen: now.unseen,
        fading: now.fading,
        later: now.later,
        days,
        over,
        per_day: per(now.all()),
        per_day_once: per(now.unseen),
        possible,
        share,
        done,
        missed_today: today.iter().filter(|attempt| !attempt.knew()).count(),
        this_morning: morning.all(),
        missed: known.iter().filter(|known| known.is_wrong()).count(),
        new_until: more.map(|more| calendar.after(more)),
        pace,
    }
}

/// The most answers on one day before today.
fn most_a_day(given: impl Iterator<Item = Attempt>, calendar: &Calendar) -> usize {
    let mut days: BTreeMap<Date, usize> = BTreeMap::new();
    for attempt in given.filter(|attempt| attempt.at < calendar.morning()) {
        *days.entry(calendar.date(attempt.at)).or_default() += 1;
    }
    days.into_values().max().unwrap_or(0)
}

/// The answers that are left to give.
struct Left {
    unseen: usize,
    fading: usize,
    later: usize,
}

impl Left {
    /// `remembered` is what is of each question.
    fn of(remembered: impl Iterator<Item = Option<Remembered>>, exam: Millis, days: Option<usize>) -> Self {
        let (mut unseen, mut fading) = (0, 0);
        for remembered in remembered {
            match remembered {
                None => unseen += 1,
                Some(remembered) => fading += usize::from(remembered.recall(exam) < ENOUGH),
            }
        }
        // New questions come evenly over the days. Of those that are answered right, the early ones fade before the exam;
        // of those that are answered wrong, nearly all.
        let fade = |knew: bool| {
            let (days, lasts) = (days.unwrap_or(0) as f64, Memory::first(knew).lasts(ENOUGH));
            if days > lasts { 1.0 - lasts / days } else { 0.0 }
        };
        let (right, wrong) = (fade(true), fade(false));
        let again = KNOWN * right + (1.0 - KNOWN) * wrong;
        Self { unseen, fading, later: (unseen as f64 * again).round() as usize }
    }

    fn all(&self) -> usize {
        self.unseen + self.fading + self.later
    }
}
