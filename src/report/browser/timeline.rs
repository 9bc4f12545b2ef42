//! Readiness as it was at the end of each day with answers.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::bank::Question;
use crate::progress::{Aim, History, Knowledge, Readiness, readiness};
use crate::report::ProgressReport;

/// So many days are computed at most, each from all answers before its end.
const MOST: usize = 40;

/// Oldest first; of many days some, spread evenly, and always the last.
pub(crate) fn timeline(
    report: &ProgressReport<'_>,
    questions: &[&Question],
    history: &History,
    aim: &Aim,
) -> Vec<(Date, Readiness)> {
    let dates: Vec<Date> =
        report.days.iter().map(|(date, _)| date).filter(|date| *date <= report.today()).collect();
    let step = dates.len().div_ceil(MOST).max(1);
    let mut chosen: Vec<Date> = dates.iter().rev().step_by(step).copied().collect();
    chosen.reverse();
    let at = |date: Date| {
        let end = report.morning(date.saturating_add(1.day()))?;
        let knowledge = Knowledge::until(end, questions, history);
        (knowledge.answers > 0).then(|| (date, readiness(&knowledge, aim, end)))
    };
    chosen.into_iter().filter_map(at).collect()
}
