//! What questions, topics and objectives are called: their own names where they have good ones, made ones that stay
//! the same from one import to the next where they have none.

use super::draft::tidied;
use crate::bank::{Objective, Topic};
use crate::exchange::text::slug;
use crate::words::is_id;

/// The objective of questions that come without one.
pub(in crate::exchange) const IMPORTED: &str = "imported";

/// The id and the text of an objective.
pub(in crate::exchange) fn objective((id, text): &(String, String)) -> (String, String) {
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

/// A topic that a file declares, as our own reader takes it: no text is empty, and each objective is there once.
pub(in crate::exchange) fn declared(topic: Topic) -> Topic {
    let filled = |text: &str, otherwise: &str| match tidied(text) {
        text if text.is_empty() => otherwise.to_owned(),
        text => text,
    };
    let title = filled(&topic.title, &words(&topic.id));
    let mut objectives: Vec<Objective> = vec![];
    for Objective { id, text } in topic.objectives {
        if is_id(&id) && objectives.iter().all(|other| other.id != id) {
            objectives.push(Objective { text: filled(&text, &words(&id)), id });
        }
    }
    Topic { summary: filled(&topic.summary, &title), title, objectives, id: topic.id }
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
