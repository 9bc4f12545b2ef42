//! Which mark parts the cells of a table.

use super::columns::Columns;
use super::rows::{Row, head};

/// The marks that are tried, the likeliest first.
const MARKS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// So many rows are looked at.
const SEEN: usize = 60;

/// The mark that parts the rows best, and the first rows parted by it.
pub(in crate::exchange) fn delimiter(text: &str) -> (u8, Vec<Row>) {
    let given = text.lines().next().and_then(|line| line.trim_end().strip_prefix("sep=")).map(str::as_bytes);
    if let Some([mark]) = given.filter(|mark| mark.is_ascii()) {
        return (*mark, head(text, *mark, SEEN));
    }
    let tried = MARKS.map(|mark| {
        let rows = head(text, mark, SEEN);
        (worth(&rows), mark, rows)
    });
    // The first of equals.
    let best = tried.into_iter().rev().max_by_key(|(worth, ..)| *worth);
    best.map_or((b',', vec![]), |(_, mark, rows)| (mark, rows))
}

/// How much rows look like those of a table: by the names in one of them, by how many have the same number of cells.
fn worth(rows: &[Row]) -> (usize, usize, usize) {
    let named = rows.iter().take(20).map(|row| Columns::of(&row.cells, &[]).worth()).max().unwrap_or(0);
    let cells = |row: &Row| row.cells.len();
    let widths: Vec<usize> = rows.iter().map(cells).filter(|&width| width > 1).collect();
    let same = |width: usize| widths.iter().filter(|&&other| other == width).count();
    let (count, width) = widths.iter().map(|&width| (same(width), width)).max().unwrap_or_default();
    (named, count, width)
}
