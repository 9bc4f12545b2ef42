//! Elements of a document as small trees, one by one: what is wrong with one of them spoils no other.
//!
//! Hostile input is bounded: entities that a document declares are never expanded, nesting is limited, and no stack
//! grows with the input.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::node::{Child, Node};
use crate::limits::grouped;

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trouble {
    pub(crate) span: Range<usize>,
    pub(crate) message: String,
}

const DEEPEST: usize = 64;
/// As many elements as are held at once: room for a test of ten thousand questions.
const MOST_ELEMENTS: usize = 1_200_000;

/// Every element of this name in a text, each as a tree or as what is wrong with it. After a fault, reading goes on at
/// the next element of the name.
pub(crate) fn elements(text: &str, name: &str) -> Vec<Result<Node, Trouble>> {
    let mut each = each_element(text, name);
    each.total = true;
    each.collect()
}

/// The same one after the other: only one tree is there at a time.
pub(crate) fn each_element<'t>(text: &'t str, name: &'t str) -> Elements<'t> {
    let patience = text.len().saturating_mul(20);
    // The mark of an encoding, written once more than it is taken off, is passed over by the parser and not counted.
    let from = text.len() - text.trim_start_matches('\u{feff}').len();
    let (reader, waiting) = (Some(Walk::new(text, from)), None);
    Elements { text, name, reader, patience, waiting, total: false }
}

/// The elements of a name, read as they are asked for.
pub(crate) struct Elements<'t> {
    text: &'t str,
    name: &'t str,
    /// None at the end.
    reader: Option<Walk<'t>>,
    /// Some faults are noticed at the end of the text only; a text made of nothing else would take for ever.
    patience: usize,
    /// Comes next.
    waiting: Option<Trouble>,
    /// Whether the trees are kept, so that all of them together are bounded, and not each.
    total: bool,
}

impl Iterator for Elements<'_> {
    type Item = Result<Node, Trouble>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(trouble) = self.waiting.take() {
            return Some(Err(trouble));
        }
        let walk = self.reader.as_mut()?;
        if !self.total {
            walk.nodes = 0;
        }
        let fault = match walk.next(self.name) {
            Step::Found(node) => return Some(Ok(node)),
            Step::End => {
                self.reader = None;
                return None;
            }
            Step::Fault(fault) => fault,
        };
        self.patience = self.patience.saturating_sub(fault.noticed.saturating_sub(walk.from));
        // Behind the start of the element that failed, so that every round gets on.
        let next = next_start(self.text, fault.start + 1, self.name);
        let full = self.total && walk.nodes > MOST_ELEMENTS;
        self.reader = next.map(|next| Walk { nodes: walk.nodes, ..Walk::new(self.text, next) });
        let at = self.text.floor_char_boundary(fault.at);
        let span = at..self.text.ceil_char_boundary((at + 1).min(self.text.len()));
        if full {
            self.reader = None;
        } else if self.reader.is_some() && self.patience == 0 {
            self.reader = None;
            let message = String::from("too much is broken; the rest was not read");
            self.waiting = Some(Trouble { span: span.clone(), message });
        }
        Some(Err(Trouble { span, message: fault.message }))
    }
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

enum Step {
    Found(Node),
    End,
    Fault(Fault),
}

/// A reader on its way through a text.
struct Walk<'t> {
    reader: Reader<&'t [u8]>,
    /// Where it began.
    from: usize,
    /// How many elements it put into trees.
    nodes: usize,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str, from: usize) -> Self {
        let mut reader = Reader::from_str(&text[from..]);
        // After a fault reading begins in the middle, where the end tags of what is around it have no start.
        reader.config_mut().allow_unmatched_ends = true;
        Self { reader, from, nodes: 0 }
    }

    /// Reads on until the next element of a name, the end or a fault.
    fn next(&mut self, name: &str) -> Step {
        let Self { reader, from, nodes } = self;
        let from = *from;
        let mut open: Vec<Node> = vec![];
        loop {
            let before = from + reader.buffer_position() as usize;
            let event = reader.read_event();
            let after = from + reader.buffer_position() as usize;
            let start = open.first().map_or(before, |node| node.span.start);
            let fault =
                |at: usize, message: String| Step::Fault(Fault { start, at, noticed: after, message });
            if *nodes > MOST_ELEMENTS {
                return fault(
                    before,
                    format!("there are more than {} elements in one", grouped(MOST_ELEMENTS)),
                );
            }
            match event {
                Err(error) => {
                    let at = from + reader.error_position() as usize;
                    return fault(at.max(start), error.to_string());
                }
                Ok(Event::Eof) => {
                    return match open.first() {
                        Some(node) => fault(start, format!("`<{}>` is not closed", node.name)),
                        None => Step::End,
                    };
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
                        *nodes += 1;
                        open.push(node(&tag, before..after));
                    }
                }
                Ok(Event::Empty(tag)) => {
                    let local = local_name(&tag);
                    if !open.is_empty() || local == name {
                        *nodes += 1;
                        if let Some(whole) = close(node(&tag, before..after), after, &mut open) {
                            return Step::Found(whole);
                        }
                    }
                }
                Ok(Event::End(_)) => {
                    if let Some(whole) = open.pop().and_then(|node| close(node, after, &mut open)) {
                        return Step::Found(whole);
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
                            return fault(
                                before,
                                format!("`&{};` is no character that is known", &*reference),
                            );
                        }
                    }
                }
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
            }
        }
    }
}

/// Puts an element that is whole into the one around it; gives it back if there is none.
fn close(mut node: Node, end: usize, open: &mut [Node]) -> Option<Node> {
    node.span.end = end;
    let Some(parent) = open.last_mut() else { return Some(node) };
    parent.children.push(Child::Node(node));
    None
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
