//! How long `analyze` takes with 5,000 students and 300 questions, against a tenth of the students: it should grow with
//! the number of answers, so tenfold.
//!
//! `cargo bench --bench large_class` prints seconds and the ratio.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark times and prints"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const QUESTIONS: usize = 300;

fn main() {
    // `cargo test --benches` only wants to know that it builds.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    println!("{:>10} {:>10} {:>10}", "students", "questions", "seconds");
    let times = [500, 5_000].map(|students| {
        let path = folder.path().join(format!("class-{students}.csv"));
        std::fs::write(&path, class(students)).unwrap();
        let seconds = (0..3).map(|_| time(folder.path(), &path)).fold(f64::INFINITY, f64::min);
        println!("{students:>10} {QUESTIONS:>10} {seconds:>10.2}");
        seconds
    });
    println!("growth x10: {:.1}", times[1] / times[0]);
}

fn time(home: &Path, class: &Path) -> f64 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guardprep"));
    command.arg("analyze").arg(class).arg("--json");
    command.env("GUARDPREP_HOME", home).stdout(Stdio::null()).stderr(Stdio::null());
    let began = Instant::now();
    assert!(command.status().unwrap().success());
    began.elapsed().as_secs_f64()
}

/// A class of letters with a key: the better a student, the more often the key.
fn class(students: usize) -> String {
    let mut state = 7_u64;
    let mut below = |most: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % most
    };
    let mut text = String::from("student");
    for question in 1..=QUESTIONS {
        let _ = write!(text, ",Q{question}");
    }
    text.push_str("\nkey");
    text.push_str(&",A".repeat(QUESTIONS));
    for student in 0..students {
        let _ = write!(text, "\ns{student}");
        let ability = below(100);
        for _ in 0..QUESTIONS {
            let letter = if below(100) < ability { 'A' } else { ['A', 'B', 'C', 'D'][below(4) as usize] };
            let _ = write!(text, ",{letter}");
        }
    }
    text + "\n"
}
