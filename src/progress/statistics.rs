//! Statistics for each topic and overall: how much was seen, how much was right, and the trend.

use super::{Attempt, History, Millis, Standing};
use crate::bank::{Bank, Question};

/// Below this probability of recall a question is due again.
const DUE_BELOW: f64 = 0.9;

/// What a learner has done in one topic.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TopicStatistics {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) questions: usize,
    /// Questions answered at least once.
    pub(crate) seen: usize,
    pub(crate) answers: usize,
    pub(crate) correct: usize,
    /// Questions whose last answer was right.
    pub(crate) right_now: usize,
    /// Seen questions whose probability of recall has fallen below 90 %.
    pub(crate) due: usize,
    pub(crate) trend: Option<Trend>,
    pub(crate) last: Option<Millis>,
}

impl TopicStatistics {
    /// The share of right answers in percent, rounded; `None` without answers.
    pub(crate) fn percent(&self) -> Option<usize> {
        percent(self.correct, self.answers)
    }
}

/// The last ten answers of a topic against the ten before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trend {
    Up,
    Same,
    Down,
}

impl Trend {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Same => "same",
            Self::Down => "down",
        }
    }
}

/// The sum of all topics.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Overall {
    pub(crate) questions: usize,
    pub(crate) seen: usize,
    pub(crate) answers: usize,
    pub(crate) correct: usize,
    pub(crate) last: Option<Millis>,
    /// Questions whose right answer has changed since they were answered.
    pub(crate) changed: usize,
    /// Answers to questions that are no longer in the banks.
    pub(crate) set_aside: usize,
}

impl Overall {
    pub(crate) fn percent(&self) -> Option<usize> {
        percent(self.correct, self.answers)
    }
}

/// `part` of `whole` in percent, rounded half up; `None` if `whole` is 0.
pub(crate) fn percent(part: usize, whole: usize) -> Option<usize> {
    (whole > 0).then(|| (part * 200 + whole) / (whole * 2))
}

pub(crate) fn topics(bank: &Bank, history: &History, now: Millis) -> Vec<TopicStatistics> {
    let of_topic = |topic: &crate::bank::Topic| {
        let questions: Vec<&Question> = bank.questions_of(&topic.id).collect();
        let mut attempts: Vec<Attempt> = questions.iter().flat_map(|q| history.attempts(q)).collect();
        attempts.sort_by_key(|attempt| attempt.place);
        let seen = questions.iter().filter(|q| history.attempts(q).next().is_some()).count();
        let due = questions
            .iter()
            .filter_map(|q| history.given(q).remembered())
            .filter(|remembered| remembered.recall(now) < DUE_BELOW)
            .count();
        TopicStatistics {
            id: topic.id.clone(),
            title: topic.title.clone(),
            questions: questions.len(),
            seen,
            answers: attempts.len(),
            correct: attempts.iter().filter(|attempt| attempt.correct).count(),
            right_now: questions.iter().filter(|q| history.standing(q) == Standing::Right).count(),
            due,
            trend: trend(&attempts),
            last: attempts.last().map(|attempt| attempt.at),
        }
    };
    bank.topics().iter().map(of_topic).collect()
}

pub(crate) fn overall(bank: &Bank, history: &History, topics: &[TopicStatistics]) -> Overall {
    let changed = bank.questions().iter().filter(|q| history.standing(q) == Standing::Changed).count();
    let mut all = Overall { changed, set_aside: history.set_aside(bank), ..Overall::default() };
    for topic in topics {
        all.questions += topic.questions;
        all.seen += topic.seen;
        all.answers += topic.answers;
        all.correct += topic.correct;
        all.last = all.last.max(topic.last);
    }
    all
}

/// Needs ten answers; with fewer than twenty, the earlier half is compared with the later one. A difference of less
/// than ten percentage points is no trend.
fn trend(attempts: &[Attempt]) -> Option<Trend> {
    let n = attempts.len();
    if n < 10 {
        return None;
    }
    let half = (n / 2).min(10);
    let right = |list: &[Attempt]| list.iter().filter(|attempt| attempt.correct).count();
    let later = right(&attempts[n - half..]);
    let earlier = right(&attempts[n - 2 * half..n - half]);
    let points = (later as i64 - earlier as i64) * 100 / half as i64;
    Some(match points {
        10.. => Trend::Up,
        ..=-10 => Trend::Down,
        _ => Trend::Same,
    })
}
