//! The test as a whole.

use super::alpha::{self, Scores};
use super::depth::Depth;
use super::figures::ItemFigures;
use super::form::Forms;
use super::interval::{Interval, of_alpha};
use super::item::Counts;
use super::responses::Responses;
use super::topics::{Knowledge, Subject, knowledge};

/// Everything that the answers say.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Analysis {
    pub(crate) students: usize,
    pub(crate) depth: Depth,
    /// How many different sets of questions were asked. With more than one there are no figures of scores.
    pub(crate) forms: usize,
    /// One for each item.
    pub(crate) items: Vec<ItemFigures>,
    pub(crate) scores: Option<ScoreFigures>,
    pub(crate) topics: Vec<Knowledge>,
    pub(crate) objectives: Vec<Knowledge>,
    /// How many were right and how many were asked, for each student.
    pub(crate) results: Vec<(usize, usize)>,
}

/// How the students scored, where all were asked the same.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ScoreFigures {
    pub(crate) mean: f64,
    pub(crate) median: f64,
    pub(crate) deviation: Option<f64>,
    pub(crate) reliability: Option<Reliability>,
    /// How many students have each score, from 0 up.
    pub(crate) distribution: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reliability {
    pub(crate) alpha: f64,
    pub(crate) interval: Option<Interval>,
    /// The standard error of measurement of a score.
    pub(crate) error: f64,
}

/// Alpha is said from so many questions up.
const FEWEST_QUESTIONS: usize = 5;

impl Analysis {
    pub(crate) fn new(responses: &Responses) -> Self {
        let answers = responses.scored();
        let totals: Vec<i64> = answers
            .iter()
            .map(|row| row.iter().filter(|right| **right == Some(true)).count() as i64)
            .collect();
        let forms = Forms::of(&answers);
        let students = responses.students.len();
        let depth = Depth::of(students);
        let k = responses.items.len();
        let counts: Vec<Counts> = (0..k).map(|at| Counts::of(responses, &answers, &totals, at)).collect();
        let says_alpha = forms.count == 1 && depth >= Depth::Intervals && k >= FEWEST_QUESTIONS;
        let parts = counts.iter().map(|counts| counts.sums.spread()).sum();
        let items: Vec<ItemFigures> = counts
            .iter()
            .enumerate()
            .map(|(at, counts)| {
                let without = says_alpha.then(|| alpha::without_item(k, parts, &counts.sums)).flatten();
                ItemFigures::new(&responses.items[at], counts, forms.is_common(&answers, at), without)
            })
            .collect();
        let scores = (forms.count == 1 && k > 0).then(|| {
            let scores = Scores::of(&totals);
            let alpha = alpha::of_all(parts, k, &scores).filter(|_| says_alpha);
            ScoreFigures::new(&totals, k, &scores, alpha)
        });
        let asked = |row: &Vec<Option<bool>>| row.iter().flatten().count();
        Self {
            students,
            depth,
            forms: forms.count,
            topics: knowledge(&responses.items, &items, Subject::Topic),
            objectives: knowledge(&responses.items, &items, Subject::Objective),
            results: totals.iter().zip(&answers).map(|(right, row)| (*right as usize, asked(row))).collect(),
            items,
            scores,
        }
    }
}

impl ScoreFigures {
    fn new(totals: &[i64], k: usize, scores: &Scores, alpha: Option<f64>) -> Self {
        let mut sorted = totals.to_vec();
        sorted.sort_unstable();
        let middle = sorted.len() / 2;
        let median = match sorted.len() {
            0 => 0.0,
            n if n % 2 == 1 => sorted[middle] as f64,
            _ => (sorted[middle - 1] + sorted[middle]) as f64 / 2.0,
        };
        let mut distribution = vec![0; k + 1];
        for total in totals {
            distribution[*total as usize] += 1;
        }
        let deviation = scores.deviation();
        let reliability = alpha.zip(deviation).map(|(alpha, deviation)| Reliability {
            alpha,
            interval: of_alpha(alpha, k, totals.len()),
            error: deviation * (1.0 - alpha).max(0.0).sqrt(),
        });
        Self { mean: scores.mean(), median, deviation, reliability, distribution }
    }
}
