//! The JSON document that programs may rely on: keys are added, never renamed.

mod apps;
mod foreign;
mod read;
mod write;

#[cfg(test)]
mod tests;

use super::{Format, Import};

pub(super) const FORMAT: Format = Format {
    name: "json",
    summary: "one JSON document with everything, for programs",
    extension: "json",
    loses: &[],
    export: Some(write::export),
    import: Some(Import { read: read::import, likeness: read::likeness }),
};
