//! Answers of a class, and the key to them.

use std::collections::BTreeMap;

use super::banks::{desk, written_again};
use super::dice::hash;
use super::invariants::{harmless, problems};
use crate::analysis::{Analysis, FEWEST_STUDENTS, Given, KeptClass, Statistics, write_statistics};
use crate::bank::Bank;
use crate::exchange::{Gathered, ResponseFile, gather};
use crate::report::ClassReport;

fn file(name: &str, bytes: &[u8]) -> ResponseFile {
    ResponseFile { name: name.to_owned(), bytes: bytes.to_vec() }
}

/// A file of answers.
pub(super) fn check_responses(_: &str, bytes: &[u8]) -> u64 {
    let bank = desk();
    let read = || gather(&[file("class.csv", bytes)], None, bank);
    let gathered = read();
    if hash(bytes) % 8 == 1 {
        let again = read();
        assert_eq!((&again.responses, &again.problems), (&gathered.responses, &gathered.problems));
        // The same file once more: nobody counts twice who has a name.
        let twice = gather(&[file("class.csv", bytes), file("again.csv", bytes)], None, bank);
        assert!(twice.responses.students.len() <= 2 * gathered.responses.students.len());
    }
    signs(&gathered, bank, bytes)
}

/// A file with the right answers.
pub(super) fn check_key(_: &str, bytes: &[u8]) -> u64 {
    let bank = desk();
    let class = "Student,Version,Q1,Q2,Q3\nann,A,A,B,C\nbob,B,C,A,\ncyd,A,AB,2,D\n";
    let gathered = gather(&[file("class.csv", class.as_bytes())], Some(&file("key.csv", bytes)), bank);
    signs(&gathered, bank, bytes)
}

fn signs(gathered: &Gathered, bank: &Bank, bytes: &[u8]) -> u64 {
    let responses = &gathered.responses;
    let signs = problems(&gathered.problems, bytes) ^ hash(gathered.origins[0].shape.as_bytes());
    assert_eq!(
        gathered.origins.iter().map(|origin| origin.students).sum::<usize>(),
        responses.students.len()
    );
    for student in &responses.students {
        assert!(student.given.len() <= responses.items.len());
        for (given, item) in student.given.iter().zip(&responses.items) {
            if let Given::Chose(bits) = given {
                assert!(*bits < 1_u64.checked_shl(item.options.len() as u32).unwrap_or(u64::MAX));
            }
        }
    }
    if responses.items.is_empty() {
        return signs;
    }
    let analysis = Analysis::new(responses);
    assert!(analysis.results.iter().all(|(right, asked)| right <= asked));
    let enough = responses.students.len() >= FEWEST_STUDENTS;
    if enough && hash(bytes).is_multiple_of(4) {
        report(gathered, &analysis, bank);
    }
    let class = KeptClass::of(responses, &analysis, bank);
    let mut statistics = Statistics::default();
    statistics.add(class);
    written_again(&statistics);
    signs.rotate_left(5) ^ (u64::from(enough) << 4 | responses.items.len().min(9) as u64)
}

/// Everything that is said of a class.
fn report(gathered: &Gathered, analysis: &Analysis, bank: &Bank) {
    let report = ClassReport {
        responses: &gathered.responses,
        analysis,
        bank,
        places: BTreeMap::new(),
        origins: vec![],
        first_only: gathered.first_only,
        names: true,
    };
    for text in [report.text(80, 80, false), report.text(40, 40, true)] {
        harmless(&text);
        assert!(!text.contains("NaN") && !text.contains("inf "), "{text}");
    }
    report.html("1 error");
    report.csv();
    report.json(&[]);
}

/// What a class of the fixtures showed, as a file.
pub(super) fn statistics() -> Vec<Vec<u8>> {
    let bank = desk();
    let class = include_bytes!("../../tests/fixtures/responses/model.csv");
    let gathered = gather(&[file("class.csv", class)], None, bank);
    let analysis = Analysis::new(&gathered.responses);
    let mut statistics = Statistics::default();
    statistics.add(KeptClass::of(&gathered.responses, &analysis, bank));
    vec![write_statistics(&statistics).into_bytes()]
}
