//! Tables that were published.

use super::class::{analyzed, near, of_scores};
use crate::analysis::alpha::{self, Scores};
use crate::analysis::interval;
use crate::analysis::item::Counts;
use crate::analysis::responses::Responses;

/// LSAT section 6: patterns and how many of 1000 people gave each. R. D. Bock and M. Lieberman, "Fitting a response model
/// for n dichotomously scored items", Psychometrika 35 (1970), 179-197.
const LSAT6: &[(&str, usize)] = &[
    ("00000", 3),
    ("00001", 6),
    ("00010", 2),
    ("00011", 11),
    ("00100", 1),
    ("00101", 1),
    ("00110", 3),
    ("00111", 4),
    ("01000", 1),
    ("01001", 8),
    ("01011", 16),
    ("01101", 3),
    ("01110", 2),
    ("01111", 15),
    ("10000", 10),
    ("10001", 29),
    ("10010", 14),
    ("10011", 81),
    ("10100", 3),
    ("10101", 28),
    ("10110", 15),
    ("10111", 80),
    ("11000", 16),
    ("11001", 56),
    ("11010", 21),
    ("11011", 173),
    ("11100", 11),
    ("11101", 61),
    ("11110", 28),
    ("11111", 298),
];

/// Facility, correlation with the score, corrected correlation, alpha without the item, as psych, ltm and CTT print them.
const LSAT6_FIGURES: [(f64, f64, f64, f64); 5] = [
    (0.924, 0.362_010_4, 0.112_832_7, 0.275_356_2),
    (0.709, 0.566_772_1, 0.153_178_1, 0.237_583_9),
    (0.553, 0.618_439_8, 0.172_778_9, 0.216_799_5),
    (0.763, 0.534_418_3, 0.144_428_1, 0.245_932_7),
    (0.870, 0.435_366_4, 0.121_596_4, 0.266_294_4),
];

#[test]
fn lsat_6_has_its_published_figures() {
    let rows = LSAT6.iter().flat_map(|(pattern, count)| std::iter::repeat_n(*pattern, *count));
    let analysis = analyzed(&of_scores(rows));
    assert_eq!(analysis.students, 1000);
    let scores = analysis.scores.unwrap();
    near(scores.mean, 3.819, 1e-12, "mean");
    near(scores.deviation.unwrap(), 1.035_041, 1e-6, "SD");
    let reliability = scores.reliability.unwrap();
    near(reliability.alpha, 0.294_997_2, 1e-6, "alpha");
    near(reliability.error, 0.869_066_6, 1e-6, "SEM");
    for (item, (p, with, r, without)) in analysis.items.iter().zip(LSAT6_FIGURES) {
        near(item.facility, p, 1e-12, "facility");
        near(item.sums.with_itself().unwrap(), with, 1e-6, "r with the item");
        near(item.discrimination.unwrap(), r, 1e-6, "r");
        near(item.alpha_without.unwrap(), without, 1e-6, "alpha without");
    }
}

/// Ten students, ten questions: K. L. Wuensch, East Carolina University, "The Kuder-Richardson 20",
/// core.ecu.edu/wuenschk/StatHelp/KR20.txt, with p and pq of each question and the variance of the scores (by n). Ten are
/// too few for our alpha, so that it is asked of the formula itself.
const WUENSCH: [&str; 10] = [
    "1111110110",
    "1011011101",
    "1111011001",
    "0010001000",
    "0000010010",
    "1110111111",
    "1101110111",
    "1111111101",
    "0101111101",
    "1101101110",
];

#[test]
fn the_example_of_a_textbook_course_has_its_figures() {
    let class = of_scores(WUENSCH);
    let analysis = analyzed(&class);
    let pq = [0.21, 0.21, 0.24, 0.21, 0.24, 0.16, 0.21, 0.21, 0.25, 0.24];
    let p = [0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6];
    for ((item, p), pq) in analysis.items.iter().zip(p).zip(pq) {
        near(item.facility, p, 1e-12, "p");
        near(item.facility * (1.0 - item.facility), pq, 1e-12, "pq");
    }
    let (scores, parts) = sums(&class);
    let variance = analysis.scores.unwrap().deviation.unwrap().powi(2) * 9.0 / 10.0;
    near(variance, 5.84, 1e-12, "variance of the scores");
    let by_hand = 10.0 / 9.0 * (1.0 - pq.iter().sum::<f64>() / 5.84);
    near(alpha::of_all(parts, 10, &scores).unwrap(), by_hand, 1e-12, "KR-20");
}

fn sums(class: &Responses) -> (Scores, i128) {
    let scored = class.scored();
    let totals: Vec<i64> =
        scored.iter().map(|row| row.iter().flatten().filter(|right| **right).count() as i64).collect();
    let spread = |at| Counts::of(class, &scored, &totals, at).sums.spread();
    (Scores::of(&totals), (0..class.items.len()).map(spread).sum())
}

/// SAT12 of the TESTFACT manual (600 students, 32 questions, alpha 0.798): R's psych prints 0.77 to 0.82 (Feldt).
#[test]
fn alpha_of_sat_12_is_as_sure_as_others_say() {
    let (from, to) = interval::of_alpha(0.798, 32, 600).unwrap();
    near(from, 0.773, 0.000_5, "from");
    near(to, 0.820, 0.000_5, "to");
}
