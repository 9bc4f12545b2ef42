//! The figures of one question.

use super::depth::Depth;
use super::flag::Flag;
use super::interval::Interval;
use super::sums::ItemSums;

/// What the answers say about an item. A figure is `None` where there are too few students for it, where it does not
/// exist (everybody was right), or where those who were asked took different tests.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ItemFigures {
    /// Those who were asked, those who were right, those who left it out.
    pub(crate) asked: usize,
    pub(crate) right: usize,
    pub(crate) blank: usize,
    pub(crate) facility: f64,
    pub(crate) facility_interval: Interval,
    /// Corrected point-biserial correlation with the rest of the test, and its 90% interval.
    pub(crate) discrimination: Option<f64>,
    pub(crate) discrimination_interval: Option<Interval>,
    /// The share of the discrimination that this facility allows, in percent, as Moodle prints it.
    pub(crate) efficiency: Option<f64>,
    /// Facility of the upper minus that of the lower 27% of the students.
    pub(crate) upper_lower: Option<f64>,
    pub(crate) alpha_without: Option<f64>,
    pub(crate) blank_correlation: Option<f64>,
    pub(crate) options: Vec<OptionFigures>,
    pub(crate) flags: Vec<Flag>,
    /// What all of this is made of, for adding up the terms; `common` says whether its rest means anything.
    pub(crate) sums: ItemSums,
    pub(crate) common: bool,
}

/// How often an option was chosen, and by whom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct OptionFigures {
    pub(crate) chosen: usize,
    pub(crate) share: f64,
    pub(crate) correlation: Option<f64>,
}

impl ItemFigures {
    pub(crate) fn depth(&self) -> Depth {
        Depth::of(self.asked)
    }
}
