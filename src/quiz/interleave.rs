//! The order of questions in which neighbors are about different topics, where that is possible.

use std::collections::BTreeMap;

use rand::seq::SliceRandom;

use crate::bank::Question;
use crate::sitting::rng;

/// Shuffles the questions, and then takes the first of another topic than the one before. Where one topic has more than
/// half of what is left, its turn has come: otherwise its questions would end up side by side.
pub(super) fn interleave<'b>(questions: &[&'b Question], seed: u64) -> Vec<&'b Question> {
    let mut left = questions.to_vec();
    left.shuffle(&mut rng(seed));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for question in &left {
        *counts.entry(&question.topic).or_default() += 1;
    }
    let mut ordered: Vec<&Question> = vec![];
    while !left.is_empty() {
        let before = ordered.last().map(|question| question.topic.as_str());
        let most = counts.iter().find(|(_, count)| **count * 2 > left.len()).map(|(topic, _)| *topic);
        let fits = |question: &&Question| match most {
            Some(topic) if before != Some(topic) => question.topic == topic,
            _ => before != Some(question.topic.as_str()),
        };
        let next = left.remove(left.iter().position(fits).unwrap_or(0));
        counts.entry(&next.topic).and_modify(|count| *count -= 1);
        ordered.push(next);
    }
    ordered
}
