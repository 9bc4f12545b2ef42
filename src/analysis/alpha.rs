//! How well the questions of a test measure the same thing: coefficient alpha, which is KR-20 for right and wrong.

use super::sums::{ItemSums, spread};

/// The students' scores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Scores {
    pub(super) n: i64,
    pub(super) sum: i64,
    pub(super) squares: i64,
}

impl Scores {
    pub(super) fn of(scores: &[i64]) -> Self {
        Self {
            n: scores.len() as i64,
            sum: scores.iter().sum(),
            squares: scores.iter().map(|score| score * score).sum(),
        }
    }

    pub(super) fn mean(&self) -> f64 {
        self.sum as f64 / self.n as f64
    }

    /// With `n - 1`.
    pub(super) fn deviation(&self) -> Option<f64> {
        let (n, spread) = (self.n as f64, spread(self.n, self.sum, self.squares) as f64);
        (self.n > 1).then(|| (spread / (n * (n - 1.0))).sqrt())
    }

    fn spread(&self) -> i128 {
        spread(self.n, self.sum, self.squares)
    }
}

fn alpha(k: usize, parts: i128, whole: i128) -> Option<f64> {
    let k = k as f64;
    (k >= 2.0 && whole > 0).then(|| k / (k - 1.0) * (1.0 - parts as f64 / whole as f64))
}

/// Alpha of the whole test, for students who were all asked the same `k` questions; `parts` is the sum of the spreads of
/// all of them.
pub(super) fn of_all(parts: i128, k: usize, scores: &Scores) -> Option<f64> {
    alpha(k, parts, scores.spread())
}

/// Alpha without one item.
pub(super) fn without_item(k: usize, parts: i128, item: &ItemSums) -> Option<f64> {
    alpha(k.checked_sub(1)?, parts - item.spread(), item.spread_of_rest())
}
