//! What the test and the manifest of a package say about its items: their order, their topics, their keywords.

use std::collections::BTreeMap;

use super::names::all;
use crate::exchange::intake::Intake;
use crate::exchange::package::folder;
use crate::exchange::xml::{Node, elements};

/// What is known about items before they are read.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The files in the order of the test.
    pub(super) order: Vec<String>,
    /// The topic of each file.
    pub(super) topics: BTreeMap<String, String>,
    /// The keywords of each file.
    pub(super) keywords: BTreeMap<String, Vec<String>>,
    /// The files whose items count otherwise than one point.
    pub(super) weighted: Vec<String>,
}

impl Plan {
    /// Reads the manifest.
    pub(super) fn manifest(&mut self, name: &str, text: &str) {
        for resource in elements(text, "resource").into_iter().flatten() {
            let Some(href) = resource.attribute("href") else { continue };
            let words = resource.below("keyword").into_iter().flat_map(|keyword| {
                let strings = ["string", "langstring"].into_iter().flat_map(|name| keyword.all(name));
                strings.map(|node| node.text().trim().to_owned()).collect::<Vec<_>>()
            });
            self.keywords.insert(beside(name, href), words.collect());
        }
    }

    /// Reads a test, into whose file the intake has entered.
    pub(super) fn test(&mut self, intake: &mut Intake<'_>, name: &str) {
        let source = intake.text();
        for test in all(&source.text, "assessmentTest") {
            match test {
                Ok(test) => {
                    let title = test.attribute("title").unwrap_or_default().trim();
                    told(intake, &test);
                    for part in test.all("testPart") {
                        for section in part.nodes() {
                            self.section(intake, name, section, title, "");
                        }
                    }
                }
                Err(trouble) => {
                    let message = format!("the test is no XML: {}", trouble.message);
                    intake.note("syntax", trouble.span, message, "the questions were read without it");
                }
            }
        }
    }

    fn section(&mut self, intake: &mut Intake<'_>, file: &str, node: &Node, test: &str, parents: &str) {
        match node.name.as_str() {
            "assessmentItemRef" => {
                let Some(href) = node.attribute("href") else { return };
                let href = beside(file, href);
                let topic = if parents.is_empty() { test } else { parents };
                if node.all("weight").any(|weight| weight.attribute("value").is_some_and(is_not_one)) {
                    self.weighted.push(href.clone());
                }
                self.topics.entry(href.clone()).or_insert_with(|| topic.to_owned());
                self.order.push(href);
            }
            "assessmentSection" => {
                let title = node.attribute("title").unwrap_or_default().trim();
                let shown = node.attribute("visible").is_none_or(|visible| visible.trim() != "false");
                let topic = match (parents, title) {
                    (_, "") => parents.to_owned(),
                    ("", title) if shown || test.is_empty() => title.to_owned(),
                    ("", _) => String::new(),
                    (_, title) => format!("{parents}/{title}"),
                };
                if let Some(count) = node.child("selection").and_then(|node| node.attribute("select")) {
                    let message =
                        format!("of this group only {count} would be drawn; all its questions came in");
                    intake.note("group", node.span.clone(), message, "");
                }
                told(intake, node);
                for child in node.nodes() {
                    self.section(intake, file, child, test, &topic);
                }
            }
            _ => {}
        }
    }
}

/// Instructions and feedback of a test or a section, which a bank has no place for.
fn told(intake: &mut Intake<'_>, node: &Node) {
    for child in node.nodes() {
        let what = match child.name.as_str() {
            "rubricBlock" => "instructions",
            "testFeedback" => "feedback on the whole test",
            _ => continue,
        };
        let text = crate::exchange::html::plain(&child.html(&|_| None)).text;
        if !text.is_empty() {
            let text = crate::exchange::intake::short(&text);
            intake.note("stray-text", child.span.clone(), format!("{what} left out: \"{text}\""), "");
        }
    }
}

pub(super) fn is_not_one(number: &str) -> bool {
    number.trim().parse::<f64>().is_ok_and(|number| (number - 1.0).abs() > 0.001)
}

/// The name of a file that another file of the package names.
pub(super) fn beside(file: &str, href: &str) -> String {
    let href = href.trim().replace("%20", " ").replace('\\', "/");
    let mut parts: Vec<&str> = folder(file).split('/').filter(|part| !part.is_empty()).collect();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
