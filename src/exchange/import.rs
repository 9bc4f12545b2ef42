//! What an importer is given, and what it returns.

use super::keys::Habit;
use super::loss::Loss;
use crate::bank::Bank;
use crate::diagnostic::Diagnostic;

/// What may be asked of an import.
#[derive(Clone, Debug, Default)]
pub(crate) struct ImportOptions {
    /// The name under which the person knows the file; it stands in every problem.
    pub(crate) file_name: String,
    /// The topic that everything goes to, instead of what the file says.
    pub(crate) topic: Option<String>,
    /// For tables: which column is meant by which name of ours, such as `("stem", "Frage")`.
    pub(crate) columns: Vec<(String, String)>,
    /// How the answers of a table or of JSON say which option is right, where the file does not tell.
    pub(crate) answers: Option<Habit>,
    /// For tables: a `'` at the beginning of a cell is text, and guards nothing.
    pub(crate) raw: bool,
}

/// What could be read, and every problem.
#[derive(Debug, Default)]
pub(crate) struct Imported {
    pub(crate) bank: Bank,
    /// Errors for what was skipped, warnings for what was changed; each with its place.
    pub(crate) problems: Vec<Diagnostic>,
    pub(crate) read: usize,
    pub(crate) skipped: usize,
    /// How the file was read, where that was found out and is no problem.
    pub(crate) said: Vec<String>,
    /// What the file says and a bank has no place for.
    pub(crate) loss: Loss,
}
