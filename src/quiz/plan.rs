//! Drawing the questions of a quiz.

use rand::seq::SliceRandom;

use crate::bank::Question;
use crate::progress::QuizPlan;
use crate::sitting::{OPTIONS_SHOWN, plan_item, rng};

/// Draws up to `count` questions: every candidate and every order is equally likely.
pub(crate) fn draw(candidates: &[&Question], count: usize, seed: u64) -> QuizPlan {
    let mut rng = rng(seed);
    let mut drawn: Vec<&Question> = candidates.to_vec();
    // Shuffled before it is cut: otherwise the same questions would come every time.
    drawn.shuffle(&mut rng);
    drawn.truncate(count);
    let items = drawn.into_iter().map(|question| plan_item(question, OPTIONS_SHOWN, &mut rng)).collect();
    QuizPlan { seed, items }
}
