//! Tables with our own columns, for spreadsheets: one row a question, everything in it, read back by the names in the
//! first row. Also what other tables share: [`rows()`] writes, [`part`] reads.

mod columns;
mod delimiter;
mod guess;
mod header;
mod import;
mod known;
mod layout;
mod options;
mod read;
mod rows;
mod sheets;
mod write;

#[cfg(test)]
mod habits;
#[cfg(test)]
mod tests;

pub(super) use delimiter::delimiter;
pub(crate) use header::{FIELDS, is_field};
pub(super) use import::{import, is_known};
pub(super) use known::Known;
pub(super) use rows::{Row, head as first_rows, rows as part};
pub(super) use sheets::{as_text, names_questions, read_sheet};
pub(super) use write::rows;
pub(crate) use write::spreadsheet;

use super::workbook::is_workbook;
use super::{Format, Import};

pub(super) const CSV: Format = Format {
    name: "csv",
    summary: "a table with commas, for spreadsheets; columns of guardprep",
    extension: "csv",
    loses: &[],
    export: Some(|export| write::export(export, b',')),
    import: Some(Import { read: import, likeness: |bytes| import::likeness(bytes, b",;|") }),
};

pub(super) const XLSX: Format = Format {
    name: "xlsx",
    summary: "a workbook of Excel or LibreOffice (.xlsx, .ods): any table that reads as csv",
    extension: "xlsx",
    loses: &[],
    export: None,
    import: Some(Import { read: import, likeness: |bytes| if is_workbook(bytes) { 90 } else { 0 } }),
};

pub(super) const TSV: Format = Format {
    name: "tsv",
    summary: "the same table with tabs",
    extension: "tsv",
    loses: &[],
    export: Some(|export| write::export(export, b'\t')),
    import: Some(Import { read: import, likeness: |bytes| import::likeness(bytes, b"\t") }),
};
