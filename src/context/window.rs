//! How wide a text may be, and how high a page.

use super::stream::Stream;

/// The columns of the window where a stream is shown; into a file the same on every machine.
pub(super) fn columns(stream: Stream, fixed: Option<usize>) -> usize {
    let window = stream.is_terminal().then(|| crossterm::terminal::size().ok()).flatten();
    // Some terminals do not know their size and say 0.
    window.map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0).or(fixed).unwrap_or(80)
}

/// One column less than there are: in the last one some terminals wrap at once. No line is longer than is read easily.
pub(super) fn usable(columns: usize) -> usize {
    columns.saturating_sub(1).clamp(20, 88)
}

/// No table is wider than is followed easily from its first column to its last.
pub(super) fn usable_for_table(columns: usize) -> usize {
    columns.saturating_sub(1).clamp(20, 132)
}

/// The rows of the window where a stream is shown.
pub(super) fn rows(stream: Stream) -> usize {
    let window = stream.is_terminal().then(|| crossterm::terminal::size().ok()).flatten();
    window.map(|(_, rows)| usize::from(rows)).filter(|rows| *rows > 0).unwrap_or(24)
}
