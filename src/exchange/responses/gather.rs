//! The files of a class, read one after the other.

use std::collections::BTreeSet;

use super::findings::Findings;
use super::grid::Grid;
use super::join::Class;
use super::key_file::KeyFile;
use super::settle::{Known, settle};
use super::shape::Input;
use super::shapes::SHAPES;
use super::sheet::Sheet;
use crate::analysis::Responses;
use crate::bank::Bank;
use crate::diagnostic::{Diagnostic, Source};
use crate::exchange::intake::decode;
use crate::exchange::table::as_text;
use crate::exchange::workbook::{self, is_workbook, open};
use crate::limits::{self, grouped};
use crate::words::{harmless, harmless_line};

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
        let (grid, mut findings) = opened(file);
        let key = KeyFile::read(&grid, &mut findings);
        gathered.problems.extend(findings.finish());
        key
    });
    let mut class = Class::default();
    for file in files {
        let (grid, mut findings) = opened(file);
        let stem = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let input = Input { stem, grid: &grid, bank };
        let Some(shape) = SHAPES.iter().find(|shape| (shape.is)(&input)) else { continue };
        let sheet = match too_large(&grid) {
            None => (shape.read)(&input, &mut findings),
            Some(message) => {
                findings.error("too-large", 0..0, message, "leave out columns that are no questions");
                Sheet::default()
            }
        };
        let versions: BTreeSet<String> = sheet.rows.iter().map(|row| row.version.to_lowercase()).collect();
        let sheet = if versions.len() > limits::VERSIONS {
            let message = format!("the students have more than {} versions of the test", limits::VERSIONS);
            findings.error(
                "too-large",
                0..0,
                message,
                "is the column called `version` that of the versions?",
            );
            Sheet::default()
        } else {
            sheet
        };
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
    gathered.responses = harmless_texts(class.responses);
    gathered
}

/// What stands in somebody's table gets printed, and a color of a terminal is no part of a name.
fn harmless_texts(mut responses: Responses) -> Responses {
    for item in &mut responses.items {
        item.name = harmless_line(&item.name);
        item.stem = harmless(&item.stem);
        for option in &mut item.options {
            option.text = harmless(&option.text);
        }
    }
    for student in &mut responses.students {
        student.name = harmless_line(&student.name);
    }
    responses
}

/// What is said of a table with more columns than any test has.
fn too_large(grid: &Grid) -> Option<String> {
    let most = limits::COLUMNS;
    let wide = grid.rows.iter().any(|row| row.cells.len() > most);
    wide.then(|| format!("the table has more than {} columns", grouped(most)))
}

/// A file as rows, with what is not sure about them; of a workbook the first sheet with more than one row.
fn opened(file: &ResponseFile) -> (Grid, Findings) {
    if is_workbook(&file.bytes) {
        return of_workbook(file);
    }
    let decoded = decode(&file.bytes);
    let source = Source::new(file.name.as_str(), decoded.text);
    let mut findings = Findings::of(&source);
    findings.add(decoded.found.and_then(|found| found.problem(&source)));
    (Grid::of(&source), findings)
}

fn of_workbook(file: &ResponseFile) -> (Grid, Findings) {
    let (sheet, problem) = match open(&file.bytes) {
        Ok(sheets) => (sheets.into_iter().find(|sheet| sheet.rows.len() > 1).unwrap_or_default(), None),
        Err(why) => (workbook::Sheet::default(), Some(why)),
    };
    let (text, rows) = as_text(&sheet);
    let source = Source::new(file.name.as_str(), text);
    let mut findings = Findings::of(&source);
    if let Some(why) = problem {
        findings.error("workbook", 0..0, why, "save the sheet as .xlsx, or as CSV in UTF-8");
    }
    for (number, doubt) in &sheet.doubts {
        let row = sheet.rows.iter().position(|(other, _)| other == number);
        let span = row.map_or(0..0, |at| rows[at].span.clone());
        findings.warning("cell", span, doubt.as_str(), "format the cell as text and type it again");
    }
    (Grid::of_sheet(&source, rows), findings)
}
