//! Elements of a document as small trees, one by one: what is wrong with one of them spoils no other.
//!
//! Hostile input is bounded: entities that a document declares are never expanded, nesting is limited, and no stack
//! grows with the input.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// An element and everything in it. Prefixes of namespaces are left off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Child>,
    /// Where it stands in the text that was read.
    pub(crate) span: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Child {
    Node(Node),
    Text(String),
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trouble {
    pub(crate) span: Range<usize>,
    pub(crate) message: String,
}

const DEEPEST: usize = 64;

impl Child {
    /// Whether it is an element of this name.
    pub(crate) fn is(&self, name: &str) -> bool {
        matches!(self, Self::Node(node) if node.name == name)
    }
}

impl Node {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn nodes(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// The children of this name.
    pub(crate) fn all<'n>(&'n self, name: &str) -> impl Iterator<Item = &'n Self> {
        self.nodes().filter(move |node| node.name == name)
    }

    /// The first child of this name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.nodes().find(|node| node.name == name)
    }

    /// The first child of the first child of ..., for a path such as `&["questiontext", "text"]`.
    pub(crate) fn path(&self, names: &[&str]) -> Option<&Self> {
        names.iter().try_fold(self, |node, name| node.child(name))
    }

    /// The text directly in this element.
    pub(crate) fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|child| match child {
            Child::Text(text) => Some(text.as_str()),
            Child::Node(_) => None,
        });
        texts.collect()
    }

    /// Every element of this name below this one, in the order of the document.
    pub(crate) fn below<'n>(&'n self, name: &str) -> Vec<&'n Self> {
        let mut found = vec![];
        let mut waiting: Vec<&Self> = self.nodes().collect();
        waiting.reverse();
        while let Some(node) = waiting.pop() {
            if node.name == name {
                found.push(node);
            }
            let at = waiting.len();
            waiting.extend(node.nodes());
            waiting[at..].reverse();
        }
        found
    }
}

/// Every element of this name in a text, each as a tree or as what is wrong with it. After a fault, reading goes on at
/// the next element of the name.
pub(crate) fn elements(text: &str, name: &str) -> Vec<Result<Node, Trouble>> {
    let mut found = vec![];
    // The mark of an encoding, written once more than it is taken off, is passed over by the parser and not counted.
    let mut from = text.len() - text.trim_start_matches('\u{feff}').len();
    // Some faults are noticed at the end of the text only; a text made of nothing else would take for ever.
    let mut patience = text.len().saturating_mul(20);
    while let Some(fault) = read_from(text, from, name, &mut found) {
        patience = patience.saturating_sub(fault.noticed.saturating_sub(from));
        // Behind the start of the element that failed, so that every round gets on.
        let next = next_start(text, fault.start + 1, name);
        let at = text.floor_char_boundary(fault.at);
        let span = at..text.ceil_char_boundary((at + 1).min(text.len()));
        found.push(Err(Trouble { span: span.clone(), message: fault.message }));
        let Some(next) = next else { break };
        if patience == 0 {
            let message = String::from("too much is broken; the rest was not read");
            found.push(Err(Trouble { span, message }));
            break;
        }
        from = next;
    }
    found
}

struct Fault {
    /// Where the element that holds it begins.
    start: usize,
    at: usize,
    /// How far the reader got.
    noticed: usize,
    message: String,
}

/// The next `<name` that begins an element.
fn next_start(text: &str, from: usize, name: &str) -> Option<usize> {
    let from = (from..=text.len()).find(|&at| text.is_char_boundary(at))?;
    let needle = format!("<{name}");
    let mut at = from;
    while let Some(found) = text[at..].find(&needle) {
        let start = at + found;
        let after = text[start + needle.len()..].chars().next();
        if after.is_none_or(|c| c.is_whitespace() || c == '>' || c == '/') {
            return Some(start);
        }
        at = start + needle.len();
    }
    None
}

/// Reads on until the end or the first fault.
fn read_from(text: &str, from: usize, name: &str, found: &mut Vec<Result<Node, Trouble>>) -> Option<Fault> {
    let mut reader = Reader::from_str(&text[from..]);
    // After a fault reading begins in the middle, where the end tags of what is around it have no start.
    reader.config_mut().allow_unmatched_ends = true;
    let mut open: Vec<Node> = vec![];
    loop {
        let before = from + reader.buffer_position() as usize;
        let event = reader.read_event();
        let after = from + reader.buffer_position() as usize;
        let start = open.first().map_or(before, |node| node.span.start);
        let fault = |at: usize, message: String| Some(Fault { start, at, noticed: after, message });
        match event {
            Err(error) => {
                let at = from + reader.error_position() as usize;
                return fault(at.max(start), error.to_string());
            }
            Ok(Event::Eof) => {
                let node = open.first()?;
                return fault(start, format!("`<{}>` is not closed", node.name));
            }
            Ok(Event::Start(tag)) => {
                let local = local_name(&tag);
                if !open.is_empty() && local == name {
                    // The element before it was never closed; this one may be sound.
                    return fault(start, format!("`<{name}>` is not closed before the next one begins"));
                }
                if open.len() >= DEEPEST {
                    return fault(before, format!("elements are nested more than {DEEPEST} deep"));
                }
                if !open.is_empty() || local == name {
                    open.push(node(&tag, before..after));
                }
            }
            Ok(Event::Empty(tag)) => {
                let local = local_name(&tag);
                if !open.is_empty() || local == name {
                    close(node(&tag, before..after), after, &mut open, found);
                }
            }
            Ok(Event::End(_)) => {
                if let Some(node) = open.pop() {
                    close(node, after, &mut open, found);
                }
            }
            Ok(Event::Text(content)) => push_text(&mut open, &content.xml10_content()),
            Ok(Event::CData(content)) => push_text(&mut open, &content.xml10_content()),
            Ok(Event::GeneralRef(reference)) => {
                let character = reference.resolve_char_ref().ok().flatten();
                match character
                    .map(String::from)
                    .or_else(|| super::html_entity(&reference).map(ToOwned::to_owned))
                {
                    Some(text) => push_text(&mut open, &text),
                    None if open.is_empty() => {}
                    None => {
                        return fault(before, format!("`&{};` is no character that is known", &*reference));
                    }
                }
            }
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
        }
    }
}

fn close(mut node: Node, end: usize, open: &mut [Node], found: &mut Vec<Result<Node, Trouble>>) {
    node.span.end = end;
    match open.last_mut() {
        Some(parent) => parent.children.push(Child::Node(node)),
        None => found.push(Ok(node)),
    }
}

fn push_text(open: &mut [Node], text: &str) {
    let Some(node) = open.last_mut() else { return };
    match node.children.last_mut() {
        Some(Child::Text(before)) => before.push_str(text),
        _ => node.children.push(Child::Text(text.to_owned())),
    }
}

fn local_name(tag: &BytesStart<'_>) -> String {
    AsRef::<str>::as_ref(&tag.local_name()).to_owned()
}

/// An element without its content. An attribute that cannot be read is as good as none: its absence is noticed by
/// whoever needs it.
fn node(tag: &BytesStart<'_>, span: Range<usize>) -> Node {
    let attributes = tag
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .map(|attribute| {
            let key = AsRef::<str>::as_ref(&attribute.key.local_name()).to_owned();
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_or_else(|_| attribute.value.to_string(), std::borrow::Cow::into_owned);
            (key, value)
        })
        .collect();
    Node { name: local_name(tag), attributes, children: vec![], span }
}
