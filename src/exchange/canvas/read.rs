//! Questions of a Canvas package, ours or another's. Banks come first: what a quiz takes from one of them is not read a
//! second time.

use std::collections::{BTreeMap, BTreeSet};

use super::item::{Faulty, ReadItem};
use super::metadata::{BANK_ITEM, BANK_TITLE, Fields, MANIFEST, META, TOPIC_ID};
use crate::exchange::archive::unpack;
use crate::exchange::intake::{Intake, TopicDraft};
use crate::exchange::xml::{Node, Trouble, elements};
use crate::exchange::{ImportOptions, Imported};

pub(super) fn likeness(bytes: &[u8]) -> u8 {
    if !bytes.starts_with(b"PK") {
        return 0;
    }
    let manifest = unpack(bytes, |name| name == MANIFEST).ok().and_then(|files| files.into_iter().next());
    let text = manifest.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    if text.contains("imsqti_xmlv1p") { 100 } else { 0 }
}

/// A file of questions, taken apart as far as its items.
struct Part {
    name: String,
    bytes: Vec<u8>,
    topic: TopicDraft,
    is_bank: bool,
    items: Vec<Result<Node, Trouble>>,
}

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_package(options);
    let is_questions = |name: &str| {
        let file = name.rsplit('/').next().unwrap_or_default();
        let ending = file.rsplit('.').next().unwrap_or_default().to_lowercase();
        matches!(ending.as_str(), "xml" | "qti") && file != MANIFEST && file != META
    };
    let files = match unpack(bytes, is_questions) {
        Ok(files) => files,
        Err(reason) => {
            intake.problem("package", 0..0, reason, "is it the zip file that Canvas wrote?");
            return intake.finish();
        }
    };
    let mut parts: Vec<Part> =
        files.into_iter().filter_map(|(name, bytes)| part(&mut intake, name, bytes)).collect();
    parts.sort_by_key(|part| !part.is_bank);
    let names = names(&parts);
    let mut seen = BTreeSet::new();
    for part in parts {
        intake.enter(&part.name, &part.bytes);
        for item in part.items {
            match item {
                Err(trouble) => {
                    intake.skip("syntax", trouble.span, format!("this is no XML: {}", trouble.message), "");
                }
                Ok(node) => read_item(&mut intake, &node, &part.topic, &names, &mut seen),
            }
        }
    }
    intake.finish()
}

fn part(intake: &mut Intake<'_>, name: String, bytes: Vec<u8>) -> Option<Part> {
    intake.enter(&name, &bytes);
    let source = intake.text();
    let text = &source.text;
    if !text.contains("<questestinterop") {
        return None;
    }
    // Everything before the first question; a whole bank as one tree would be lost by one fault.
    let head = &text[..text.find("<item ").unwrap_or(text.len())];
    let fields = Fields::new(elements(head, "qtimetadatafield").into_iter().flatten());
    let is_bank = head.contains("<objectbank");
    let title = match fields.get(BANK_TITLE) {
        Some(title) => title.to_owned(),
        None => {
            start_tag(head, "assessment").and_then(|tag| tag.attribute("title").map(ToOwned::to_owned))?
        }
    };
    let id = fields.get(TOPIC_ID).unwrap_or_default().to_owned();
    let topic = TopicDraft { id, title, summary: String::new() };
    let items = elements(text, "item");
    Some(Part { name, bytes, topic, is_bank, items })
}

/// The first element of a name, without its content; `None` where there is none.
fn start_tag(text: &str, name: &str) -> Option<Node> {
    let at = text.find(&format!("<{name} "))?;
    let tag = &text[at..at + text[at..].find('>')?];
    elements(&format!("{}/>", tag.trim_end_matches('/')), name).into_iter().next()?.ok()
}

/// Titles that can serve as ids, since no second question has them: `Question` is what Canvas calls them all.
fn names(parts: &[Part]) -> BTreeSet<String> {
    let has_bank = parts.iter().any(|part| part.is_bank);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for item in parts.iter().flat_map(|part| &part.items).flatten() {
        // What a quiz takes from a bank has the title of the question there.
        let copy = has_bank && ReadItem::new(item).fields.get(BANK_ITEM).is_some();
        let title = item.attribute("title").unwrap_or_default().trim();
        if !copy && !title.is_empty() && !title.contains(char::is_whitespace) {
            *counts.entry(title).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count == 1).map(|(title, _)| title.to_owned()).collect()
}

fn read_item(
    intake: &mut Intake<'_>,
    node: &Node,
    topic: &TopicDraft,
    names: &BTreeSet<String>,
    seen: &mut BTreeSet<String>,
) {
    let item = ReadItem::new(node);
    if item.fields.get(BANK_ITEM).is_some_and(|ident| seen.contains(ident)) {
        return;
    }
    if let Some(ident) = node.attribute("ident") {
        seen.insert(ident.to_owned());
    }
    let title = node.attribute("title").unwrap_or_default().trim();
    let id = if names.contains(title) { title } else { "" };
    match item.draft(id, topic) {
        Err(Faulty { rule, reason }) => intake.skip(rule, node.span.clone(), reason, ""),
        Ok(read) => {
            if let Some(id) = intake.add(&read.draft) {
                for (what, count) in read.lost {
                    intake.loss.drop(&id, what, count);
                }
            }
        }
    }
}
