//! One spelling for all versions: that of 2.1.

use crate::exchange::xml::{Child, Node, Trouble, elements};

/// Every element of a name of 2.1 in a document of any version, in the order of the document.
pub(super) fn all(text: &str, name: &str) -> Vec<Result<Node, Trouble>> {
    let hyphenated = format!("qti-{}", super::super::dialect::hyphenated(name));
    let spelled = if text.contains(&hyphenated) { &hyphenated } else { name };
    elements(text, spelled).into_iter().map(|node| node.map(plain)).collect()
}

/// An element with the names of 2.1, in it, too. No deeper than the reader of XML goes.
fn plain(mut node: Node) -> Node {
    node.name = match node.name.strip_prefix("qti-") {
        Some(name) => camel(name),
        None => node.name,
    };
    for (name, _) in &mut node.attributes {
        if name.contains('-') {
            *name = camel(name);
        }
    }
    node.children = node
        .children
        .into_iter()
        .map(|child| match child {
            Child::Node(node) => Child::Node(plain(node)),
            text @ Child::Text(_) => text,
        })
        .collect();
    node
}

fn camel(name: &str) -> String {
    let mut words = name.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let mut letters = word.chars();
        let start = letters.next().map(|c| c.to_ascii_uppercase());
        name + &start.into_iter().chain(letters).collect::<String>()
    })
}
