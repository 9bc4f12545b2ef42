//! How a class did and how good its questions are: for people, for programs, for spreadsheets.

mod csv;
mod distribution;
mod figures;
mod flags;
mod json;
mod options;
mod page;
mod sentences;
mod table;
mod text;
mod whole;

pub(crate) use whole::ClassReport;
