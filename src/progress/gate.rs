//! Cleans every text of an event as it is read: a merged file may come from another person, and its texts get printed.

use serde::{Deserialize, Deserializer};

use crate::words::{harmless, harmless_line};

/// For a name or a title: one line without control characters.
pub(super) fn line<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(harmless_line(&String::deserialize(from)?))
}

/// The same for an optional text.
pub(super) fn some_line<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(from)?.map(|text| harmless_line(&text)))
}

/// For texts of options, which may have paragraphs.
pub(super) fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Ok(Vec::<String>::deserialize(from)?.iter().map(|text| harmless(text)).collect())
}
