//! Drawing the questions of a quiz.

use rand::seq::SliceRandom;

use crate::bank::Question;
use crate::progress::QuizPlan;
use crate::sitting::{OPTIONS_SHOWN, plan_item, rng};

/// Draws up to `count` questions: every one of the candidates is equally likely, in every order.
pub(crate) fn draw(candidates: &[&Question], count: usize, seed: u64) -> QuizPlan {
    let mut rng = rng(seed);
    let mut drawn: Vec<&Question> = candidates.to_vec();
    // Shuffled whole and cut afterwards: cut first, and the same questions come every time.
    drawn.shuffle(&mut rng);
    drawn.truncate(count);
    let items = drawn.into_iter().map(|question| plan_item(question, OPTIONS_SHOWN, &mut rng)).collect();
    QuizPlan { seed, items }
}
