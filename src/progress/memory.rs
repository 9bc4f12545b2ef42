//! How likely it is that a question is still known: the memory model FSRS-6 with its default weights.
//!
//! Source of the formulas and weights: the Free Spaced Repetition Scheduler, version 6, of the Open Spaced Repetition
//! project. A right answer is graded *good* (3), a wrong one *again* (1); time counts in days.

use super::{Attempt, MILLIS_A_DAY, Millis};

const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
    0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/// The state of the model for one question after an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Memory {
    /// Days until the probability of recall has fallen to 90 %.
    stability: f64,
    /// From 1 (easy) to 10 (hard).
    difficulty: f64,
}

/// The probability that a question with these answers (oldest first) is recalled now; `None` without answers.
pub(super) fn recall<'a>(attempts: impl IntoIterator<Item = &'a Attempt>, now: Millis) -> Option<f64> {
    let mut last: Option<(Memory, Millis)> = None;
    for attempt in attempts {
        let grade = if attempt.correct { 3.0 } else { 1.0 };
        let memory = match last {
            None => Memory {
                stability: if attempt.correct { W[2] } else { W[0] },
                difficulty: first_difficulty(grade),
            },
            Some((memory, at)) => memory.after(grade, days(at, attempt.at)),
        };
        last = Some((memory, attempt.at));
    }
    last.map(|(memory, at)| retrievability(days(at, now), memory.stability))
}

fn days(from: Millis, to: Millis) -> f64 {
    (to - from).max(0) as f64 / MILLIS_A_DAY as f64
}

fn retrievability(days: f64, stability: f64) -> f64 {
    let factor = 0.9_f64.powf(-1.0 / W[20]) - 1.0;
    (1.0 + factor * days / stability).powf(-W[20])
}

fn first_difficulty(grade: f64) -> f64 {
    (W[4] - (W[5] * (grade - 1.0)).exp() + 1.0).clamp(1.0, 10.0)
}

impl Memory {
    fn after(self, grade: f64, days: f64) -> Self {
        let (s, d) = (self.stability, self.difficulty);
        let stability = if days < 1.0 {
            let increase = (W[17] * (grade - 3.0 + W[18])).exp() * s.powf(-W[19]);
            s * if grade >= 2.0 { increase.max(1.0) } else { increase }
        } else {
            let forgotten = 1.0 - retrievability(days, s);
            if grade >= 2.0 {
                s * (1.0 + W[8].exp() * (11.0 - d) * s.powf(-W[9]) * ((W[10] * forgotten).exp() - 1.0))
            } else {
                let relearned =
                    W[11] * d.powf(-W[12]) * ((s + 1.0).powf(W[13]) - 1.0) * (W[14] * forgotten).exp();
                relearned.min(s / (W[17] * W[18]).exp())
            }
        };
        let moved = d - W[6] * (grade - 3.0) * (10.0 - d) / 9.0;
        let difficulty = (W[7] * first_difficulty(4.0) + (1.0 - W[7]) * moved).clamp(1.0, 10.0);
        Self { stability: stability.clamp(0.001, 36_500.0), difficulty }
    }
}
