//! Option orders are fair, and a stored layout can be restored.

use std::collections::BTreeMap;

use super::layout::{lay_out, restore};
use super::{OPTIONS_SHOWN, rng};
use crate::bank::{Fingerprint, Question, samples};

/// The 99.9 % point of chi-square with `freedom` degrees (Wilson and Hilferty 1931): a fair draw passes 999 of 1000
/// seeds, and these seeds are fixed.
fn limit(freedom: usize) -> f64 {
    let k = freedom as f64;
    let ninth = 2.0 / (9.0 * k);
    k * (1.0 - ninth + 3.090 * ninth.sqrt()).powi(3)
}

pub(crate) fn assert_fair<T: Ord + std::fmt::Debug>(seen: &BTreeMap<T, usize>, cells: usize) {
    let total: usize = seen.values().sum();
    let expected = total as f64 / cells as f64;
    let missing = cells - seen.len();
    let chi: f64 = seen.values().map(|&n| (n as f64 - expected).powi(2) / expected).sum::<f64>()
        + missing as f64 * expected;
    assert!(
        chi < limit(cells - 1),
        "chi-square {chi:.1} of {cells} cells, limit {:.1}: {seen:?}",
        limit(cells - 1)
    );
}

#[test]
fn every_order_of_the_options_is_equally_likely() {
    for options in 2..=5_usize {
        let question = Question::new(samples::parts("q", "t", options - 1)).unwrap();
        let orders: usize = (1..=options).product();
        let mut seen: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
        for seed in 0..(orders as u64 * 200) {
            *seen.entry(lay_out(&question, 8, &mut rng(seed))).or_default() += 1;
        }
        assert_fair(&seen, orders);
    }
}

#[test]
fn every_distractor_of_a_pool_is_equally_likely() {
    let question = Question::new(samples::parts("q", "t", 6)).unwrap();
    let mut seen = BTreeMap::new();
    for seed in 0..4_000 {
        let mut layout = lay_out(&question, OPTIONS_SHOWN, &mut rng(seed));
        assert_eq!(layout.len(), OPTIONS_SHOWN);
        layout.sort_unstable();
        assert_eq!(layout[0], 0, "the key is shown");
        *seen.entry(layout).or_default() += 1;
    }
    assert_fair(&seen, 20);
}

#[test]
fn options_with_a_natural_order_keep_it() {
    let shown = |key: &str, others: &[&str], order: &[&str]| {
        let mut parts = samples::parts("q", "t", others.len());
        parts.keys = vec![key.to_owned()];
        for (distractor, text) in parts.distractors.iter_mut().zip(others) {
            (*text).clone_into(&mut distractor.text);
        }
        parts.order = order.iter().map(|text| (*text).to_owned()).collect();
        let question = Question::new(parts).unwrap();
        (0..20)
            .map(|seed| {
                lay_out(&question, 8, &mut rng(seed))
                    .iter()
                    .map(|&at| question.option(at))
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect::<std::collections::BTreeSet<_>>()
    };
    let one = |text: &str| [text.to_owned()].into();
    assert_eq!(shown("10", &["9.5", "-3", "1,000"], &[]), one("-3 9.5 10 1,000"));
    assert_eq!(shown("False", &["True"], &[]), one("True False"));
    assert_eq!(shown("no", &["yes"], &[]), one("yes no"));
    assert_eq!(
        shown("first", &["third", "second"], &["first", "second", "third"]),
        one("first second third")
    );
    assert!(shown("inf", &["nan", "x"], &[]).len() > 1, "words are shuffled");
}

#[test]
fn a_stored_layout_comes_back_unless_the_options_changed() {
    let question = samples::question("q", "t");
    let layout = lay_out(&question, 4, &mut rng(3));
    let stored: Vec<String> =
        layout.iter().map(|&at| Fingerprint::of([question.option(at)]).to_string()).collect();
    assert_eq!(restore(&question, &stored), Some(layout));
    let mut parts = samples::parts("q", "t", 3);
    parts.distractors[1].text = String::from("edited");
    assert_eq!(restore(&Question::new(parts).unwrap(), &stored), None);
    assert_eq!(restore(&question, &[]), None);
}
