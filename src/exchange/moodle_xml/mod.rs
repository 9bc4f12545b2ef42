//! Moodle XML: the one exchange format that has a place for nearly everything a question says.

mod read;
mod write;

use super::{Format, Import, Part};

pub(super) const FORMAT: Format = Format {
    name: "moodle-xml",
    summary: "Moodle XML, for the question bank of a Moodle course",
    extension: "xml",
    loses: &[Part::ObjectiveText, Part::Allow],
    export: Some(write::export),
    import: Some(Import { read: read::import, likeness: read::likeness }),
};
