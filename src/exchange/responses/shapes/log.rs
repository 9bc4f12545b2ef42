//! What `guardprep progress export` prints: one student a file, of whose answers the first to each question counts. What
//! comes later was practiced.

use super::super::findings::Findings;
use super::super::shape::{Input, Shape};
use super::super::sheet::{Cell, Column, Line, Sheet, Wrote};
use crate::progress::{Event, History};

pub(super) const SHAPE: Shape = Shape {
    summary: "an exported progress log; the first answer to each question counts",
    is: |input| {
        let first = input.text().trim_start().lines().next().unwrap_or_default();
        first.starts_with('{') && first.contains("\"event\":") && first.contains("\"device\":")
    },
    read,
};

fn read(input: &Input<'_>, findings: &mut Findings) -> Sheet {
    let mut events: Vec<Event> = vec![];
    let mut start = 0;
    for line in input.text().split_inclusive('\n') {
        let span = start..start + line.trim_end().len();
        start += line.len();
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str(line) {
            Ok(event) => events.push(event),
            Err(error) => {
                let message = format!("this line is no event of a log: {error}");
                findings.error("torn-row", span, message, "export it once more: guardprep progress export");
            }
        }
    }
    let mut sheet = Sheet { first_only: true, ..Sheet::default() };
    let mut student = Line { name: input.stem.to_owned(), ..Line::default() };
    let history = History::derive(&events);
    for (question, attempt) in history.first_attempts() {
        sheet.columns.push(Column { name: question.to_owned(), ..Column::default() });
        let wrote = Wrote::Options(history.chosen(&attempt).to_vec());
        student.cells.push(Cell { wrote, right: Some(attempt.correct), span: 0..0 });
    }
    sheet.rows.push(student);
    sheet
}
