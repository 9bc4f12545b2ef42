//! Word documents with questions: typed or numbered lists, and tables. The text is taken out (`text`), numbers of lists are
//! written where Word shows them (`numbering`), and the reader of lists does the rest.

mod numbering;
mod read;
mod text;

use super::{Format, Import};

pub(super) const FORMAT: Format = Format {
    name: "docx",
    summary: "Word lists of questions: typed or numbered, keys bold, highlighted or named; tables",
    extension: "docx",
    loses: &[],
    export: None,
    import: Some(Import { read: read::import, likeness: read::likeness }),
};
