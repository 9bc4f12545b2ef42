//! Which options of a question are shown, and in which order.

use rand::Rng;
use rand::seq::SliceRandom;

use crate::bank::{Fingerprint, Question, natural_order};

/// How many options a question shows unless it has fewer; more distractors are a pool to draw from.
pub(crate) const OPTIONS_SHOWN: usize = 4;

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
