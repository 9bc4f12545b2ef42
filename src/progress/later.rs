//! A later date of the exam, by which everything fits into the minutes of a day.

use jiff::civil::Date;

use super::History;
use super::calendar::Calendar;
use super::knowledge::Knowledge;
use super::pacing::{Pacing, pacing};
use super::study_plan::StudyPlan;

/// The first such date that is found; `None` if everything fits already, or if no date helps. `now` is the pacing for the
/// plan as it is.
pub(crate) fn fits_by(
    knowledge: &Knowledge<'_>,
    history: &History,
    plan: &StudyPlan,
    calendar: &Calendar,
    now: &Pacing,
) -> Option<Date> {
    let (possible, mut days) = (now.possible.filter(|possible| *possible > 0)?, now.days?);
    if now.fits() != Some(false) {
        return None;
    }
    let mut needed = now.needed();
    // More days mean more that fades before the exam, so the first guess may be too early.
    for _ in 0..8 {
        days = needed.div_ceil(possible).max(days + 1);
        let date = calendar.after(days);
        let later = StudyPlan { exam: Some(date.to_string()), ..plan.clone() };
        let pacing = pacing(knowledge, history, &later, calendar);
        if pacing.fits() == Some(true) {
            return Some(date);
        }
        needed = pacing.needed();
    }
    None
}
