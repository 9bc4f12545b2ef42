//! Which options of a question are shown, and in which order.

use rand::rngs::ChaCha8Rng;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};

use crate::bank::{Fingerprint, Question, natural_order};
use crate::progress::PlanItem;

/// How many options a question shows, unless it has fewer. If it has more, distractors are drawn from all of them.
pub(crate) const OPTIONS_SHOWN: usize = Question::SHOWN;

/// The random source of a sitting: ChaCha8, whose stream is the same on every platform and in every version.
pub(crate) fn rng(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

/// Lays out a question and stores the layout as fingerprints of the option texts.
pub(crate) fn plan_item(question: &Question, shown: usize, rng: &mut impl Rng) -> PlanItem {
    let print = |at| Fingerprint::of([question.option(at)]).to_string();
    let options = lay_out(question, shown, rng).into_iter().map(print).collect();
    PlanItem { question: question.id.clone(), options }
}

/// The layout of item `number` of a plan. If the question was edited since, a new layout is made from the seed and the
/// number, so that it is the same each time the log is replayed.
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

/// Lays out a question: chooses which options are shown and in which order, as option numbers ([`Question::option`]).
///
/// All keys are shown, and randomly drawn distractors up to `shown` options. Options with a natural order keep it
/// ([`natural_order`]); otherwise every order is equally likely.
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

/// The layout that was stored as fingerprints. `None` if one of its options is gone, or if it lacks a key of the question
/// or has no distractor.
pub(crate) fn restore(question: &Question, stored: &[String]) -> Option<Vec<usize>> {
    let prints: Vec<String> = question.options().map(|text| Fingerprint::of([text]).to_string()).collect();
    let layout: Vec<usize> =
        stored.iter().map(|print| prints.iter().position(|other| other == print)).collect::<Option<_>>()?;
    let whole =
        (0..question.keys.len()).all(|key| layout.contains(&key)) && layout.len() > question.keys.len();
    whole.then_some(layout)
}
