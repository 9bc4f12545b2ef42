//! The result of an exam: score, topics, time, changed answers.

use super::sitting::{ExamSitting, Tally};
use crate::bank::Bank;
use crate::progress::{ExamScore, HandInReason};
use crate::sitting::{Item, Replay, TopicScore};

/// The result of an exam that was handed in. Questions are given by their places in the sitting.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) reason: HandInReason,
    /// From the start to the hand-in or the deadline, whichever is earlier, in milliseconds of the wall clock.
    pub(crate) used: u64,
    pub(crate) score: ExamScore,
    /// In the order of the bank.
    pub(crate) topics: Vec<TopicScore>,
    pub(crate) timing: Timing,
    /// Questions whose first choice was right and whose final answer is not: it was changed or removed.
    pub(crate) right_to_wrong: Vec<usize>,
    pub(crate) wrong_to_right: Vec<usize>,
    /// Questions to go over: every one that was missed or flagged.
    pub(crate) go_over: Vec<usize>,
}

/// Where the time went.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Timing {
    /// Milliseconds available for each question; `None` without a limit.
    pub(crate) pace: Option<u64>,
    /// The median time spent on a question, in milliseconds.
    pub(crate) median: u64,
    /// Questions that took more than twice the pace (without a limit: the median), the longest first.
    pub(crate) slow: Vec<Slow>,
    /// How many questions had no answer when the time was up.
    pub(crate) not_reached: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slow {
    pub(crate) place: usize,
    pub(crate) spent: u64,
    /// The time beyond the pace.
    pub(crate) lost: u64,
    pub(crate) correct: bool,
}

impl Outcome {
    /// The result; `None` before the exam is handed in.
    pub(crate) fn of(exam: &ExamSitting<'_>, bank: &Bank) -> Option<Self> {
        let handed_in = exam.handed_in()?;
        let end = exam.terms().deadline.map_or(handed_in.at, |deadline| handed_in.at.min(deadline));
        let items = exam.items();
        let places = |which: &dyn Fn(&Item<'_>, Tally) -> bool| -> Vec<usize> {
            (0..items.len()).filter(|&place| which(&items[place], exam.tally(place))).collect()
        };
        Some(Self {
            reason: handed_in.reason,
            used: end.saturating_sub(exam.began).max(0).unsigned_abs(),
            score: exam.terms().score(&exam.scores()),
            topics: exam.sitting().topics(bank),
            timing: timing(exam, handed_in.reason),
            right_to_wrong: places(&|item, tally| tally.first == Some(true) && !item.is_right()),
            wrong_to_right: places(&|item, tally| tally.first == Some(false) && item.is_right()),
            go_over: places(&|item, _| item.flagged || !item.is_right()),
        })
    }

    /// Whether a topic's share of right answers is below the pass mark; `None` without a pass mark.
    pub(crate) fn is_below(&self, topic: &TopicScore) -> Option<bool> {
        let needed: Option<usize> = self.score.papers.iter().map(|paper| paper.needed).sum();
        // correct / asked < needed / all, in whole numbers.
        Some(topic.correct * self.score.asked < needed?.saturating_mul(topic.asked))
    }
}

fn timing(exam: &ExamSitting<'_>, reason: HandInReason) -> Timing {
    let items = exam.items();
    let mut spent: Vec<u64> = (0..items.len()).map(|place| exam.tally(place).spent).collect();
    spent.sort_unstable();
    let median = spent.get(spent.len() / 2).copied().unwrap_or(0);
    let pace = exam.terms().allowed.map(|allowed| allowed / items.len().max(1) as u64);
    let usual = pace.unwrap_or(median);
    let slow = |place: usize| {
        let spent = exam.tally(place).spent;
        Slow { place, spent, lost: spent.saturating_sub(usual), correct: items[place].is_right() }
    };
    let mut slow: Vec<Slow> = (0..items.len()).map(slow).collect();
    slow.retain(|slow| usual > 0 && slow.spent > usual.saturating_mul(2));
    slow.sort_by_key(|slow| std::cmp::Reverse(slow.spent));
    let not_reached = if reason == HandInReason::TimeUp { exam.unanswered().len() } else { 0 };
    Timing { pace, median, slow, not_reached }
}
