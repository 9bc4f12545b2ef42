//! What stands before the questions: of which quiz or bank they are, and what it says about itself.

use std::collections::BTreeMap;

use super::material::text_of;
use super::metadata::{BANK_TITLE, Fields, TOPIC_ID};
use crate::exchange::html::plain;
use crate::exchange::intake::TopicDraft;
use crate::exchange::package::folder;
use crate::exchange::xml::{Node, elements};

/// The beginning of a quiz or a bank in a document.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// Where it begins; it holds for the items behind it.
    pub(super) at: usize,
    pub(super) ident: String,
    pub(super) topic: TopicDraft,
    pub(super) is_bank: bool,
}

/// The quizzes and banks of a document.
pub(super) fn heads(text: &str, intro: &str) -> Vec<Head> {
    let mut starts: Vec<(usize, &str)> =
        ["assessment", "objectbank"].into_iter().flat_map(|name| starts(text, name)).collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]).collect::<Vec<_>>();
    starts
        .into_iter()
        .zip(ends)
        .map(|((at, name), end)| {
            // Everything before the first question; a whole bank as one tree would be lost by one fault.
            let whole = &text[at..end];
            let before = &whole[..self::starts(whole, "item").next().map_or(whole.len(), |(at, _)| at)];
            let fields = Fields::new(elements(before, "qtimetadatafield").into_iter().flatten());
            let tag = start_tag(before, name);
            let attribute = |name: &str| tag.as_ref().and_then(|tag| tag.attribute(name)).unwrap_or_default();
            let title = fields.get(BANK_TITLE).unwrap_or_else(|| attribute("title"));
            let told = ["rubric", "presentation_material"]
                .iter()
                .flat_map(|name| elements(before, name))
                .flatten()
                .map(|node| text_of(&node, &mut vec![]));
            let summary: Vec<String> =
                std::iter::once(intro.to_owned()).chain(told).filter(|text| !text.is_empty()).collect();
            let topic = TopicDraft {
                id: fields.get(TOPIC_ID).unwrap_or_default().to_owned(),
                title: title.to_owned(),
                summary: summary.join("\n"),
            };
            Head { at, ident: attribute("ident").to_owned(), topic, is_bank: name == "objectbank" }
        })
        .collect()
}

/// What the settings of each quiz say about it, by the folder in which it lies.
pub(super) fn intros(settings: &[(String, Vec<u8>)]) -> BTreeMap<String, String> {
    let intro = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let description = elements(&text, "description").into_iter().next()?.ok()?;
        Some(plain(&description.text()).text).filter(|text| !text.is_empty())
    };
    settings.iter().filter_map(|(name, bytes)| Some((folder(name).to_owned(), intro(bytes)?))).collect()
}

/// Where elements of a name begin.
fn starts<'t>(text: &'t str, name: &'static str) -> impl Iterator<Item = (usize, &'static str)> + 't {
    text.match_indices(name).filter_map(move |(at, _)| {
        let open = text[..at].rfind('<')?;
        let prefix = &text[open + 1..at];
        let is_prefix = prefix.is_empty() || prefix.len() < 20 && prefix.ends_with(':');
        let after = text[at + name.len()..].chars().next();
        (is_prefix && after.is_none_or(|c| c.is_whitespace() || c == '>')).then_some((open, name))
    })
}

/// The first element of a text, without its content.
fn start_tag(text: &str, name: &str) -> Option<Node> {
    let tag = &text[..text.find('>')?];
    elements(&format!("{}/>", tag.trim_end_matches('/')), name).into_iter().next()?.ok()
}
