//! Workbooks of spreadsheet programs, `.xlsx` and `.ods`, as sheets of text. What comes out of a package is bounded, and a
//! cell far away costs nothing, so that no file made for it fills the memory.

mod number;
mod ods;
mod open;
mod sheet;
mod xlsx;

#[cfg(test)]
pub(super) mod tests;

pub(super) use open::{is_workbook, open};
pub(super) use sheet::Sheet;
