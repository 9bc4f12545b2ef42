//! Cleans every text of an event as it is read: a merged file may come from another person, and its texts get printed.

use serde::{Deserialize, Deserializer};

use crate::words::{harmless, harmless_line, is_printable};

/// For a name or a title: one line without control characters.
pub(super) fn line<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(cleaned(String::deserialize(from)?, harmless_line))
}

/// The same for an optional text.
pub(super) fn some_line<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(from)?.map(|text| cleaned(text, harmless_line)))
}

/// For texts of options, which may have paragraphs.
pub(super) fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Ok(Vec::<String>::deserialize(from)?.into_iter().map(|text| cleaned(text, harmless)).collect())
}

/// Nearly every text of a log is printable ASCII, in which there is nothing to clean.
fn cleaned(text: String, clean: fn(&str) -> String) -> String {
    if is_printable(&text) { text } else { clean(&text) }
}

/// Whether cleaning a text would change nothing.
pub(super) fn is_clean(text: &str, clean: fn(&str) -> String) -> bool {
    is_printable(text) || clean(text) == text
}
