//! Problems as rustc would print them.

use annotate_snippets::renderer::{DEFAULT_TERM_WIDTH, DecorStyle};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Place, Severity};
use crate::words::{harmless, is_harmful};

/// Draws one problem, without a line break at its end. `color` decides about escape sequences, `width` about where
/// long lines of the file are cut.
pub(crate) fn render(problem: &Diagnostic, color: bool, width: usize) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = harmless(&problem.message);
    let title = level.primary_title(message).id(problem.rule);
    // Owned copies: annotate-snippets borrows what it draws.
    let cut: Vec<Cut> =
        problem.place.iter().chain(problem.related.iter().map(|(place, _)| place)).map(Cut::of).collect();
    let mut group = Group::with_title(title);
    for (at, cut) in cut.iter().enumerate() {
        let (kind, label) = match at {
            0 if problem.place.is_some() => (AnnotationKind::Primary, problem.label.as_str()),
            _ => (
                AnnotationKind::Context,
                problem.related[at - usize::from(problem.place.is_some())].1.as_str(),
            ),
        };
        let annotation = kind.span(cut.span.clone()).label((!label.is_empty()).then(|| harmless(label)));
        group = group.element(
            Snippet::source(cut.text.as_str())
                .path(harmless(&cut.name))
                .line_start(cut.line)
                .fold(true)
                .annotation(annotation),
        );
    }
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(harmless(help)));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let width = width.clamp(20, DEFAULT_TERM_WIDTH);
    renderer.decor_style(DecorStyle::Ascii).term_width(width).render(&[group])
}

/// The lines of a source around a span: a file of many thousand lines is not handed over whole.
struct Cut {
    name: String,
    text: String,
    line: usize,
    span: std::ops::Range<usize>,
}

impl Cut {
    /// The most bytes of one line that are looked at; what is longer is cut around the span.
    const MOST: usize = 2_000;

    fn of(place: &Place) -> Self {
        let text = &place.source.text;
        let start = text.floor_char_boundary(place.span.start.min(text.len()));
        let line_start = place.source.line_start(start);
        // No further than what is shown of a line: it may be the whole of a large file.
        let seen = text.floor_char_boundary(start + Self::MOST);
        let line_end = text[start..seen].find('\n').map_or(seen, |at| start + at);
        let line_end = start + text[start..line_end].trim_end_matches('\r').len();
        // A span over several lines is marked on its first one.
        let end = text.floor_char_boundary(place.span.end.clamp(start, line_end));
        let from = text.ceil_char_boundary(line_start.max(start.saturating_sub(Self::MOST / 2)));
        let to = text.floor_char_boundary(line_end.min(start + Self::MOST / 2));
        let (line, _) = place.source.line_and_column(start);
        // annotate-snippets draws most control characters as pictures; the others are made harmless here, with
        // characters of the same length in bytes, so that the mark stays in its place.
        let shown: String = text[from..to.max(from)].chars().map(same_length).collect();
        let span = start - from..(end.min(to).max(start) - from);
        Self { name: place.source.name.clone(), text: shown, line, span }
    }
}

fn same_length(c: char) -> char {
    match c.len_utf8() {
        1 if is_harmful(c) => '?',
        2 if is_harmful(c) => '\u{a4}',
        3 if is_harmful(c) => '\u{fffd}',
        _ => c,
    }
}
