//! Texts of Moodle: HTML, plain text or Markdown, as their format says.

use crate::exchange::html::plain;
use crate::exchange::markup::unmarked;
use crate::exchange::wrapped::unwrapped;
use crate::exchange::xml::Node;

/// Texts of one question, and what they had besides words.
#[derive(Debug, Default)]
pub(in crate::exchange) struct Texts {
    pub(in crate::exchange) lost: Vec<&'static str>,
}

impl Texts {
    /// A text in a format, by its name in an export or by its number in a backup.
    pub(in crate::exchange) fn read(&mut self, text: &str, format: Option<&str>) -> String {
        let read = match format.map(str::trim) {
            Some("plain_text" | "2") => return text.to_owned(),
            Some("markdown" | "4") => unmarked(&unwrapped(text)),
            // Line breaks count there, and so does markup.
            Some("moodle_auto_format" | "0") => plain(&text.trim().replace('\n', "<br>")),
            _ => plain(text),
        };
        self.lost.extend(read.lost);
        read.text
    }

    /// What was lost, each once.
    pub(in crate::exchange) fn losses(mut self) -> Vec<(&'static str, usize)> {
        self.lost.sort_unstable();
        self.lost.dedup();
        self.lost.into_iter().map(|what| (what, 1)).collect()
    }
}

/// The text of an element with a format, as an export writes it.
pub(in crate::exchange) fn content(node: Option<&Node>, texts: &mut Texts) -> String {
    let Some(node) = node else { return String::new() };
    if node.child("file").is_some() {
        texts.lost.push("images");
    }
    texts.read(&node.child("text").map(Node::text).unwrap_or_default(), node.attribute("format"))
}
