//! Drawing the questions of a sitting.

use rand::seq::SliceRandom;

use super::{OPTIONS_SHOWN, lay_out, rng};
use crate::bank::{Fingerprint, Question};
use crate::progress::{Mode, PlanItem, SittingPlan};

/// Draws up to `count` questions: every one of the candidates is equally likely, in every order.
pub(crate) fn draw(candidates: &[&Question], count: usize, mode: Mode, seed: u64) -> SittingPlan {
    let mut rng = rng(seed);
    let mut drawn: Vec<&Question> = candidates.to_vec();
    // Shuffled whole and cut afterwards: cut first, and the same questions come every time.
    drawn.shuffle(&mut rng);
    drawn.truncate(count);
    let items = drawn
        .into_iter()
        .map(|question| PlanItem {
            question: question.id.clone(),
            options: lay_out(question, OPTIONS_SHOWN, &mut rng)
                .into_iter()
                .map(|at| Fingerprint::of([question.option(at)]).to_string())
                .collect(),
        })
        .collect();
    SittingPlan { mode, seed, items, exam: None }
}
