//! The figures of one question, from its answers.

use super::depth::Depth;
use super::figures::{ItemFigures, OptionFigures};
use super::flagging;
use super::interval::{of_correlation, of_share};
use super::pool::pooled;
use super::responses::{Given, Item, MOST_OPTIONS, Responses};
use super::sums::{Chosen, ItemSums};

/// Everything that is counted of an item.
pub(super) struct Counts {
    pub(super) sums: ItemSums,
    /// By score with the item, and by score without it: students, and those of them who were right.
    with: Vec<(i64, i64)>,
    rest: Vec<(i64, i64)>,
}

impl Counts {
    pub(super) fn of(responses: &Responses, scored: &[Vec<Option<bool>>], totals: &[i64], at: usize) -> Self {
        let options = responses.items[at].options.len().min(MOST_OPTIONS);
        let mut sums = ItemSums { options: vec![Chosen::default(); options], ..ItemSums::default() };
        let levels = responses.items.len() + 1;
        let (mut with, mut without) = (vec![(0, 0); levels], vec![(0, 0); levels]);
        for ((student, row), total) in responses.students.iter().zip(scored).zip(totals) {
            let Some(right) = row[at] else { continue };
            let right = i64::from(right);
            let rest = total - right;
            sums.n += 1;
            sums.right += right;
            sums.rest += rest;
            sums.rest_squares += rest * rest;
            sums.right_rest += right * rest;
            let add = |group: &mut Chosen| {
                group.n += 1;
                group.rest += rest;
            };
            match student.given.get(at) {
                Some(Given::Blank) => add(&mut sums.blank),
                Some(Given::Chose(bits)) => {
                    for (number, group) in sums.options.iter_mut().enumerate() {
                        if bits >> number & 1 == 1 {
                            add(group);
                        }
                    }
                }
                _ => {}
            }
            for (levels, score) in [(&mut with, *total), (&mut without, rest)] {
                let level = &mut levels[score as usize];
                level.0 += 1;
                level.1 += right;
            }
        }
        Self { sums, with, rest: without }
    }

    /// As a share of the covariance that the same answers would have if the best students were those who are right.
    pub(super) fn efficiency(&self) -> Option<f64> {
        let best = top(&self.rest, self.sums.right);
        let most = i128::from(self.sums.n) * i128::from(best)
            - i128::from(self.sums.right) * i128::from(self.sums.rest);
        (most > 0).then(|| 100.0 * self.sums.covariance() as f64 / most as f64)
    }

    /// Ties at the edge of a group count with the share of them that the group has room for, so that it does not matter
    /// who stands first in the file.
    pub(super) fn upper_lower(&self) -> Option<f64> {
        let size = 0.27 * self.sums.n as f64;
        let share = |levels: &mut dyn Iterator<Item = &(i64, i64)>| {
            let (mut room, mut right) = (size, 0.0);
            for &(students, of_them) in levels.filter(|(students, _)| *students > 0) {
                let taken = (students as f64).min(room);
                right += of_them as f64 * taken / students as f64;
                room -= taken;
            }
            right / size
        };
        (self.sums.n > 0).then(|| share(&mut self.with.iter().rev()) - share(&mut self.with.iter()))
    }
}

/// The sum of the highest scores of so many students.
fn top(levels: &[(i64, i64)], students: i64) -> i64 {
    let (mut left, mut sum) = (students, 0);
    for (score, (here, _)) in levels.iter().enumerate().rev() {
        let taken = left.min(*here);
        sum += taken * score as i64;
        left -= taken;
    }
    sum
}

impl ItemFigures {
    pub(super) fn new(item: &Item, counts: &Counts, common: bool, alpha_without: Option<f64>) -> Self {
        let mut figures = Self::of_classes(item, &[(counts.sums.clone(), common)]);
        if figures.depth() >= Depth::Intervals && common {
            figures.efficiency = counts.efficiency();
            figures.upper_lower = counts.upper_lower();
        }
        figures.alpha_without = alpha_without;
        figures
    }

    /// What the sums of classes say, each with whether its students were asked the same besides.
    pub(super) fn of_classes(item: &Item, classes: &[(ItemSums, bool)]) -> Self {
        let comparable = || classes.iter().filter(|(_, common)| *common).map(|(sums, _)| sums);
        let says = Depth::of(comparable().map(|sums| sums.n as usize).sum()) >= Depth::Intervals;
        let correlation = |r: &dyn Fn(&ItemSums) -> Option<f64>| {
            let each: Vec<(f64, i64)> = comparable().filter_map(|sums| Some((r(sums)?, sums.n))).collect();
            pooled(&each).filter(|_| says)
        };
        let sums = classes.iter().map(|(sums, _)| sums.clone()).reduce(|a, b| a.plus(&b)).unwrap_or_default();
        let (n, right) = (sums.n as usize, sums.right as usize);
        let share = |count: i64| if n == 0 { 0.0 } else { count as f64 / n as f64 };
        let discrimination = correlation(&ItemSums::discrimination);
        let options = sums.options.iter().enumerate().map(|(at, group)| OptionFigures {
            chosen: group.n as usize,
            share: share(group.n),
            correlation: correlation(&|sums| sums.option_correlation(at)).map(|(r, _)| r),
        });
        let mut figures = Self {
            asked: n,
            right,
            blank: sums.blank.n as usize,
            facility: share(sums.right),
            facility_interval: of_share(right, n),
            discrimination: discrimination.map(|(r, _)| r),
            discrimination_interval: discrimination.and_then(|(r, n)| of_correlation(r, n)),
            efficiency: None,
            upper_lower: None,
            alpha_without: None,
            blank_correlation: correlation(&ItemSums::blank_correlation).map(|(r, _)| r),
            options: options.collect(),
            flags: vec![],
            common: comparable().next().is_some(),
            sums,
        };
        figures.flags = flagging::flags(item, &figures);
        figures
    }
}
