//! Backups of Moodle courses (`.mbz`), from which the question bank is read; other parts of a course are no questions.

mod read;
mod tar;

#[cfg(test)]
mod tests;

use super::{Format, Import};

pub(super) const FORMAT: Format = Format {
    name: "mbz",
    summary: "a backup of a Moodle course (.mbz): its question bank",
    extension: "mbz",
    loses: &[],
    export: None,
    import: Some(Import { read: read::import, likeness: read::likeness }),
};
