//! How much may be said, by the number of students.

/// Below this nothing is said.
pub(crate) const FEWEST_STUDENTS: usize = 10;

/// What so many answers bear. The thresholds come from simulations with one wrong key in a real test: see the table in
/// `tests/simulation.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    /// Fewer than 10: nothing.
    Nothing,
    /// 10 to 29: how many were right, and what was chosen.
    Shares,
    /// 30 to 99: correlations with their intervals, suspected keys, and what is weak beyond doubt.
    Intervals,
    /// 100 and more: everything.
    Everything,
}

impl Depth {
    pub(crate) fn of(students: usize) -> Self {
        match students {
            0..FEWEST_STUDENTS => Self::Nothing,
            FEWEST_STUDENTS..30 => Self::Shares,
            30..100 => Self::Intervals,
            _ => Self::Everything,
        }
    }
}
