//! Files as people break them: no panic, the line of each fault, and every good row kept.
//!
//! One file a format, ten ways of breaking it in each.

mod aiken;
mod gift;
mod json;
mod moodle_xml;
mod table;
mod toml;

use crate::exchange::{ImportOptions, find};

/// Each problem as `line rule`, and the ids or stems that were read all the same.
fn check(format: &str, text: &str, problems: &[&str], read: &[&str]) {
    let import = find(format).and_then(|format| format.import.as_ref()).unwrap();
    let options = ImportOptions { file_name: String::from("broken"), ..ImportOptions::default() };
    let imported = (import.read)(text.as_bytes(), &options);
    let told: Vec<String> = imported
        .problems
        .iter()
        .map(|problem| {
            let place = problem.place.as_ref().unwrap();
            format!("{} {}", place.source.line_and_column(place.span.start).0, problem.rule)
        })
        .collect();
    let why: Vec<&str> = imported.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(told, problems, "{why:#?}\n{text}");
    let stems: Vec<&str> = imported.bank.questions().iter().map(|question| question.stem.as_str()).collect();
    assert_eq!(stems, read, "{why:#?}\n{text}");
    assert_eq!(imported.read, read.len());
    for problem in &imported.problems {
        // Every problem can be drawn with its place.
        assert!(!crate::diagnostic::render(problem, false, 100).is_empty());
    }
}
