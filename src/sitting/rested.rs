//! The order in which questions are preferred for a draw: what was not seen lately comes first.

use std::cmp::Reverse;

use rand::Rng;
use rand::seq::SliceRandom;

use crate::bank::Question;
use crate::progress::{MILLIS_A_DAY, Millis};

/// Shuffles questions, and puts first those that were never answered, then those that were answered longest ago.
/// `last_seen` tells when that was. Questions that were last answered within the same 24 hours are equally likely to come
/// first. Days are counted back from the last answer: calendar days would depend on the time zone, and midnight would
/// split an evening.
pub(crate) fn rested_first<'b>(
    mut questions: Vec<&'b Question>,
    last_seen: impl Fn(&Question) -> Option<Millis>,
    rng: &mut impl Rng,
) -> Vec<&'b Question> {
    questions.shuffle(rng);
    let latest = questions.iter().filter_map(|question| last_seen(question)).max().unwrap_or(0);
    let days_ago = |at: Millis| latest.saturating_sub(at) / MILLIS_A_DAY;
    // The sort is stable, so within a day the shuffle decides.
    questions.sort_by_cached_key(|question| last_seen(question).map(|at| Reverse(days_ago(at))));
    questions
}
