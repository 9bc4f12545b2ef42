//! Which options of a question are shown, and in which order.

use rand::rngs::ChaCha8Rng;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};

use crate::bank::{Fingerprint, Question, natural_order};
use crate::progress::PlanItem;

/// How many options a question shows unless it has fewer; more distractors are a pool to draw from.
pub(crate) const OPTIONS_SHOWN: usize = 4;

/// The random source of a sitting: ChaCha8, whose stream is the same on every platform and in every version.
pub(crate) fn rng(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

/// Lays out a question for a plan.
pub(crate) fn plan_item(question: &Question, shown: usize, rng: &mut impl Rng) -> PlanItem {
    let print = |at| Fingerprint::of([question.option(at)]).to_string();
    let options = lay_out(question, shown, rng).into_iter().map(print).collect();
    PlanItem { question: question.id.clone(), options }
}

/// The layout of the question at a place of a plan. One that was edited since is laid out anew, from the seed and its
/// place: the same again at the next look.
pub(super) fn of(
    question: &Question,
    planned: &PlanItem,
    shown: usize,
    seed: u64,
    number: usize,
) -> Vec<usize> {
    restore(question, &planned.options)
        .unwrap_or_else(|| lay_out(question, shown, &mut rng(seed.wrapping_add(number as u64))))
}

/// Lays out a question: numbers of options ([`Question::option`]) in the order in which they are shown.
///
/// All keys are shown, and as many distractors, drawn evenly, as make up `shown`. A question with an `order` keeps it,
/// numbers ascend, True/False and Yes/No stand so; every order of anything else is equally likely.
pub(crate) fn lay_out(question: &Question, shown: usize, rng: &mut impl Rng) -> Vec<usize> {
    let keys = question.keys.len();
    let room = shown.min(Question::MOST_SHOWN).saturating_sub(keys).max(1);
    let mut distractors: Vec<usize> = (keys..question.option_count()).collect();
    if distractors.len() > room {
        distractors.shuffle(rng);
        distractors.truncate(room);
        distractors.sort_unstable();
    }
    let mut layout: Vec<usize> = (0..keys).chain(distractors).collect();
    match natural_order(question, &layout) {
        Some(ordered) => layout = ordered,
        None => layout.shuffle(rng),
    }
    layout
}

/// The layout that was stored as fingerprints, or `None` where the question does not hold these options any more.
pub(crate) fn restore(question: &Question, stored: &[String]) -> Option<Vec<usize>> {
    let prints: Vec<String> = question.options().map(|text| Fingerprint::of([text]).to_string()).collect();
    let layout: Vec<usize> =
        stored.iter().map(|print| prints.iter().position(|other| other == print)).collect::<Option<_>>()?;
    let whole =
        (0..question.keys.len()).all(|key| layout.contains(&key)) && layout.len() > question.keys.len();
    whole.then_some(layout)
}
