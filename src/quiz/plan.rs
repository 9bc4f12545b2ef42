//! Drawing the questions of a quiz.

use crate::bank::Question;
use crate::progress::{Millis, Purpose, QuizPlan};
use crate::sitting::{OPTIONS_SHOWN, plan_item, rested_first, rng};

/// Draws up to `count` questions. `last_seen` tells when a question was last answered: what was not seen lately comes
/// first, and of questions that were last answered within the same 24 hours every one and every order is equally likely.
pub(crate) fn draw(
    candidates: &[&Question],
    count: usize,
    last_seen: impl Fn(&Question) -> Option<Millis>,
    seed: u64,
) -> QuizPlan {
    let mut rng = rng(seed);
    // Ordered before it is cut: otherwise the same questions would come every time.
    let mut drawn = rested_first(candidates.to_vec(), last_seen, &mut rng);
    drawn.truncate(count);
    let items = drawn.into_iter().map(|question| plan_item(question, OPTIONS_SHOWN, &mut rng)).collect();
    QuizPlan { seed, purpose: Purpose::Practice, items }
}
