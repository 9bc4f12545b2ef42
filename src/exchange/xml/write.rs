//! Well-formed XML only: every text is escaped, every character is one that XML 1.0 knows, every element is closed.

use std::borrow::Cow;

use quick_xml::escape::partial_escape;

use crate::words::{Block, blocks};

/// A document as it grows.
///
/// [`Xml::within`] puts each child on a line of its own; inside [`Xml::inline`] no blank is added anywhere, for content
/// in which blanks mean something. Names of elements and attributes come from the code, never from a bank.
pub(crate) struct Xml {
    out: String,
    depth: usize,
    inline: usize,
}

pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// The class of the element that holds the lines of a block of code.
pub(crate) const CODE: &str = "block";
pub(crate) const VERBATIM: &str = "block verbatim";

impl Xml {
    /// A document that begins with its declaration.
    pub(crate) fn new() -> Self {
        Self { out: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), depth: 0, inline: 0 }
    }

    /// A document of about so many bytes, which is not copied while it grows.
    pub(crate) fn of(size: usize) -> Self {
        let mut xml = Self::new();
        xml.out.reserve(size);
        xml
    }

    /// An element with what `content` puts into it.
    pub(crate) fn within(&mut self, name: &str, attributes: Attributes<'_>, content: impl FnOnce(&mut Self)) {
        self.start(name, attributes);
        self.depth += 1;
        content(self);
        self.depth -= 1;
        self.new_line();
        self.end(name);
    }

    /// An element in which texts and elements mix: nothing is indented.
    pub(crate) fn inline(&mut self, name: &str, attributes: Attributes<'_>, content: impl FnOnce(&mut Self)) {
        self.start(name, attributes);
        self.inline += 1;
        content(self);
        self.inline -= 1;
        self.end(name);
    }

    /// A part of a document on one line, for [`Xml::part`].
    pub(crate) fn line(content: impl FnOnce(&mut Self)) -> String {
        let mut xml = Self { out: String::new(), depth: 0, inline: 1 };
        content(&mut xml);
        xml.out
    }

    /// A part that was written before.
    pub(crate) fn part(&mut self, line: &str) {
        self.out.push_str(line);
    }

    /// An element with a text and nothing else.
    pub(crate) fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.inline(name, attributes, |xml| xml.text(text));
    }

    /// `<name/>`.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.new_line();
        self.tag(name, attributes, "/>");
    }

    /// A text in the element that is open; line breaks stay as they are.
    pub(crate) fn text(&mut self, text: &str) {
        self.out.push_str(&partial_escape(sound(text).as_ref()));
    }

    /// A text whose line breaks become `<br/>` elements (of the name given, for dialects that have another). The blanks
    /// before a line of code are such that no reader folds.
    pub(crate) fn lines(&mut self, text: &str, line_break: &str) {
        let mut first = true;
        for block in blocks(text) {
            if !std::mem::take(&mut first) {
                self.tag(line_break, &[], "/>");
            }
            match block {
                Block::Paragraph(line) => self.text(line),
                // An element that may stand in a line: a block of its own may not stand where options are asked for.
                Block::Code(lines) => {
                    // What holds such blanks itself is written as it is.
                    let verbatim = lines.iter().any(|line| line.contains('\u{a0}'));
                    let class = if verbatim { VERBATIM } else { CODE };
                    self.tag("code", &[("class", class)], ">");
                    for (at, line) in lines.iter().enumerate() {
                        if at > 0 {
                            self.tag(line_break, &[], "/>");
                        }
                        self.text(&if verbatim { (*line).to_owned() } else { unfolded(line) });
                    }
                    self.end("code");
                }
            }
        }
    }

    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.out.push('\n');
        self.out.into_bytes()
    }

    fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        self.new_line();
        self.tag(name, attributes, ">");
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>, close: &str) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            for part in [" ", key, "=\"", &attribute(value), "\""] {
                self.out.push_str(part);
            }
        }
        self.out.push_str(close);
    }

    fn end(&mut self, name: &str) {
        for part in ["</", name, ">"] {
            self.out.push_str(part);
        }
    }

    fn new_line(&mut self) {
        if self.inline == 0 {
            self.out.push('\n');
            (0..self.depth).for_each(|_| self.out.push_str("  "));
        }
    }
}

/// A line with the blanks before it as ones that stay.
fn unfolded(line: &str) -> String {
    let rest = line.trim_start_matches(' ');
    "\u{a0}".repeat(line.len() - rest.len()) + rest
}

/// Readers turn a raw line break of an attribute into a blank: it has to be written as a reference.
fn attribute(value: &str) -> Cow<'_, str> {
    if value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.:/ ".contains(&byte)) {
        return Cow::Borrowed(value);
    }
    let mut escaped = String::with_capacity(value.len());
    for c in sound(value).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\t' => escaped.push_str("&#9;"),
            _ => escaped.push(c),
        }
    }
    Cow::Owned(escaped)
}

/// The text with U+FFFD in the place of what may stand in no XML document, and line breaks as `\n`.
fn sound(text: &str) -> Cow<'_, str> {
    let allowed = |c: char| matches!(c, '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'..);
    let plain = |byte: u8| (b' '..0x7f).contains(&byte) || byte == b'\n';
    if text.bytes().all(plain) || text.chars().all(allowed) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(text.chars().map(|c| if allowed(c) { c } else { '\u{fffd}' }).collect())
}
