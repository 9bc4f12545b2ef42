//! An element of a document as a tree.

use std::ops::Range;

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
