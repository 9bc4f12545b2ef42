//! The files of a class, read one after the other.

use std::sync::Arc;

use super::findings::Findings;
use super::grid::Grid;
use super::join::Class;
use super::key_file::KeyFile;
use super::settle::{Known, settle};
use super::shape::Input;
use super::shapes::SHAPES;
use crate::analysis::Responses;
use crate::bank::Bank;
use crate::diagnostic::{Diagnostic, Source};
use crate::exchange::intake::decode;
use crate::exchange::workbook::{is_workbook, open};

/// A file with the name under which a person knows it.
pub(crate) struct ResponseFile {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// What the files hold together.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) responses: Responses,
    pub(crate) problems: Vec<Diagnostic>,
    pub(crate) origins: Vec<Origin>,
    /// Only the first of several answers of a student to a question counts.
    pub(crate) first_only: bool,
}

/// Where answers came from.
pub(crate) struct Origin {
    pub(crate) file: String,
    /// Completes "read as ...".
    pub(crate) shape: &'static str,
    pub(crate) students: usize,
}

pub(crate) fn gather(files: &[ResponseFile], key: Option<&ResponseFile>, bank: &Bank) -> Gathered {
    let mut gathered = Gathered::default();
    let known = Known::of(bank);
    let key = key.map(|file| {
        let (text, mut findings) = opened(file);
        let key = KeyFile::read(&text, &mut findings);
        gathered.problems.extend(findings.finish());
        key
    });
    let mut class = Class::default();
    for file in files {
        let (source, mut findings) = opened(file);
        let grid = Grid::of(&source);
        let stem = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let input = Input { stem, grid: &grid, bank };
        let Some(shape) = SHAPES.iter().find(|shape| (shape.is)(&input)) else { continue };
        let sheet = (shape.read)(&input, &mut findings);
        if sheet.columns.is_empty() {
            findings.error(
                "no-question",
                0..0,
                "no column of this file is a question",
                "one row a student, one column a question, and the first row names the columns",
            );
        }
        gathered.first_only |= sheet.first_only;
        let settled = settle(sheet, &known, key.as_ref(), &mut findings);
        gathered.problems.extend(findings.finish());
        let (students, problems) = class.add(settled);
        gathered.problems.extend(problems);
        gathered.origins.push(Origin { file: file.name.clone(), shape: shape.summary, students });
    }
    gathered.responses = class.responses;
    gathered
}

/// A file as text, with what is not sure about its encoding; a workbook as its first table.
fn opened(file: &ResponseFile) -> (Arc<Source>, Findings) {
    if is_workbook(&file.bytes) {
        return of_workbook(file);
    }
    let decoded = decode(&file.bytes);
    let source = Source::new(file.name.as_str(), decoded.text);
    let mut findings = Findings::of(&source);
    findings.add(decoded.found.and_then(|found| found.problem(&source)));
    (source, findings)
}

/// Line 7 of the text is row 7 of the sheet, so that places mean something to who looks for them in a spreadsheet.
fn of_workbook(file: &ResponseFile) -> (Arc<Source>, Findings) {
    let sheets = match open(&file.bytes) {
        Ok(sheets) => sheets,
        Err(why) => {
            let source = Source::new(file.name.as_str(), "");
            let mut findings = Findings::of(&source);
            findings.error("unreadable", 0..0, why, "save it as .xlsx or as CSV");
            return (source, findings);
        }
    };
    let sheet = sheets.into_iter().find(|sheet| sheet.rows.len() > 1).unwrap_or_default();
    let width = sheet.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let mut text = String::new();
    let mut line = 1;
    for (number, mut cells) in sheet.rows {
        for _ in line..number {
            text.push('\n');
        }
        line = number + 1;
        cells.resize(width, String::new());
        let cell = |cell: &String| {
            let cell = cell.replace(['\t', '\n', '\r'], " ");
            if cell.contains('"') { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
        };
        text += &cells.iter().map(cell).collect::<Vec<_>>().join("\t");
        text.push('\n');
    }
    let source = Source::new(file.name.as_str(), text);
    let findings = Findings::of(&source);
    (source, findings)
}
