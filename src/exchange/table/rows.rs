//! The rows of a table with their places. A quotation mark that is never closed costs its own row and no other.

use std::ops::Range;

/// A row, or why there is none.
pub(in crate::exchange) struct Row {
    /// From its first character to its last.
    pub(in crate::exchange) span: Range<usize>,
    pub(in crate::exchange) cells: Vec<String>,
    /// Its quotation marks do not pair up: the cells mean nothing.
    pub(in crate::exchange) torn: bool,
    /// So much was torn that nothing was read after this row.
    pub(in crate::exchange) last: bool,
}

/// Splits a table into rows; `columns` is how many cells a sound row has, known from the first one.
pub(in crate::exchange) fn rows(text: &str, delimiter: u8) -> Vec<Row> {
    let mut rows = vec![];
    let mut from = 0;
    let mut columns = None;
    // Each torn row is read once more from its second line on, and to begin anew has its price.
    let mut patience = text.len().saturating_mul(20) + 64 * 1024 * 1024;
    while from < text.len() {
        let Some(torn) = read_from(text, from, delimiter, &mut columns, &mut rows) else { break };
        let line_end = text[torn.start..].find('\n').map_or(text.len(), |end| torn.start + end + 1);
        patience = patience.saturating_sub(torn.len() + 16 * 1024);
        rows.push(Row {
            span: torn.start..text[..line_end].trim_end().len().max(torn.start),
            cells: vec![],
            torn: true,
            last: patience == 0,
        });
        if patience == 0 {
            break;
        }
        from = line_end;
    }
    rows
}

/// Reads on until the end or a torn row, whose place it gives.
fn read_from(
    text: &str,
    from: usize,
    delimiter: u8,
    columns: &mut Option<usize>,
    rows: &mut Vec<Row>,
) -> Option<Range<usize>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(&text.as_bytes()[from..]);
    let mut record = csv::StringRecord::new();
    loop {
        let start = from + reader.position().byte() as usize;
        // The text is UTF-8 and reading from memory does not fail: an error cannot come, and would end the table.
        if !reader.read_record(&mut record).unwrap_or(false) {
            return None;
        }
        let end = from + reader.position().byte() as usize;
        // The reader passes over blank lines before a row.
        let raw = &text[start..end];
        let start = start + (raw.len() - raw.trim_start_matches(['\r', '\n']).len());
        let raw = text[start..end].trim_end_matches(['\r', '\n']);
        let cells: Vec<String> = record.iter().map(ToOwned::to_owned).collect();
        let filled = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        let expected = *columns.get_or_insert(cells.len());
        // A cell may hold several lines. Where the number of cells does not come out, or the table ends inside a cell,
        // it holds several rows.
        let open = raw.matches('"').count() % 2 == 1 && end == text.len();
        let uneven = cells.len() < expected;
        if (raw.contains('\n') && (filled > expected || uneven || open)) || (open && uneven) {
            return Some(start..end);
        }
        rows.push(Row { span: start..start + raw.len(), cells, torn: false, last: false });
    }
}
