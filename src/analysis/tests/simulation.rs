//! How often the suspicion of a wrong key is right: classes of a made-up population that answers as real people answered
//! a real test, one question of which has a wrong key. `cargo test --lib simulated -- --nocapture` prints the table.
#![allow(clippy::print_stdout, reason = "the table is what the command is for")]

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::class::{items, of_choices};
use crate::analysis::flagging::suspected_key;
use crate::analysis::item::Counts;
use crate::analysis::{Depth, Responses};

const MODEL: &str = include_str!("../../../tests/fixtures/responses/model.csv");

/// Students; how often the wrong key of question 32 was found, and how often a sound one was suspected, measured by
/// drawing classes from the 600 people themselves.
const MEASURED: [(usize, f64, f64); 5] =
    [(20, 0.57, 0.030), (30, 0.61, 0.017), (50, 0.66, 0.007), (100, 0.70, 0.001), (200, 0.85, 0.000)];

const CLASSES: usize = 400;
const ABILITIES: usize = 81;

struct Model {
    keys: Vec<usize>,
    /// By question and ability: the chance of each option or one before it.
    chances: Vec<Vec<[f64; 5]>>,
}

impl Model {
    fn read() -> Self {
        let (mut keys, mut chances) = (vec![], vec![]);
        for line in MODEL.lines().filter(|line| !line.starts_with(['#', 'i'])) {
            let cells: Vec<f64> = line.split(',').map(|cell| cell.parse().unwrap()).collect();
            keys.push(cells[1] as usize);
            let at = |ability: usize| {
                let ability = -4.0 + 8.0 * ability as f64 / (ABILITIES - 1) as f64;
                let weight = |option: usize| (cells[2 + option] * ability + cells[7 + option]).exp();
                let sum: f64 = (0..5).map(weight).sum();
                let mut so_far = 0.0;
                [0, 1, 2, 3, 4].map(|option| {
                    so_far += weight(option) / sum;
                    so_far
                })
            };
            chances.push((0..ABILITIES).map(at).collect());
        }
        Self { keys, chances }
    }

    fn class(&self, students: usize, rng: &mut ChaCha8Rng) -> Responses {
        let student = |_| {
            // The sum of twelve even ones is as good as normal.
            let ability: f64 = (0..12).map(|_| rng.random::<f64>()).sum::<f64>() - 6.0;
            let at = ((ability + 4.0) / 8.0 * (ABILITIES - 1) as f64).round();
            let at = at.clamp(0.0, (ABILITIES - 1) as f64) as usize;
            self.chances
                .iter()
                .map(|chances| {
                    let luck = rng.random::<f64>();
                    Some(chances[at].iter().position(|chance| luck < *chance).unwrap_or(4))
                })
                .collect()
        };
        let rows: Vec<Vec<Option<usize>>> = (0..students).map(student).collect();
        of_choices(items(&self.keys, 5), &rows)
    }
}

/// Which questions of a class are suspected, whatever its size.
fn suspected(class: &Responses) -> Vec<bool> {
    let scored = class.scored();
    let totals: Vec<i64> =
        scored.iter().map(|row| row.iter().flatten().filter(|right| **right).count() as i64).collect();
    let counts = (0..class.items.len()).map(|at| Counts::of(class, &scored, &totals, at));
    let chosen = |counts: Counts| -> Vec<(usize, Option<f64>)> {
        let options = counts.sums.options.iter().enumerate();
        options.map(|(at, group)| (group.n as usize, counts.sums.option_correlation(at))).collect()
    };
    class
        .items
        .iter()
        .zip(counts)
        .map(|(item, counts)| suspected_key(item, &chosen(counts)).is_some())
        .collect()
}

#[test]
fn a_wrong_key_is_found_in_simulated_classes_as_often_as_in_real_ones() {
    let model = Model::read();
    let mut rng = ChaCha8Rng::seed_from_u64(32);
    println!(
        "Suspected keys in {CLASSES} made-up classes of each size; `real`: classes drawn from real answers."
    );
    println!("{:>8}  {:>14}  {:>22}  said?", "students", "found (real)", "false alarms (real)");
    let mut wrong = vec![];
    for (students, found_real, false_real) in MEASURED {
        let (mut found, mut falsely) = (0, 0);
        for _ in 0..CLASSES {
            let suspected = suspected(&model.class(students, &mut rng));
            found += usize::from(suspected[31]);
            falsely += suspected[..31].iter().filter(|suspected| **suspected).count();
        }
        let found = found as f64 / CLASSES as f64;
        let falsely = falsely as f64 / (31 * CLASSES) as f64;
        let said = if Depth::of(students) >= Depth::Intervals { "yes" } else { "no: too few" };
        println!(
            "{students:>8}  {found:>6.2}  ({found_real:.2})  {falsely:>13.3}  ({false_real:.3})  {said}"
        );
        // Three standard errors of both simulations, and what the model is off by.
        let error = |p: f64, n: usize| 3.0 * (2.0 * p * (1.0 - p) / n as f64).sqrt();
        if (found - found_real).abs() > error(found_real, CLASSES) {
            wrong.push(format!("{students}: found {found}, real {found_real}"));
        }
        if (falsely - false_real).abs() > error(false_real.max(0.001), CLASSES * 31) + 0.003 {
            wrong.push(format!("{students}: false alarms {falsely}, real {false_real}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
