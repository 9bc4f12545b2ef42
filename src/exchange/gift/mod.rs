//! GIFT, the text that Moodle and many others read: good for eyes and editors, with marks that have to be escaped.

mod block;
mod read;
mod write;

use super::{Format, Import, Part};

pub(super) const FORMAT: Format = Format {
    name: "gift",
    summary: "Moodle GIFT text",
    extension: "gift.txt",
    loses: &[Part::TopicSummary, Part::ObjectiveText, Part::Order, Part::Allow],
    export: Some(write::export),
    import: Some(Import { read: read::import, likeness: read::likeness }),
};
