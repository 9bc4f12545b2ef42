//! What questions, topics and objectives are called: their own names where they have good ones, made ones that stay
//! the same from one import to the next where they have none.

use super::draft::tidied;
use crate::exchange::text::slug;
use crate::words::is_id;

/// The objective of questions that come without one.
pub(super) const IMPORTED: &str = "imported";

/// The id and the text of an objective.
pub(super) fn objective((id, text): &(String, String)) -> (String, String) {
    let id = id.trim();
    let id = if is_id(id) { id.to_owned() } else { slug(id) };
    if id.is_empty() {
        return (IMPORTED.to_owned(), String::from("Imported, and not sorted by objective yet"));
    }
    let text = match tidied(text) {
        text if text.is_empty() => words(&id),
        text => text,
    };
    (id, text)
}

/// The id of a question that is moved into another topic: a new one, so that two banks can stand side by side.
pub(in crate::exchange) fn moved(id: &str, topic: &str) -> String {
    let stays = id.is_empty() || id.strip_prefix(topic).is_some_and(|rest| rest.starts_with('-'));
    if stays { id.to_owned() } else { format!("{topic}-{id}") }
}

/// An id as a title: its words, the first with a capital.
pub(in crate::exchange) fn words(id: &str) -> String {
    let text = id.replace('-', " ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
