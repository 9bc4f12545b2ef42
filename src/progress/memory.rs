//! How likely it is that a question is still known: the memory model FSRS-6 with its default weights.
//!
//! Source of the formulas and weights: the Free Spaced Repetition Scheduler, version 6, of the Open Spaced Repetition
//! project. A right answer is graded *good* (3); a wrong one, or a right one that was a guess, *again* (1). Time counts
//! in days.

use std::ops::RangeInclusive;

use super::attempt::Attempt;
use super::time::{MILLIS_A_DAY, Millis};

const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
    0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
const EASY: f64 = 4.0;
const GOOD: f64 = 3.0;
const AGAIN: f64 = 1.0;

/// An answer sooner than this many days after the one before is on the same day. Half a day needs no time zone, and an
/// evening an hour earlier than the last one is still another day.
const SAME_DAY: f64 = 0.5;

const STABILITIES: RangeInclusive<f64> = 0.001..=36_500.0;
const DIFFICULTIES: RangeInclusive<f64> = 1.0..=10.0;

/// The state of the model for one question after an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Memory {
    /// Days until the probability of recall has fallen to 90 %.
    stability: f64,
    /// From 1 (easy) to 10 (hard).
    difficulty: f64,
}

impl Memory {
    /// After the first answer; `knew` is whether it was right and no guess.
    pub(crate) fn first(knew: bool) -> Self {
        let (stability, grade) = if knew { (W[2], GOOD) } else { (W[0], AGAIN) };
        Self {
            stability,
            difficulty: first_difficulty(grade).clamp(*DIFFICULTIES.start(), *DIFFICULTIES.end()),
        }
    }

    /// The figures of a memory, from which it comes back: stability and difficulty.
    pub(super) fn figures(self) -> [f64; 2] {
        [self.stability, self.difficulty]
    }

    /// `None` for figures that no memory has.
    pub(super) fn of_figures([stability, difficulty]: [f64; 2]) -> Option<Self> {
        let is_possible = STABILITIES.contains(&stability) && DIFFICULTIES.contains(&difficulty);
        is_possible.then_some(Self { stability, difficulty })
    }

    /// After one more answer. `recall` is how likely it was to be right, if it came on another day than the one before.
    pub(crate) fn after(self, knew: bool, recall: Option<f64>) -> Self {
        let (s, d) = (self.stability, self.difficulty);
        let grade = if knew { GOOD } else { AGAIN };
        let stability = if let Some(recall) = recall {
            let forgotten = 1.0 - recall;
            if knew {
                s * (1.0 + W[8].exp() * (11.0 - d) * s.powf(-W[9]) * ((W[10] * forgotten).exp() - 1.0))
            } else {
                let relearned =
                    W[11] * d.powf(-W[12]) * ((s + 1.0).powf(W[13]) - 1.0) * (W[14] * forgotten).exp();
                relearned.min(s / (W[17] * W[18]).exp())
            }
        } else {
            let increase = (W[17] * (grade - 3.0 + W[18])).exp() * s.powf(-W[19]);
            s * if knew { increase.max(1.0) } else { increase }
        };
        let moved = d - W[6] * (grade - 3.0) * (10.0 - d) / 9.0;
        // The difficulty of an easy first answer is not clamped here: it is what difficulties drift toward.
        let difficulty = (W[7] * first_difficulty(EASY) + (1.0 - W[7]) * moved)
            .clamp(*DIFFICULTIES.start(), *DIFFICULTIES.end());
        Self { stability: stability.clamp(*STABILITIES.start(), *STABILITIES.end()), difficulty }
    }

    /// The probability of recall so many days after the last answer.
    pub(crate) fn recall(self, days: f64) -> f64 {
        (1.0 + factor() * days.max(0.0) / self.stability).powf(-W[20])
    }

    /// The same where that is another day than the one of the last answer.
    pub(crate) fn expected(self, days: f64) -> Option<f64> {
        (days >= SAME_DAY).then(|| self.recall(days))
    }

