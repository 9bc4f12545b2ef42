//! The gate of the log: a file that was merged is another person's, so every text in it is made harmless as it is read.

use serde::{Deserialize, Deserializer};

use crate::words::{harmless, harmless_line};

/// A name or a title: one line.
pub(super) fn line<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(harmless_line(&String::deserialize(from)?))
}

/// The same where there may be none.
pub(super) fn some_line<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(from)?.map(|text| harmless_line(&text)))
}

/// Texts of options, which may have paragraphs.
pub(super) fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Ok(Vec::<String>::deserialize(from)?.iter().map(|text| harmless(text)).collect())
}
