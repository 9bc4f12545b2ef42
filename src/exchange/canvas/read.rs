//! Questions of QTI 1.2, in a package of Canvas or of another program, with or without a manifest, or in a document alone.
//! Banks come first: what a quiz takes from one of them is not read a second time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::head::{Head, heads, intros};
use super::item::{Faulty, ReadItem};
use super::metadata::{BANK_ITEM, MANIFEST, META};
use crate::diagnostic::Source;
use crate::exchange::intake::{Intake, TopicDraft, short};
use crate::exchange::package::{documents, folder, holds};
use crate::exchange::xml::{Node, Trouble, elements};
use crate::exchange::{ImportOptions, Imported};

pub(super) fn likeness(bytes: &[u8]) -> u8 {
    if holds(bytes, &["questestinterop"]) { 100 } else { 0 }
}

/// A file of questions, taken apart as far as its items.
struct Part {
    source: Arc<Source>,
    heads: Vec<Head>,
    items: Vec<Result<Node, Trouble>>,
}

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_package(options);
    let files = match documents(bytes) {
        Ok(files) => files,
        Err(reason) => {
            intake.problem("package", 0..0, reason, "is it the zip file that the other program wrote?");
            return intake.finish();
        }
    };
    let (settings, files): (Vec<_>, Vec<_>) = files
        .into_iter()
        .filter(|(name, _)| !name.ends_with(MANIFEST))
        .partition(|(name, _)| name.ends_with(META));
    let intros = intros(&settings);
    let mut parts: Vec<Part> =
        files.into_iter().filter_map(|(name, bytes)| part(&mut intake, &name, &bytes, &intros)).collect();
    parts.sort_by_key(|part| !part.heads.iter().any(|head| head.is_bank));
    let names = names(&parts);
    let banks: BTreeSet<String> =
        parts.iter().flat_map(|part| &part.heads).map(|head| head.ident.clone()).collect();
    let mut seen = BTreeSet::new();
    for part in parts {
        intake.go_back(&part.source);
        groups(&mut intake, &banks);
        for item in part.items {
            match item {
                Err(trouble) => {
                    intake.skip("syntax", trouble.span, format!("this is no XML: {}", trouble.message), "");
                }
                Ok(node) => {
                    let head = part.heads.iter().rev().find(|head| head.at <= node.span.start);
                    let topic = head.map(|head| head.topic.clone()).unwrap_or_default();
                    read_item(&mut intake, &node, &topic, &names, &mut seen);
                }
            }
        }
    }
    intake.finish()
}

fn part(
    intake: &mut Intake<'_>,
    name: &str,
    bytes: &[u8],
    intros: &BTreeMap<String, String>,
) -> Option<Part> {
    intake.enter(name, bytes);
    let source = intake.text();
    if !source.text.contains("questestinterop") {
        return None;
    }
    let intro = intros.get(folder(name)).map(String::as_str).unwrap_or_default();
    let heads = heads(&source.text, intro);
    let items = elements(&source.text, "item");
    Some(Part { source, heads, items })
}

/// Groups from which a quiz draws some questions: a bank has no such thing, and theirs may be elsewhere.
fn groups(intake: &mut Intake<'_>, banks: &BTreeSet<String>) {
    let source = intake.text();
    for node in elements(&source.text, "selection").into_iter().flatten() {
        let text = |name: &str| node.child(name).map(|node| node.text().trim().to_owned());
        let Some(count) = text("selection_number") else { continue };
        let (message, help) = match text("sourcebank_ref") {
            Some(bank) if !banks.contains(&bank) => (
                format!(
                    "a group draws {count} questions from the bank `{}`, which is not in this file",
                    short(&bank)
                ),
                "export the bank as well, if it is wanted",
            ),
            _ => (format!("of this group only {count} would be drawn; all its questions came in"), ""),
        };
        intake.note("group", node.span.clone(), message, help);
    }
}

/// Titles that can serve as ids, since no second question has them: `Question` is what Canvas calls them all.
fn names(parts: &[Part]) -> BTreeSet<String> {
    let has_bank = parts.iter().any(|part| part.heads.iter().any(|head| head.is_bank));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for item in parts.iter().flat_map(|part| &part.items).flatten() {
        // What a quiz takes from a bank has the title of the question there.
        let copy = has_bank && ReadItem::new(item).fields.get(BANK_ITEM).is_some();
        let title = item.attribute("title").unwrap_or_default().trim();
        if !copy && !title.is_empty() {
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
    if let Some(text) = item.mere_text() {
        let message =
            format!("this text stands between the questions and was left out: \"{}\"", short(&text));
        intake.note("stray-text", node.span.clone(), message, "");
        return;
    }
    let title = node.attribute("title").unwrap_or_default().trim();
    let name = if names.contains(title) { title } else { "" };
    match item.draft(name, topic) {
        Err(Faulty { rule, reason, draft }) => match draft {
            Some(draft) => intake.refuse(&draft, rule, reason, ""),
            None => intake.skip(rule, node.span.clone(), reason, ""),
        },
        Ok(read) => {
            if let Some(id) = intake.add(&read.draft) {
                intake.lose(&id, read.lost);
            }
        }
    }
}
