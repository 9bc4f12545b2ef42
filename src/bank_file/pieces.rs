//! A file in which something is no TOML, read in pieces: what is broken in one question hides no fault of another.

use std::ops::Range;
use std::sync::Arc;

use super::parts::parts;
use crate::diagnostic::{Diagnostic, Source};
use crate::toml_fields::{Table, parse, syntax_errors};

/// What begins a part of a bank file, at the beginning of a line.
const HEADERS: [&str; 3] = ["[topic]", "[[objective]]", "[[question]]"];

/// Larger files are not read once more.
const LARGEST: usize = 16 * 1024 * 1024;

/// A file without its broken pieces.
pub(super) struct Pieces {
    /// The text of the file with blanks in the place of what is broken, so that every place stays what it was.
    pub(super) text: String,
    pub(super) problems: Vec<Diagnostic>,
    /// Whether a piece of each kind is broken.
    topic: bool,
    objective: bool,
    question: bool,
}

impl Pieces {
    /// Whether a problem follows only from the pieces that were left out.
    pub(super) fn explain(&self, problem: &Diagnostic) -> bool {
        match problem.rule {
            "missing-key" => problem.question.is_none() && (self.topic || self.objective),
            "undeclared-objective" => self.topic || self.objective,
            "no-question" => self.question,
            _ => false,
        }
    }
}

/// The sound pieces of a file that has any, where all of them together are sound.
pub(super) fn pieces(source: &Arc<Source>) -> Option<Pieces> {
    let mut found = Pieces {
        text: source.text.to_string(),
        problems: vec![],
        topic: false,
        objective: false,
        question: false,
    };
    let mut broken: Vec<Range<usize>> = vec![];
    // A header of which a bracket is missing begins a piece, too.
    let begins = |line: &str| HEADERS.iter().any(|header| line.starts_with(&header[..header.len() - 1]));
    let spans = if source.text.len() > LARGEST { vec![] } else { parts(&source.text, begins) };
    // Without a header there is nothing to read in pieces.
    for span in spans.into_iter().filter(|span| *span != (0..source.text.len())) {
        let piece = &source.text[span.clone()];
        let (_, errors) = Table::parse_recoverable(piece);
        if errors.is_empty() {
            continue;
        }
        found.problems.extend(syntax_errors(source, &errors, span.start));
        let begins = |header: &str| piece.trim_start().starts_with(header);
        found.topic |= begins("[topic");
        found.objective |= begins("[[objective");
        found.question |= begins("[[question");
        broken.push(span);
    }
    for span in &broken {
        let blank: String =
            source.text[span.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        found.text.replace_range(span.clone(), &blank);
    }
    if !HEADERS.iter().any(|header| found.text.contains(header)) {
        return None;
    }
    let again = Source::new(source.name.as_str(), found.text.as_str());
    (!broken.is_empty() && parse(&again).is_ok()).then_some(found)
}
