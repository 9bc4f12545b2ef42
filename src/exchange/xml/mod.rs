//! XML out and in: a writer that cannot say what XML forbids, and a reader that hostile input cannot exhaust.

mod inner;
mod node;
mod read;
mod write;

#[cfg(test)]
mod tests;

pub(crate) use node::{Child, Node};
pub(crate) use read::{Trouble, each_element, elements};
pub(crate) use write::{CODE, VERBATIM, Xml};

/// A named character of HTML 5, without `&` and `;`.
pub(crate) fn html_entity(name: &str) -> Option<&'static str> {
    quick_xml::escape::resolve_html5_entity(name)
}
