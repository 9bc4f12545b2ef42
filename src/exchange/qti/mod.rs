//! QTI packages: 2.1 for the platforms that read the long-established version, 3.0 for newer ones.
//!
//! Both are one tree of elements; a [`dialect::Dialect`] says how its names are spelled.

mod dialect;
mod element;
mod item;
mod package;
mod read;

#[cfg(test)]
mod tests;

use super::{Format, Import, Part};

/// What neither version has a place for that a platform would show.
const LOSES: &[Part] = &[Part::TopicSummary, Part::ObjectiveText, Part::Allow];

pub(super) const QTI_21: Format = Format {
    name: "qti21",
    summary: "QTI 2.1 package, for TAO, ILIAS, OpenOlat, Blackboard Ultra and others",
    extension: "zip",
    loses: LOSES,
    export: Some(|export| package::export(export, &dialect::QTI_21)),
    import: Some(Import {
        read: read::import,
        likeness: |bytes| read::likeness_of(bytes, &["assessmentItem", "assessmentTest"]),
    }),
};

pub(super) const QTI_30: Format = Format {
    name: "qti30",
    summary: "QTI 3.0 package, for platforms that read the newest version",
    extension: "zip",
    loses: LOSES,
    export: Some(|export| package::export(export, &dialect::QTI_30)),
    import: Some(Import {
        read: read::import,
        likeness: |bytes| read::likeness_of(bytes, &["qti-assessment-item", "qti-assessment-test"]),
    }),
};
