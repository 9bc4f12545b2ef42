//! What readiness says, against exams that are taken the same day.

use std::thread;

use super::course::{Course, Material, calendar};
use super::dice::Dice;
use super::learner::LAWS;
use super::policies::Policy;
use crate::bank::Question;
use crate::progress::{Aim, History, Knowledge, PaperAim, Readiness, readiness};

const CASES: u64 = 4_000;

/// What was said, and whether the exam was passed.
struct Case {
    said: Readiness,
    passed: bool,
}

/// A random bank, pace, day and pass mark; a learner who studies until then and takes an exam.
fn case(materials: &[Material], marks: bool, seed: u64) -> Case {
    let mut dice = Dice::new(seed);
    let material = &materials[dice.below(materials.len())];
    let a_day = 10 + dice.below(31);
    let days = 1 + dice.below(30);
    let law = LAWS[dice.below(LAWS.len())];
    let questions: usize = [30, 50, 60, 100][dice.below(4)];
    let percent = [65, 70, 75, 80][dice.below(4)];
    let mut course = Course::take(material, law, Policy::Study, (a_day, days), marks, seed);
    let all: Vec<&Question> = material.bank.questions().iter().collect();
    let needed = (questions * percent).div_ceil(100);
    let weights = material.bank.topics().iter().map(|topic| (topic.id.clone(), 1)).collect();
    let papers = vec![PaperAim { questions, needed, weights }];
    let aim = Aim { profile: None, papers, pass_assumed: false };
    let history = History::derive(&course.events);
    let knowledge = Knowledge::new(&all, &history);
    let said = readiness(&knowledge, &aim, calendar(days).now);
    let mut drawn: Vec<usize> = (0..all.len()).collect();
    dice.shuffle(&mut drawn);
    let right = drawn.iter().take(questions).filter(|&&n| course.learner.tested(n, days as f64)).count();
    Case { said, passed: right >= needed }
}

/// Brier score, expected calibration error in ten bins, the share that was said to be ready, and the share of these that
/// passed.
struct Figures {
    cases: usize,
    base: f64,
    brier: f64,
    error: f64,
    ready: f64,
    ready_passed: f64,
}

impl Figures {
    fn of<'c>(cases: impl Iterator<Item = &'c Case>) -> Self {
        let mut bins = [(0.0, 0.0); 10];
        let (mut n, mut base, mut brier, mut ready, mut ready_passed) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for Case { said, passed } in cases {
            let (p, y) = (said.chance, f64::from(u8::from(*passed)));
            n += 1.0;
            base += y;
            brier += (p - y).powi(2);
            let bin = &mut bins[((p * 10.0) as usize).min(9)];
            bin.0 += p;
            bin.1 += y;
            if p >= 0.9 {
                ready += 1.0;
                ready_passed += y;
            }
        }
        let error = bins.iter().map(|(said, came)| (said - came).abs()).sum::<f64>() / n;
        Self {
            cases: n as usize,
            base: base / n,
            brier: brier / n,
            error,
            ready: ready / n,
            ready_passed: ready_passed / ready,
        }
    }
}

#[test]
#[ignore = "a benchmark of a minute or two: cargo test --release --lib simulation -- --ignored --nocapture"]
fn readiness_comes_true() {
    let materials: Vec<Material> = [150, 200, 300, 400, 500].map(Material::new).into();
    println!("\nReadiness, against an exam taken the same day:");
    println!(
        "{:<36}{:>7}{:>8}{:>8}{:>8}{:>8}{:>14}",
        "", "cases", "passed", "Brier", "ECE", "ready", "ready passed"
    );
    let mut missed = vec![];
    for (name, marks) in [("no marks", false), ("70% of lucky guesses marked", true)] {
        let half =
            |from: u64| (from..CASES).step_by(2).map(|n| case(&materials, marks, 77_000 + n)).collect();
        let cases: Vec<Case> = thread::scope(|scope| {
            let running: Vec<_> = (0..2).map(|from| scope.spawn(move || half(from))).collect();
            running
                .into_iter()
                .flat_map(|one: thread::ScopedJoinHandle<'_, Vec<Case>>| one.join().unwrap())
                .collect()
        });
        for (which, enough_only) in [("all", false), ("enough answers", true)] {
            let figures = Figures::of(cases.iter().filter(|case| case.said.enough || !enough_only));
            let Figures { cases, base, brier, error, ready, ready_passed } = figures;
            println!(
                "{:<36}{cases:>7}{:>7.0}%{brier:>8.3}{error:>8.3}{:>7.0}%{:>13.1}%",
                format!("{name}, {which}"),
                base * 100.0,
                ready * 100.0,
                ready_passed * 100.0
            );
            if enough_only {
                continue;
            }
            // The cases without enough answers count, too: the figure is computed for them, though nobody is shown it.
            for (bar, holds) in [
                ("Brier <= 0.115", brier <= 0.115),
                ("ECE <= 0.05", error <= 0.05),
                ("95% of ready pass", ready_passed >= 0.95),
            ] {
                if !holds {
                    missed.push(format!("{name}, {which}: {bar}"));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
