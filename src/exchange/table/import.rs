//! A file as a table: a workbook, or a text whose mark between cells is found.

use super::columns::Columns;
use super::delimiter::delimiter;
use super::known::Known;
use super::layout::{Lacking, Layout};
use super::read::{lacks, read_table};
use super::rows::{Row, rows};
use super::sheets;
use crate::exchange::intake::Intake;
use crate::exchange::workbook::is_workbook;
use crate::exchange::{ImportOptions, Imported};

/// How much some bytes look like a table with one of these marks between its cells.
pub(super) fn likeness(bytes: &[u8], delimiters: &[u8]) -> u8 {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(64 * 1024)]);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with(['<', '{', '[']) || text.starts_with("#separator") {
        return 0;
    }
    let (mark, head) = delimiter(text);
    if !delimiters.contains(&mark) {
        return 0;
    }
    match Layout::of(&head, &[]) {
        Ok(Layout { guessed: None, .. }) => 95,
        Ok(_) => 70,
        Err(Lacking { row, .. }) => {
            let columns = Columns::of(head.get(row).map_or(&[][..], |row| &row.cells), &[]);
            match (columns.has_stem(), columns.has_key()) {
                (true, true) => 90,
                (true, false) | (false, true) if head[row].cells.len() > 2 => 50,
                // A table of something else, so that it can be told what it lacks.
                _ if head.len() > 1 && is_even(&head) => 5,
                _ => 0,
            }
        }
    }
}

/// Whether all rows have the same number of cells, and more than two.
fn is_even(head: &[Row]) -> bool {
    let width = head.first().map_or(0, |row| row.cells.len());
    width > 2 && head.iter().all(|row| row.cells.len() == width)
}

/// Whether some bytes are the table of one program.
pub(in crate::exchange) fn is_known(bytes: &[u8], program: Known) -> u8 {
    if is_workbook(bytes) {
        return if sheets::is_known(bytes, program) { 100 } else { 0 };
    }
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(64 * 1024)]);
    let (_, head) = delimiter(text.trim_start_matches('\u{feff}'));
    let known = Layout::of(&head, &[]).ok().and_then(|layout| layout.known);
    if known == Some(program) { 100 } else { 0 }
}

pub(in crate::exchange) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    if is_workbook(bytes) {
        return sheets::import(bytes, options);
    }
    let mut intake = Intake::of_text(bytes, options);
    let source = intake.text();
    let (mark, head) = delimiter(&source.text);
    let layout = Layout::of(&head, &options.columns);
    let start = layout.as_ref().ok().and_then(|layout| layout.header).map_or(0, |at| head[at].span.start);
    let width = layout.as_ref().ok().and_then(|layout| layout.header).map(|at| head[at].cells.len());
    match layout {
        Ok(layout) => {
            let mut body = rows(&source.text[start..], mark, width);
            for row in &mut body {
                row.span = row.span.start + start..row.span.end + start;
            }
            if layout.header.is_some_and(|at| at > 0) {
                let (line, _) = source.line_and_column(start);
                intake.say(format!("the names of the columns stand in line {line}"));
            }
            read_table(&mut intake, layout, &body);
        }
        Err(lacking) => lacks(&mut intake, lacking, &head),
    }
    intake.finish()
}
