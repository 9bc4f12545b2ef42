//! Decks of Anki as Anki exports them (`.apkg`, `.colpkg`): a database in a package, in three versions.

mod collection;
mod open;
mod read;

#[cfg(test)]
mod tests;

use crate::exchange::{Format, Import};

pub(in crate::exchange) const APKG: Format = Format {
    name: "apkg",
    summary: "a deck of Anki (.apkg, .colpkg): the notes that are multiple choice",
    extension: "apkg",
    loses: &[],
    export: None,
    import: Some(Import { read: read::import, likeness: open::likeness }),
};
