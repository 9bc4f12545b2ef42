//! To which topic a question goes, and under which id.

use super::collect::Intake;
use super::draft::{Draft, TopicDraft, short, tidied};
use super::naming::{IMPORTED, moved, words};
use crate::bank::Topic;
use crate::exchange::text::slug;
use crate::words::{LONGEST_ID, is_id, tidy};

impl Intake<'_> {
    /// The section that a question goes to.
    pub(super) fn section(&mut self, draft: &TopicDraft) -> usize {
        let title = tidied(&draft.title);
        let asked = self.options.topic.as_deref().filter(|topic| !topic.is_empty());
        let file = self.options.file_name.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = file.split('.').next().unwrap_or_default();
        let candidates = [asked.unwrap_or_default(), draft.id.trim(), &title, stem, IMPORTED];
        let id = candidates.iter().map(|name| if is_id(name) { (*name).to_owned() } else { slug(name) });
        let id = id.into_iter().find(|id| !id.is_empty()).unwrap_or_else(|| IMPORTED.to_owned());
        if let Some(at) = self.places.get(&id) {
            return *at;
        }
        let title = if title.is_empty() || asked.is_some() { words(&id) } else { title };
        let summary = match tidied(&draft.summary) {
            text if text.is_empty() || asked.is_some() => format!("Questions imported from {}.", tidy(file)),
            text => text,
        };
        self.push(Topic { id, title, summary, objectives: vec![] })
    }

    /// The id of a question: its own where it has one that nobody else has, else one made of what it says, so that the
    /// same question gets the same id the next time. `None` for a question that is there already.
    pub(super) fn id(&mut self, draft: &Draft, topic: &str) -> Option<String> {
        let print = draft.fingerprint();
        let own: String = tidy(&draft.id).chars().map(|c| if c.is_whitespace() { '-' } else { c }).collect();
        let form = own == draft.id.trim() && own.len() <= LONGEST_ID;
        let own = if self.options.topic.is_some() { moved(&own, topic) } else { own };
        let hash = print.to_string();
        let made = format!("{topic}-{}", &hash[..8]);
        let mut id = if own.is_empty() || own.len() > LONGEST_ID { made.clone() } else { own.clone() };
        if !form {
            self.note(
                "id-form",
                draft.span.clone(),
                format!("the id `{}` became `{id}`", short(&draft.id)),
                "",
            );
        }
        if let Some((other, place)) = self.ids.get(&id).cloned() {
            let there = place.text();
            if other == print {
                self.skip(
                    "duplicate",
                    draft.span.clone(),
                    format!("the same question stands at {there}"),
                    "",
                );
                return None;
            }
            let new = if id == made { format!("{topic}-{hash}") } else { made };
            if self.ids.contains_key(&new) {
                self.skip("duplicate", draft.span.clone(), format!("the id `{id}` is taken at {there}"), "");
                return None;
            }
            if !own.is_empty() {
                let message = format!("the id `{id}` is taken at {there}; this question became `{new}`");
                self.note("duplicate-id", draft.span.clone(), message, "");
            }
            id = new;
        }
        Some(id)
    }
}
