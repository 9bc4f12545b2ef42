//! How many questions each topic gets.
//!
//! Largest remainder (Hamilton's method): of `n` questions, a topic with share `s` of `S` gets `n * s / S`, rounded
//! down, and the questions left over go to the largest remainders. So the sum is exact, and no topic is off by a whole
//! question.

use super::profile::Weights;

/// A topic that has fewer questions than its share asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shortage {
    pub(crate) topic: String,
    pub(crate) wanted: usize,
    pub(crate) available: usize,
}

/// Divides `n` in proportion to the shares; the parts add up to `n`. Of equal remainders the larger share comes first,
/// then the earlier one. All parts are 0 if all shares are.
pub(crate) fn apportion(n: usize, shares: &[u32]) -> Vec<usize> {
    let sum: usize = shares.iter().map(|&share| share as usize).sum();
    if sum == 0 {
        return vec![0; shares.len()];
    }
    let mut parts: Vec<usize> = shares.iter().map(|&share| n * share as usize / sum).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse((n * shares[at] as usize % sum, shares[at])));
    let left = n - parts.iter().sum::<usize>();
    for &at in order.iter().take(left) {
        parts[at] += 1;
    }
    parts
}

/// Like [`apportion`], but no part is larger than what is available; what one topic lacks goes to the others in
/// proportion to their shares. The sum is `n`, or all that is available if that is less.
pub(crate) fn fill(n: usize, shares: &[u32], available: &[usize]) -> Vec<usize> {
    let mut given = vec![0; shares.len()];
    let mut open: Vec<u32> = shares.to_vec();
    loop {
        let left = n - given.iter().zip(&open).filter(|(_, open)| **open == 0).map(|(n, _)| n).sum::<usize>();
        let parts = apportion(left, &open);
        let mut short = false;
        for at in 0..shares.len() {
            if open[at] > 0 && parts[at] > available[at] {
                given[at] = available[at];
                open[at] = 0;
                short = true;
            }
        }
        if !short {
            for at in (0..shares.len()).filter(|&at| open[at] > 0) {
                given[at] = parts[at];
            }
            return given;
        }
    }
}

/// The shares of topics that have questions. A topic without a weight gets the mean of the others, so that questions of
/// the user's own banks are asked as well.
pub(crate) fn shares(topics: &[&str], weights: &Weights) -> Vec<u32> {
    let weight = |topic: &str| weights.iter().find(|(other, _)| other == topic).map(|(_, share)| *share);
    let known: Vec<u32> = topics.iter().filter_map(|topic| weight(topic)).collect();
    let mean = match known.len() as u32 {
        0 => 1,
        n => (known.iter().sum::<u32>() / n).max(1),
    };
    topics.iter().map(|topic| weight(topic).unwrap_or(mean)).collect()
}

/// How many of a topic's questions can be asked in one exam if at most `percent` of them may be true/false.
///
/// With `m` others, `t` true/false questions are allowed while `t <= percent / 100 * (m + t)`.
pub(crate) fn askable(others: usize, true_false: usize, percent: u32) -> usize {
    let percent = percent as usize;
    if percent >= 100 {
        return others + true_false;
    }
    others + true_false.min(others * percent / (100 - percent))
}
