//! TOML that people write by hand, read so that every mistake is reported in one go, with its place.
//!
//! [`parse`] reports what is not TOML; [`Fields`] reads a table key by key and reports what is missing or wrong.

mod fields;
mod moved;
mod numbers;
mod plain;

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use moved::moved;
use plain::plain;

pub(crate) use fields::{Fields, Text};
pub(crate) use toml::de::DeTable as Table;
use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, Place, Source};
use crate::limits::{self, grouped};

/// Whether a file has more lines than [`parse`] reads.
pub(crate) fn has_too_many_lines(source: &Source) -> bool {
    line_ends(source) > limits::LINES
}

fn line_ends(source: &Source) -> usize {
    source.line_breaks()
}

/// The tables of a file, or what keeps it from being TOML.
pub(crate) fn parse(source: &Arc<Source>) -> Result<Table<'_>, Vec<Diagnostic>> {
    if has_too_many_lines(source) {
        let line_ends = line_ends(source);
        let message = format!(
            "this is no file of questions: it has {} lines, and {} are the most",
            grouped(line_ends),
            grouped(limits::LINES)
        );
        return Err(vec![Diagnostic::error("syntax", message).at(Place::new(source, 0..0))]);
    }
    if let Some(table) = plain(&source.text, 0..source.text.len()) {
        return Ok(table);
    }
    let (table, errors) = Table::parse_recoverable(&source.text);
    if errors.is_empty() { Ok(table.into_inner()) } else { Err(syntax_errors(source, &errors, 0)) }
}

/// The tables of a part of a file, with their places in the whole file, if the part by itself is TOML.
pub(crate) fn parse_part(source: &Source, part: Range<usize>) -> Option<Table<'_>> {
    plain(&source.text, part.clone()).or_else(|| {
        let (table, errors) = Table::parse_recoverable(&source.text[part.clone()]);
        errors.is_empty().then(|| moved(table.into_inner(), part.start))
    })
}

/// The only table of a list of tables, where tables hold nothing else.
pub(crate) fn one_table<'t, 'i>(tables: &'t Table<'i>, name: &str) -> Option<(&'t Table<'i>, Range<usize>)> {
    let (1, DeValue::Array(list)) = (tables.len(), tables.get(name)?.get_ref()) else { return None };
    let [only] = &list[..] else { return None };
    match only.get_ref() {
        DeValue::Table(table) => Some((table, only.span())),
        _ => None,
    }
}

/// What keeps a piece of a file, which begins at a place of it, from being TOML.
pub(crate) fn syntax_errors(
    source: &Arc<Source>,
    errors: &[toml::de::Error],
    from: usize,
) -> Vec<Diagnostic> {
    // The parser goes on after an error and cascades: the first of each line is worth reading, and three are enough.
    let mut found: Vec<(usize, Range<usize>, &str)> = errors
        .iter()
        .map(|error| {
            let span = error.span().unwrap_or(0..0);
            let span = span.start + from..span.end + from;
            (source.line_and_column(span.start).0, span, error.message())
        })
        .collect();
    found.sort_by_key(|(line, span, _)| (*line, span.start));
    found.dedup_by_key(|(line, _, _)| *line);
    let more = found.len().saturating_sub(3);
    let mut problems: Vec<Diagnostic> = found
        .into_iter()
        .take(3)
        .map(|(_, span, message)| {
            Diagnostic::error("syntax", format!("this is not TOML: {message}")).at(Place::new(source, span))
        })
        .collect();
    if let Some(first) = problems.first_mut() {
        let rest =
            if more > 0 { format!(" ({more} more follow from it or come after it)") } else { String::new() };
        first.help = Some(format!("mend this first; the rest of the file is looked at afterwards{rest}"));
    }
    problems
}
