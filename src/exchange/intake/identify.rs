//! To which topic a question goes, and under which id.

use super::collect::Intake;
use super::draft::{Draft, TopicDraft, short, tidied};
use super::naming::{IMPORTED, moved, words};
use crate::bank::Topic;
use crate::exchange::text::slug;
use crate::limits;
use crate::words::{LONGEST_ID, is_harmful, is_id, tidy};

impl Intake<'_> {
    /// The section that a question goes to.
    pub(super) fn section(&mut self, draft: &TopicDraft) -> Option<usize> {
        let title = tidied(&draft.title);
        let asked = self.options.topic.as_deref().filter(|topic| !topic.is_empty());
        let file = self.options.file_name.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = file.split('.').next().unwrap_or_default();
        let candidates = [asked.unwrap_or_default(), draft.id.trim(), &title, stem, IMPORTED];
        let id = candidates.iter().map(|name| if is_id(name) { (*name).to_owned() } else { slug(name) });
        let base = id.into_iter().find(|id| !id.is_empty()).unwrap_or_else(|| IMPORTED.to_owned());
        let mut id = base.clone();
        // A topic of another title may have the same words in other signs: "Gate?" and "Gate!".
        for number in 2.. {
            let Some(&at) = self.places.get(&id) else { break };
            let same = title.is_empty() || asked.is_some() || is_id(draft.id.trim());
            if same || self.sections[at].0.title == title {
                return Some(at);
            }
            id = format!("{base}-{number}");
        }
        if self.sections.len() >= limits::TOPICS {
            return None;
        }
        let title = if title.is_empty() || asked.is_some() { words(&id) } else { title };
        let summary = match tidied(&draft.summary) {
            text if text.is_empty() || asked.is_some() => format!("Questions imported from {}.", tidy(file)),
            text => text,
        };
        Some(self.push(Topic { id, title, summary, objectives: vec![] }))
    }

    /// The id of a question: its own where it has one that nobody else has, else one made of what it says, so that the
    /// same question gets the same id the next time. `None` for a question that is there already. And whether the name
    /// that the file gives it can still be seen: in its id, or at the beginning of its text.
    pub(super) fn id(&mut self, draft: &Draft, topic: &str) -> Option<(String, bool)> {
        let print = draft.fingerprint();
        let begins = {
            let line = |text: &str| tidied(text).replace('\n', " ");
            line(&draft.stem).starts_with(line(&draft.name).trim_end_matches(['.', '…', ' ']))
        };
        let sentence = begins && draft.name.trim().contains(char::is_whitespace);
        let unnamed = sentence || !draft.id.trim().is_empty();
        let name = if unnamed { String::new() } else { id_of_name(&draft.name, topic) };
        let written = if name.is_empty() { draft.id.trim() } else { &name };
        let own: String = tidy(written).chars().map(|c| if c.is_whitespace() { '-' } else { c }).collect();
        let form = own == written && own.len() <= LONGEST_ID;
        let own = if self.options.topic.is_some() { moved(&own, topic) } else { own };
        let hash = print.to_string();
        let made = format!("{topic}-{}", &hash[..8]);
        let mut id = if own.is_empty() || own.len() > LONGEST_ID { made.clone() } else { own.clone() };
        if !form {
            self.note(
                "id-form",
                draft.span.clone(),
                format!("the id `{}` became `{id}`", short(written)),
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
            if !draft.id.trim().is_empty() || name == draft.name.trim() {
                let message = format!("the id `{id}` is taken at {there}; this question became `{new}`");
                self.note("duplicate-id", draft.span.clone(), message, "");
            }
            id = new;
        }
        let kept = (!name.is_empty() && id == name) || draft.id.trim() == draft.name.trim() || begins;
        Some((id, kept))
    }
}

/// The name of a question in another program as an id: one word as it stands, a short name as words joined by hyphens,
/// behind the topic; empty for what is no name, such as the beginning of a text.
fn id_of_name(name: &str, topic: &str) -> String {
    const LONGEST_NAME: usize = 40;
    let name = name.trim();
    let word = !name.chars().any(|c| c.is_whitespace() || is_harmful(c));
    match name.chars().count() {
        0..=LONGEST_ID if word => name.to_owned(),
        0..=LONGEST_NAME => moved(&slug(name), topic),
        _ => String::new(),
    }
}
