//! Sheets of a workbook as tables: each sheet that asks something is read, the others are named.

use super::known::Known;
use super::layout::{Lacking, Layout};
use super::read::read_table;
use super::rows::Row;
use crate::exchange::intake::Intake;
use crate::exchange::workbook::{Sheet, open};
use crate::exchange::{ImportOptions, Imported};

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_package(options);
    match open(bytes) {
        Ok(sheets) => read(&mut intake, &sheets, options),
        Err(reason) => {
            let help = "save the sheet as .xlsx, or as CSV in UTF-8, and import that";
            intake.problem("workbook", 0..0, reason, help);
        }
    }
    intake.finish()
}

/// Whether some bytes are the workbook of one program.
pub(super) fn is_known(bytes: &[u8], program: Known) -> bool {
    let known = |sheet: &Sheet| Layout::of(&as_text(sheet).1, &[]).ok().and_then(|layout| layout.known);
    open(bytes).is_ok_and(|sheets| sheets.iter().any(|sheet| known(sheet) == Some(program)))
}

fn read(intake: &mut Intake<'_>, sheets: &[Sheet], options: &ImportOptions) {
    let mut others: Vec<(&Sheet, Lacking)> = vec![];
    let mut found = false;
    for sheet in sheets.iter().filter(|sheet| !sheet.rows.is_empty()) {
        let (text, mut rows) = as_text(sheet);
        match Layout::of(&rows, &options.columns) {
            Ok(layout) => {
                found = true;
                intake.enter_text(&sheet.name, text);
                for (number, doubt) in &sheet.doubts {
                    let at = sheet.rows.iter().position(|(other, _)| other == number);
                    let span = at.map_or(0..0, |at| rows[at].span.clone());
                    intake.note("cell", span, doubt.as_str(), "format the cell as text and type it again");
                }
                let body = rows.split_off(layout.header.unwrap_or(0));
                read_table(intake, layout, &body);
            }
            Err(lacking) => others.push((sheet, lacking)),
        }
    }
    if found {
        for (sheet, _) in others {
            intake.say(format!("the sheet \"{}\" has no questions, and was not read", sheet.name));
        }
        return;
    }
    let help =
        "name the columns in a row of their own, or say which is which by name or number: `--column stem=1`";
    if others.is_empty() {
        intake.problem("workbook", 0..0, String::from("this is a workbook, and its sheets are empty"), help);
    }
    for (sheet, lacking) in others {
        let (text, rows) = as_text(sheet);
        intake.enter_text(&sheet.name, text);
        let span = rows.get(lacking.row).map_or(0..0, |row| row.span.clone());
        let message = format!(
            "this is a workbook, and its sheet \"{}\" is no table of questions: {}",
            sheet.name, lacking.message
        );
        intake.problem("header", span, message, help);
    }
}

/// Whether the names of columns are those of a table of questions.
pub(in crate::exchange) fn names_questions(names: &[String]) -> bool {
    let row = Row { span: 0..0, cells: names.to_vec(), torn: false, stop: None };
    Layout::of(&[row], &[]).is_ok_and(|layout| layout.header == Some(0))
}

/// Reads a table of another document where its first row names the columns; false where it is no table of questions.
pub(in crate::exchange) fn read_sheet(
    intake: &mut Intake<'_>,
    sheet: &Sheet,
    options: &ImportOptions,
) -> bool {
    let (text, mut rows) = as_text(sheet);
    let layout = match Layout::of(&rows, &options.columns) {
        Ok(layout) if layout.header.is_some() => layout,
        _ => return false,
    };
    intake.enter_text(&sheet.name, text);
    let body = rows.split_off(layout.header.unwrap_or(0));
    read_table(intake, layout, &body);
    true
}

/// A sheet as text, each row on the line of its number, so that places are those of the sheet; and its rows in it.
pub(in crate::exchange) fn as_text(sheet: &Sheet) -> (String, Vec<Row>) {
    let (mut text, mut line, mut rows) = (String::new(), 1, vec![]);
    for (number, cells) in &sheet.rows {
        while line < *number {
            text.push('\n');
            line += 1;
        }
        let start = text.len();
        let cells_of_line: Vec<String> =
            cells.iter().map(|cell| cell.replace(['\n', '\r', '\t'], " ")).collect();
        text.push_str(&cells_of_line.join("\t"));
        rows.push(Row { span: start..text.len(), cells: cells.clone(), torn: false, stop: None });
    }
    (text, rows)
}
