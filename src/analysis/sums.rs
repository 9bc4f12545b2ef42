//! Sums of whole numbers, of which every figure is made: exact, and so the same in whatever order they are added.

/// What is kept of an item to compare it with the rest of the test: sums over the students who were asked it. "Rest" is
/// a student's score without this item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ItemSums {
    pub(crate) n: i64,
    pub(crate) right: i64,
    /// Sum, and sum of squares, of the rest.
    pub(crate) rest: i64,
    pub(crate) rest_squares: i64,
    /// Sum of the rest over those who were right.
    pub(crate) right_rest: i64,
    pub(crate) blank: Chosen,
    pub(crate) options: Vec<Chosen>,
}

/// Those who chose an option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) n: i64,
    /// The sum of their rest.
    pub(crate) rest: i64,
}

impl ItemSums {
    /// `n` squared times the variance of the rest (of the population).
    fn rest_spread(&self) -> i128 {
        spread(self.n, self.rest, self.rest_squares)
    }

    /// The correlation of belonging to a group of students with the rest; `None` where one of both does not vary.
    fn correlation_of(&self, group: Chosen) -> Option<f64> {
        let together = wide(self.n) * wide(group.rest) - wide(group.n) * wide(self.rest);
        ratio(together, spread(self.n, group.n, group.n), self.rest_spread())
    }

    /// The corrected point-biserial correlation.
    pub(crate) fn discrimination(&self) -> Option<f64> {
        self.correlation_of(Chosen { n: self.right, rest: self.right_rest })
    }

    /// The correlation of an option with the rest.
    pub(crate) fn option_correlation(&self, at: usize) -> Option<f64> {
        self.correlation_of(*self.options.get(at)?)
    }

    pub(crate) fn blank_correlation(&self) -> Option<f64> {
        self.correlation_of(self.blank)
    }

    /// The sums of both classes, where both had the same options.
    pub(super) fn plus(&self, other: &Self) -> Self {
        let add = |a: Chosen, b: Chosen| Chosen { n: a.n + b.n, rest: a.rest + b.rest };
        Self {
            n: self.n + other.n,
            right: self.right + other.right,
            rest: self.rest + other.rest,
            rest_squares: self.rest_squares + other.rest_squares,
            right_rest: self.right_rest + other.right_rest,
            blank: add(self.blank, other.blank),
            options: self.options.iter().zip(&other.options).map(|(a, b)| add(*a, *b)).collect(),
        }
    }

    /// Whether students can have answered like this.
    pub(super) fn is_possible(&self) -> bool {
        let part = |group: &Chosen| group.n <= self.n && group.rest <= self.rest;
        let right = Chosen { n: self.right, rest: self.right_rest };
        self.n > 0
            && self.right + self.blank.n <= self.n
            && self.rest <= self.rest_squares
            && self.rest_spread() >= 0
            && [right, self.blank].iter().chain(&self.options).all(part)
    }

    /// The correlation with the score that the item is a part of. Only for comparing with what others print: it is never
    /// zero where an item says nothing.
    #[cfg(test)]
    pub(crate) fn with_itself(&self) -> Option<f64> {
        let total = self.rest + self.right;
        let total_squares = self.rest_squares + 2 * self.right_rest + self.right;
        let together = wide(self.n) * wide(self.right_rest + self.right) - wide(self.right) * wide(total);
        ratio(together, self.spread(), spread(self.n, total, total_squares))
    }

    /// `n` squared times the variance of right and wrong.
    pub(super) fn spread(&self) -> i128 {
        spread(self.n, self.right, self.right)
    }

    pub(super) fn spread_of_rest(&self) -> i128 {
        self.rest_spread()
    }

    /// `n` squared times the covariance of right and wrong with the rest.
    pub(super) fn covariance(&self) -> i128 {
        wide(self.n) * wide(self.right_rest) - wide(self.right) * wide(self.rest)
    }
}

fn wide(n: i64) -> i128 {
    i128::from(n)
}

/// `n` squared times the variance, from the sum and the sum of squares.
pub(super) fn spread(n: i64, sum: i64, squares: i64) -> i128 {
    wide(n) * wide(squares) - wide(sum) * wide(sum)
}

fn ratio(together: i128, a: i128, b: i128) -> Option<f64> {
    (a > 0 && b > 0).then(|| (together as f64 / ((a as f64).sqrt() * (b as f64).sqrt())).clamp(-1.0, 1.0))
}
