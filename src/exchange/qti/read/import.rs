//! The items of a package, in the order of its test.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::item::{Read, read};
use super::names::all;
use super::plan::Plan;
use crate::diagnostic::Source;
use crate::exchange::intake::{Intake, TopicDraft};
use crate::exchange::package::{documents, holds};
use crate::exchange::xml::{Node, Trouble};
use crate::exchange::{ImportOptions, Imported};

/// How much some bytes look like QTI whose elements begin so: `qti-` or nothing.
pub(in crate::exchange::qti) fn likeness_of(bytes: &[u8], elements: &[&str]) -> u8 {
    if holds(bytes, elements) { 100 } else { 0 }
}

/// A file with items.
struct Part {
    name: String,
    source: Arc<Source>,
    items: Vec<Result<Node, Trouble>>,
}

pub(in crate::exchange::qti) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_package(options);
    let files = match documents(bytes) {
        Ok(files) => files,
        Err(reason) => {
            intake.problem("package", 0..0, reason, "is it the zip file that the other program wrote?");
            return intake.finish();
        }
    };
    let mut plan = Plan::default();
    let mut parts: Vec<Part> = vec![];
    for (name, bytes) in files {
        intake.enter(&name, &bytes);
        let source = intake.text();
        let text = &source.text;
        if text.contains("imsmanifest") || name.ends_with("imsmanifest.xml") {
            plan.manifest(&name, text);
        } else if has(text, "assessmentTest", "qti-assessment-test") {
            plan.test(&mut intake, &name);
        } else if has(text, "assessmentItem", "qti-assessment-item") {
            parts.push(Part { items: all(text, "assessmentItem"), name, source });
        }
    }
    missing(&mut intake, &plan, &parts);
    let place: BTreeMap<&str, usize> =
        plan.order.iter().enumerate().rev().map(|(at, name)| (name.as_str(), at)).collect();
    parts.sort_by_key(|part| place.get(part.name.as_str()).copied().unwrap_or(usize::MAX));
    let titles = titles(&parts);
    for part in &parts {
        intake.go_back(&part.source);
        for item in &part.items {
            match item {
                Err(trouble) => {
                    let message = format!("this is no XML: {}", trouble.message);
                    intake.skip("syntax", trouble.span.clone(), message, "");
                }
                Ok(node) => add(&mut intake, &plan, &part.name, node, &titles),
            }
        }
    }
    intake.finish()
}

fn has(text: &str, name: &str, hyphenated: &str) -> bool {
    let is_start = |at: usize| text[..at].ends_with(['<', ':']);
    let any = |name: &str| {
        text.match_indices(name).any(|(at, _)| {
            is_start(at) && text[at + name.len()..].starts_with(|c: char| c.is_whitespace() || c == '>')
        })
    };
    any(name) || any(hyphenated)
}

/// Says which items a test names that are not there.
fn missing(intake: &mut Intake<'_>, plan: &Plan, parts: &[Part]) {
    let absent: Vec<&String> =
        plan.order.iter().filter(|name| !parts.iter().any(|part| part.name == **name)).collect();
    if let Some(first) = absent.first() {
        let message = format!(
            "the test names {} not in this file, such as `{first}`",
            crate::words::counted(absent.len(), "item")
        );
        intake.problem("missing-item", 0..0, message, "import the whole package, as it was exported");
    }
}

/// How often each title stands on an item: only one that stands once is a name.
fn titles(parts: &[Part]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for item in parts.iter().flat_map(|part| &part.items).flatten() {
        *counts.entry(title(item).to_owned()).or_default() += 1;
    }
    counts
}

fn title(item: &Node) -> &str {
    item.attribute("title").unwrap_or_default().trim()
}

fn add(intake: &mut Intake<'_>, plan: &Plan, file: &str, node: &Node, titles: &BTreeMap<String, usize>) {
    match read(node) {
        Err((rule, reason)) => intake.skip(rule, node.span.clone(), reason, ""),
        Ok(Read { mut draft, fault: Some(fault), .. }) => {
            draft.span = node.span.clone();
            intake.refuse(&draft, "no-question", fault, "");
        }
        Ok(Read { mut draft, mut lost, fault: None }) => {
            let topic = plan.topics.get(file).cloned().unwrap_or_default();
            draft.topic = TopicDraft { title: topic, ..TopicDraft::default() };
            if titles.get(title(node)) == Some(&1) {
                title(node).clone_into(&mut draft.name);
            }
            let words = plan.keywords.get(file).map(Vec::as_slice).unwrap_or_default();
            let foreign = words
                .iter()
                .filter(|word| {
                    let said = word.split_once(':');
                    !said.is_some_and(|(name, value)| draft.take(name.trim(), value.trim().to_owned()))
                })
                .count();
            lost.push(("keywords", foreign));
            if plan.weighted.iter().any(|other| other == file) && !lost.contains(&("points", 1)) {
                lost.push(("points", 1));
            }
            if let Some(id) = intake.add(&draft) {
                intake.lose(&id, lost);
            }
        }
    }
}
