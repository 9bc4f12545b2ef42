//! Markdown to read and to print, which comes back whole: the questions of each topic, then their answers with everything
//! that is known. Other Markdown is read as a list.

mod read;
mod write;

use super::{Format, Import, Part};

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    summary: "Markdown to read: questions, then answers with explanations and sources",
    extension: "md",
    loses: &[Part::Allow],
    export: Some(write::export),
    import: Some(Import { read: read::import, likeness: read::likeness }),
};
