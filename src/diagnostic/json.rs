//! Problems for programs.

use serde_json::{Value, json as value};

use super::Diagnostic;

/// One problem: severity, rule, file, line and column (from 1), question, message, help; null where there is none.
pub(crate) fn json(problem: &Diagnostic) -> Value {
    let at = problem.place.as_ref().map(|place| place.source.line_and_column(place.span.start));
    value!({
        "severity": problem.severity.name(),
        "rule": problem.rule,
        "file": problem.place.as_ref().map(|place| &place.source.name),
        "line": at.map(|(line, _)| line),
        "column": at.map(|(_, column)| column),
        "question": problem.question,
        "message": problem.message,
        "help": problem.help,
    })
}