    /// How many days after the last answer the probability of recall has fallen to `recall`.
    pub(crate) fn lasts(self, recall: f64) -> f64 {
        (recall.powf(-1.0 / W[20]) - 1.0) * self.stability / factor()
    }
}

fn factor() -> f64 {
    0.9_f64.powf(-1.0 / W[20]) - 1.0
}

fn first_difficulty(grade: f64) -> f64 {
    W[4] - (W[5] * (grade - 1.0)).exp() + 1.0
}

/// A memory, and when it was last tested.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Remembered {
    pub(crate) memory: Memory,
    pub(crate) at: Millis,
}

impl Remembered {
    /// What is left of `before` after this answer.
    pub(crate) fn answered(before: Option<Self>, attempt: &Attempt) -> Self {
        Self::tested(before, before.and_then(|before| before.expected(attempt.at)), attempt)
    }

    /// The same where it is known how likely the answer was to be right ([`Remembered::expected`]).
    pub(super) fn tested(before: Option<Self>, expected: Option<f64>, attempt: &Attempt) -> Self {
        let memory = match before {
            None => Memory::first(attempt.knew()),
            Some(before) => before.memory.after(attempt.knew(), expected),
        };
        Self { memory, at: attempt.at }
    }

    /// How likely an answer at this time is right, if it is on another day than the last one.
    pub(crate) fn expected(self, at: Millis) -> Option<f64> {
        self.memory.expected(days(self.at, at))
    }

    /// The probability of recall at this time.
    pub(crate) fn recall(self, now: Millis) -> f64 {
        self.memory.recall(days(self.at, now))
    }
}

/// A clock that was set back counts as no time at all.
fn days(from: Millis, to: Millis) -> f64 {
    to.saturating_sub(from).max(0) as f64 / MILLIS_A_DAY as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made with py-fsrs 6.3.2 (`pip install fsrs==6.3.2`), which counts in f64, by the script at the top of the file.
    /// The crate fsrs 6.6.2 gives the same within the rounding of its f32: 1.8e-5 in stability, 1.8e-7 in difficulty.
    const TABLE: &str = include_str!("../../tests/fixtures/fsrs-6.csv");

    #[test]
    fn the_model_is_the_one_of_an_independent_implementation() {
        let (mut steps, mut now): (usize, Option<Memory>) = (0, None);
        let near = |own: f64, other: f64| (own / other - 1.0).abs() < 1e-9;
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let figures: Vec<f64> = line.split(',').map(|figure| figure.parse().unwrap()).collect();
            let [_, step, days, right, recall, stability, difficulty] = figures[..] else {
                unreachable!("{line}")
            };
            let before = now.filter(|_| step > 0.0);
            let memory = match before {
                None => Memory::first(right > 0.0),
                Some(memory) => memory.after(right > 0.0, memory.expected(days)),
            };
            assert!(near(before.map_or(1.0, |memory| memory.recall(days)), recall), "{line}");
            assert!(
                near(memory.stability, stability) && near(memory.difficulty, difficulty),
                "{line}: {memory:?}"
            );
            now = Some(memory);
            steps += 1;
        }
        assert_eq!(steps, 400);
    }

    #[test]
    fn a_memory_lasts_until_recall_has_fallen() {
        let memory = Memory::first(true);
        assert!((memory.lasts(0.9) - memory.stability).abs() < 1e-9, "by definition");
        assert!((memory.recall(memory.lasts(0.8)) - 0.8).abs() < 1e-9);
    }

    #[test]
    fn only_figures_of_a_memory_make_one() {
        for memory in
            [Memory::first(true), Memory::first(false), Memory::first(true).after(false, Some(0.01))]
        {
            assert_eq!(Memory::of_figures(memory.figures()), Some(memory));
        }
        for figures in
            [[f64::NAN, 5.0], [1.0, f64::NAN], [0.0, 5.0], [-1.0, 5.0], [f64::INFINITY, 5.0], [1.0, 11.0]]
        {
            assert_eq!(Memory::of_figures(figures), None, "{figures:?}");
        }
    }
}
