//! What the page of `html-quiz` saves at the end of a round: one student a file.

use serde::Deserialize;

use super::super::findings::Findings;
use super::super::shape::{Input, Shape};
use super::super::sheet::{Cell, Column, Line, Sheet, Wrote};

pub(super) const SHAPE: Shape = Shape {
    summary: "a result of the page that html-quiz makes",
    is: |input| {
        let text = input.text().trim_start();
        text.starts_with('{') && text.contains("\"guardprep-result\"")
    },
    read,
};

/// The document. `player/result.js` writes it.
#[derive(Deserialize)]
struct Document {
    #[serde(rename = "guardprep-result")]
    schema: u32,
    #[serde(default)]
    name: String,
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    id: String,
    #[serde(default)]
    stem: String,
    /// The texts of the chosen options; null where it was not answered.
    chosen: Option<Vec<String>>,
    right: Option<bool>,
}

fn read(input: &Input<'_>, findings: &mut Findings) -> Sheet {
    let whole = 0..input.text().len();
    let document: Document = match serde_json::from_str(input.text()) {
        Ok(document) => document,
        Err(error) => {
            let start = byte_of(input.text(), error.line(), error.column());
            findings.error(
                "torn-file",
                start..start,
                format!("this is no whole result: {error}"),
                "save it once more",
            );
            return Sheet::default();
        }
    };
    if document.schema != 1 {
        let message = format!("it has schema {}; this guardprep reads 1", document.schema);
        findings.error("newer", whole, message, "install the newer guardprep");
        return Sheet::default();
    }
    let mut sheet = Sheet::default();
    let identity = document.name.trim().to_lowercase();
    let name = if identity.is_empty() { input.stem.to_owned() } else { document.name.trim().to_owned() };
    let mut student = Line { name, identity, span: 0..0, ..Line::default() };
    for item in document.items {
        if sheet.columns.iter().any(|column| column.name == item.id) {
            continue;
        }
        let wrote = Wrote::Options(item.chosen.unwrap_or_default());
        student.cells.push(Cell { wrote, right: item.right, span: 0..0 });
        sheet.columns.push(Column { name: item.id, stem: item.stem, ..Column::default() });
    }
    sheet.rows.push(student);
    sheet
}

/// The byte of a line and a column, both from 1.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    text.floor_char_boundary((before + column.saturating_sub(1)).min(text.len()))
}
