//! A benchmark: simulated learners study with the program's own choice and with others, and what readiness says is held
//! against exams that they take.
//!
//! `cargo test --release --lib simulation -- --ignored --nocapture` prints both tables, and fails where a bar does not
//! hold. The learners forget by three laws, none of which is the memory model of the program.
#![allow(clippy::print_stdout, reason = "a benchmark prints")]

mod course;
mod dice;
mod learner;
mod policies;
mod ready;

use std::thread;

use course::{Course, Material};
use learner::LAWS;
use policies::{POLICIES, Policy};

/// Questions, answers a day, days until the exam.
const SETTINGS: [(usize, usize, usize); 7] =
    [(300, 20, 14), (300, 40, 14), (300, 20, 30), (150, 20, 14), (300, 30, 7), (100, 30, 14), (300, 40, 30)];

/// Learners for each law and seed, and seeds.
const LEARNERS: u64 = 100;
const SEEDS: [u64; 2] = [1, 2];

/// The mean score on the day of the exam in percent, by policy and setting; before any answer for `None`.
fn scores((questions, a_day, days): (usize, usize, usize)) -> (f64, [f64; POLICIES.len()]) {
    let material = Material::new(questions);
    let runs: Vec<(usize, u64)> = (0..LAWS.len())
        .flat_map(|law| {
            SEEDS.iter().flat_map(move |seed| (0..LEARNERS).map(move |n| (law, seed * 1_000_003 + n)))
        })
        .collect();
    let mean = |score: &(dyn Fn(usize, u64) -> f64 + Sync)| {
        runs.iter().map(|(law, seed)| score(*law, *seed)).sum::<f64>() * 100.0 / runs.len() as f64
    };
    let before = mean(&|law, seed| {
        Course::take(&material, LAWS[law], Policy::Random, (0, 0), false, seed).learner.score(days as f64)
    });
    let by_policy = POLICIES.map(|policy| {
        mean(&|law, seed| {
            let marks = policy == Policy::StudyWithMarks;
            Course::take(&material, LAWS[law], policy, (a_day, days), marks, seed).learner.score(days as f64)
        })
    });
    (before, by_policy)
}

#[test]
#[ignore = "a benchmark of a minute or two: cargo test --release --lib simulation -- --ignored --nocapture"]
fn study_is_at_least_as_good_as_everything_else() {
    let columns: Vec<(f64, [f64; POLICIES.len()])> = thread::scope(|scope| {
        let running: Vec<_> = SETTINGS.iter().map(|setting| scope.spawn(|| scores(*setting))).collect();
        running.into_iter().map(|one| one.join().unwrap()).collect()
    });
    println!("\nExpected score on the day of the exam, in percent (questions, answers a day, days):");
    let row = |name: &str, cells: Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:>9}")).collect();
        println!("{name:<26} {}", cells.join(" "));
    };
    row("", SETTINGS.iter().map(|(q, a, d)| format!("{q} {a} {d}")).collect());
    row(
        "answers a question",
        SETTINGS.iter().map(|&(q, a, d)| format!("{:.1}", (a * d) as f64 / q as f64)).collect(),
    );
    row("without study", columns.iter().map(|(before, _)| format!("{before:.1}")).collect());
    for (at, policy) in POLICIES.iter().enumerate() {
        row(policy.name(), columns.iter().map(|(_, scores)| format!("{:.1}", scores[at])).collect());
    }
    let mut missed = vec![];
    let mut bar = |what: &str, setting: (usize, usize, usize), found: f64, least: f64| {
        if found < least {
            missed.push(format!("{setting:?}: study - {what} is {found:.2}, not {least}"));
        }
    };
    for (setting, (_, scores)) in SETTINGS.iter().zip(&columns) {
        let [random, round_robin, _, due, study, marked] = scores;
        bar("round-robin", *setting, study - round_robin, -0.3);
        bar("random", *setting, study - random, 2.0);
        if setting.1 * setting.2 <= 2 * setting.0 {
            bar("FSRS", *setting, study - due, 5.0);
        }
        if *setting == (300, 40, 14) {
            bar("itself without marks", *setting, marked - study, 1.2);
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
