//! What an importer is given, and what it returns.

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
    /// What the file says and a bank has no place for.
    pub(crate) loss: Loss,
}
