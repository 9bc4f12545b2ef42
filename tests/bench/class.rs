//! How long `analyze` takes with 5,000 students and 300 questions, against a tenth of the students: it should grow with
//! the number of answers, so tenfold.

use std::fmt::Write as _;
use std::path::Path;

use crate::measure::{guardprep, least, run};

const QUESTIONS: usize = 300;

pub(crate) fn print(folder: &Path) {
    println!("{:>10} {:>10} {:>10}", "students", "questions", "seconds");
    let times = [500, 5_000].map(|students| {
        let path = folder.join(format!("class-{students}.csv"));
        std::fs::write(&path, class(students)).unwrap();
        let seconds = least(3, || run(guardprep(folder, &["analyze", path.to_str().unwrap(), "--json"])));
        println!("{students:>10} {QUESTIONS:>10} {seconds:>10.2}");
        seconds
    });
    println!("growth x10: {:.1}", times[1] / times[0]);
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
