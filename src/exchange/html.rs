//! HTML of other programs as plain text: paragraphs stay, markup goes, and what is lost is counted.

use super::xml::html_entity;

/// What is left of some HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plain {
    /// Paragraphs are separated by `\n`.
    pub(crate) text: String,
    /// What could not be kept, in the plural: `images`, `formatting`.
    pub(crate) lost: Vec<&'static str>,
}

/// Reads HTML, in one pass however broken it is.
pub(crate) fn plain(html: &str) -> Plain {
    let mut plain = Plain::default();
    let mut rest = html;
    // Where a quotation mark is never closed, a tag ends at the first `>`; this is found out once.
    let mut quotes = true;
    while let Some(at) = rest.find('<') {
        push_words(&mut plain.text, &rest[..at]);
        let tag = &rest[at..];
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let opens =
            tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!' || c == '?');
        let Some(end) = opens.then(|| tag_end(tag, &mut quotes)).flatten() else {
            push_words(&mut plain.text, "<");
            rest = &tag[1..];
            if opens && !rest.contains('>') {
                // No tag can follow any more.
                push_words(&mut plain.text, rest);
                rest = "";
            }
            continue;
        };
        let name: String = tag[1..end]
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        rest = &tag[end + 1..];
        match name.as_str() {
            "br" | "p" | "div" | "li" | "ul" | "ol" | "tr" | "table" | "tbody" | "thead" | "blockquote"
            | "pre" | "hr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dl" | "dt" | "dd" | "section"
            | "article" => {
                plain.text.push('\n');
            }
            "td" | "th" => push_words(&mut plain.text, " "),
            "script" | "style" if !tag.starts_with("</") => {
                rest = skip_element(rest, &name);
                plain.lose("scripts and styles");
            }
            "img" | "audio" | "video" | "object" | "embed" | "iframe" | "svg" | "math" => {
                plain.lose("images and media");
            }
            "html" | "body" | "head" | "span" | "" => {}
            _ => plain.lose("formatting"),
        }
    }
    push_words(&mut plain.text, rest);
    let lines: Vec<&str> =
        plain.text.split('\n').map(|line| line.trim_matches(' ')).filter(|line| !line.is_empty()).collect();
    plain.text = lines.join("\n");
    plain
}

impl Plain {
    fn lose(&mut self, what: &'static str) {
        if !self.lost.contains(&what) {
            self.lost.push(what);
        }
    }
}

/// The `>` that ends a tag: one in an attribute's quotes does not.
fn tag_end(tag: &str, quotes: &mut bool) -> Option<usize> {
    if *quotes {
        let mut quote = None;
        for (at, byte) in tag.bytes().enumerate() {
            match (quote, byte) {
                (None, b'>') => return Some(at),
                (None, b'"' | b'\'') => quote = Some(byte),
                (Some(open), _) if open == byte => quote = None,
                _ => {}
            }
        }
        *quotes = false;
    }
    tag.find('>')
}

/// What comes behind the end of a `<script>` or `<style>`.
fn skip_element<'t>(rest: &'t str, name: &str) -> &'t str {
    let close = format!("</{name}");
    let at =
        rest.as_bytes().windows(close.len()).position(|window| window.eq_ignore_ascii_case(close.as_bytes()));
    at.and_then(|at| rest[at..].find('>').map(|end| &rest[at + end + 1..])).unwrap_or("")
}

/// Adds text: blanks and line breaks of the source are one blank, entities are the characters they stand for.
fn push_words(into: &mut String, text: &str) {
    let mut first = true;
    for word in text.split([' ', '\t', '\n', '\r']) {
        if !first && !into.ends_with([' ', '\n']) && !into.is_empty() {
            into.push(' ');
        }
        first = false;
        into.push_str(&characters(word));
    }
}

/// Replaces entities by their characters; what is none stays as it is.
pub(crate) fn characters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let reference = &rest[at + 1..];
        // The longest name that HTML knows has 31 letters.
        let end = reference.bytes().take(34).position(|byte| byte == b';');
        let character = end.and_then(|end| character(&reference[..end]).map(|c| (end, c)));
        if let Some((end, character)) = character {
            out.push_str(&character);
            rest = &reference[end + 1..];
        } else {
            out.push('&');
            rest = reference;
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<String> {
    if name == "nbsp" {
        return Some(String::from(" "));
    }
    let Some(number) = name.strip_prefix('#') else {
        return html_entity(name).map(ToOwned::to_owned);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|&c| c != '\0').map(String::from)
}
