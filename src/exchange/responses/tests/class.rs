//! What the tests read.

use crate::bank::Bank;
use crate::bank_file;
use crate::diagnostic::{Source, render};
use crate::exchange::responses::{Gathered, ResponseFile, gather};

pub(super) fn bank() -> Bank {
    let text = include_str!("../../../../tests/fixtures/responses/desk.toml");
    let read = bank_file::read(&Source::new("desk.toml", text));
    let mut bank = Bank::default();
    bank.add(read.topic.unwrap().item, read.questions.into_iter().map(|loaded| loaded.item));
    bank
}

pub(super) fn file(name: &str, text: impl Into<Vec<u8>>) -> ResponseFile {
    ResponseFile { name: name.to_owned(), bytes: text.into() }
}

pub(super) fn read(text: impl Into<Vec<u8>>) -> Gathered {
    gather(&[file("class.csv", text)], None, &bank())
}

/// Each problem as `rule line:column`.
pub(super) fn problems(gathered: &Gathered) -> Vec<String> {
    let at = |problem: &crate::diagnostic::Diagnostic| {
        let place = problem.place.as_ref().unwrap();
        let (line, column) = place.source.line_and_column(place.span.start);
        // Every one of them can be drawn.
        assert!(!render(problem, false, 79).is_empty());
        format!("{} {line}:{column}", problem.rule)
    };
    gathered.problems.iter().map(at).collect()
}
