//! A document as questions: its lines go to the reader of lists, its tables to the reader of tables.

use super::numbering::Numbering;
use super::text::{Line, Looks, Part, parts};
use crate::exchange::archive::unpack_within;
use crate::exchange::intake::Intake;
use crate::exchange::list::{Typed, read_into};
use crate::exchange::table::read_sheet;
use crate::exchange::workbook::Sheet;
use crate::exchange::xml::elements;
use crate::exchange::{ImportOptions, Imported};
use crate::limits::MB;

const DOCUMENT: &str = "word/document.xml";
const NUMBERING: &str = "word/numbering.xml";
const STYLES: &str = "word/styles.xml";

/// As much text as may come out of a document, however small it was packed.
const MOST_BYTES: u64 = 32 * MB;

pub(super) fn likeness(bytes: &[u8]) -> u8 {
    let is_document =
        bytes.starts_with(b"PK") && bytes.windows(DOCUMENT.len()).any(|window| window == DOCUMENT.as_bytes());
    if is_document { 96 } else { 0 }
}

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_package(options);
    let wanted = |name: &str| [DOCUMENT, NUMBERING, STYLES].contains(&name);
    let files = match unpack_within(MOST_BYTES, bytes, wanted) {
        Ok(files) => files,
        Err(reason) => {
            intake.problem(
                "document",
                0..0,
                format!("this Word document cannot be read: {reason}"),
                "save it again as .docx",
            );
            return intake.finish();
        }
    };
    let file = |name: &str| {
        let found = files.iter().find(|(other, _)| other == name);
        found.map(|(_, bytes)| String::from_utf8_lossy(bytes)).unwrap_or_default()
    };
    let document = file(DOCUMENT);
    let body = elements(&document, "body").into_iter().next();
    match body {
        Some(Ok(body)) => {
            let mut numbering = Numbering::of(&file(NUMBERING), &file(STYLES));
            read(&mut intake, parts(&body, &mut numbering), options);
        }
        Some(Err(trouble)) => {
            let message = format!("this Word document cannot be read: {}", trouble.message);
            intake.problem("document", 0..0, message, "save it again as .docx");
        }
        None => {
            intake.problem(
                "document",
                0..0,
                String::from("this package holds no Word document"),
                "save it again as .docx",
            );
        }
    }
    intake.finish()
}

/// Lines up to a table are one list; a table of questions is read as one, any other as the lines in it.
fn read(intake: &mut Intake<'_>, parts: Vec<Part>, options: &ImportOptions) {
    let mut lines: Vec<Line> = vec![];
    let mut sheets = vec![];
    for part in parts {
        match part {
            Part::Line(line) => lines.push(line),
            Part::Table(rows) => {
                let number = sheets.len() + 1;
                let sheet = sheet(number, &rows);
                if read_sheet(intake, &sheet, options) {
                    sheets.push(sheet);
                    lines.push(Line::default());
                } else {
                    lines.extend(rows.into_iter().flat_map(flattened));
                }
            }
        }
    }
    let texts: Vec<String> = lines.iter().map(Line::text).collect();
    intake.enter_text("", texts.join("\n"));
    let marks = what_marks(&lines);
    let mut at = 0;
    let mut typed = vec![];
    for (line, text) in lines.iter().zip(&texts) {
        let span = at..at + text.len();
        at = span.end + 1;
        let mut lost = line.lost.clone();
        lost.sort_unstable();
        lost.dedup();
        for what in lost {
            let help = "a bank holds text: say in words what has to be seen";
            intake.note("picture", span.clone(), format!("{what} of the document did not come in"), help);
        }
        typed.push(Typed { text, span, stands_out: marks.is_some_and(|marks| line.all(marks)) });
    }
    if sheets.is_empty() || texts.iter().any(|text| !text.trim().is_empty()) {
        read_into(intake, &typed, false);
    }
}

/// A row that is no table's: its letters stay with their texts, everything else is a line.
fn flattened(row: Vec<Vec<Line>>) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![];
    let mut label: Option<Line> = None;
    for line in row.into_iter().flatten().filter(|line| !line.text().trim().is_empty()) {
        let short = line.text().trim().chars().count() <= 3;
        match label.take() {
            Some(before) => lines.push(Line {
                label: format!("{} {}", before.text().trim(), line.label),
                lost: [before.lost, line.lost].concat(),
                pieces: line.pieces,
            }),
            None if short => label = Some(line),
            None => lines.push(line),
        }
    }
    lines.extend(label);
    lines
}

fn sheet(number: usize, rows: &[Vec<Vec<Line>>]) -> Sheet {
    let text =
        |cell: &Vec<Line>| cell.iter().map(Line::text).collect::<Vec<_>>().join("\n").trim().to_owned();
    let rows = rows.iter().enumerate().map(|(at, row)| (at + 1, row.iter().map(text).collect()));
    Sheet { name: format!("table {number}"), rows: rows.collect(), doubts: vec![] }
}

/// By which looks the document marks what is right: decided once, from the lines that have letters or bullets.
fn what_marks(lines: &[Line]) -> Option<fn(&Looks) -> bool> {
    let kinds: [fn(&Looks) -> bool; 4] =
        [|looks| looks.highlighted, |looks| looks.bold, |looks| looks.colored, |looks| looks.underlined];
    let is_option = |line: &&Line| {
        let text = line.text();
        let mut letters = text.trim_start().trim_start_matches(['(', '*']).chars();
        letters.next().is_some_and(|c| c.is_alphabetic() || "-•①②③④".contains(c))
            && letters.next().is_some_and(|c| ").、: ".contains(c))
    };
    let options: Vec<&Line> = lines.iter().filter(is_option).collect();
    kinds.into_iter().find(|kind| {
        let marked = options.iter().filter(|line| line.all(kind)).count();
        marked > 0 && marked < options.len()
    })
}
