//! HTML of other programs as plain text: paragraphs, lists and code stay, small raised and lowered letters are written as
//! such, an image leaves its description; other markup goes, and what is lost is named.

use super::xml::html_entity;
use crate::words::{FENCE, closes, tidy_lines};

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
    let mut lists = Lists::of(html);
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
        let opened = !tag.starts_with("</");
        let attributes = &tag[..end];
        rest = &tag[end + 1..];
        match name.as_str() {
            "ol" | "ul" => {
                lists.at(&name, opened);
                plain.text.push('\n');
            }
            "li" => {
                plain.text.push('\n');
                if opened {
                    plain.text.push_str(&lists.item());
                }
            }
            "pre" if opened && let Some((code, after)) = element(rest, "pre", usize::MAX) => {
                plain.text.push_str(&fenced(code));
                rest = after;
            }
            "sup" | "sub" if opened && let Some((inner, after)) = element(rest, &name, 400) => {
                let small = small(inner, &name);
                plain.text.push_str(&small);
                rest = after;
            }
            "br" | "p" | "div" | "tr" | "table" | "tbody" | "thead" | "blockquote" | "pre" | "hr" | "h1"
            | "h2" | "h3" | "h4" | "h5" | "h6" | "dl" | "dt" | "dd" | "section" | "article" => {
                plain.text.push('\n');
            }
            "td" | "th" => push_words(&mut plain.text, " "),
            "script" | "style" if !tag.starts_with("</") => {
                rest = skip_element(rest, &name);
                plain.lose("scripts and styles");
            }
            "img" if let Some(formula) = formula(attributes) => push_words(&mut plain.text, &formula),
            "img" => {
                plain.lose("images");
                if let Some(words) = attribute(attributes, "alt").filter(|words| !words.trim().is_empty()) {
                    push_words(&mut plain.text, &format!("[{words}]"));
                }
            }
            "audio" | "video" | "object" | "embed" | "iframe" | "svg" | "math" => {
                plain.lose("media");
            }
            "html" | "body" | "head" | "span" | "" => {}
            _ => plain.lose("formatting"),
        }
    }
    push_words(&mut plain.text, rest);
    plain.text = if plain.text.contains(FENCE) {
        tidy_lines(&plain.text)
    } else {
        let lines = plain.text.split('\n').map(|line| line.trim_matches(' '));
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    plain
}

/// The lists that are open, and what goes before their items.
struct Lists {
    /// Of each the number of its last item, or nothing where it has none.
    open: Vec<Option<usize>>,
    /// An item that stands alone in the text, as editors make it, is no list.
    several: bool,
}

impl Lists {
    fn of(html: &str) -> Self {
        Self { open: vec![], several: html.matches("<li").nth(1).is_some() }
    }

    fn at(&mut self, name: &str, opened: bool) {
        if opened && self.open.len() < 100 {
            self.open.push((name == "ol").then_some(0));
        } else if !opened {
            self.open.pop();
        }
    }

    fn item(&mut self) -> String {
        match self.open.last_mut() {
            _ if !self.several => String::new(),
            Some(Some(number)) => {
                *number += 1;
                format!("{number}. ")
            }
            _ => String::from("- "),
        }
    }
}

/// The content of the element that was opened just before, and what comes behind it; nothing where it is not closed
/// within so many bytes.
fn element<'t>(rest: &'t str, name: &str, within: usize) -> Option<(&'t str, &'t str)> {
    let close = format!("</{name}");
    let near = &rest.as_bytes()[..rest.len().min(within)];
    let at = near.windows(close.len()).position(|window| window.eq_ignore_ascii_case(close.as_bytes()))?;
    let end = at + rest[at..].find('>')?;
    Some((&rest[..at], &rest[end + 1..]))
}

/// The content of `<pre>` as code, its blanks and line breaks kept.
fn fenced(code: &str) -> String {
    let mut text = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let tag = &rest[at..];
        let end =
            tag.find('>').filter(|_| tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
        let Some(end) = end else {
            text.push('<');
            rest = &tag[1..];
            continue;
        };
        if tag[1..end].trim_end_matches(['/', ' ']).eq_ignore_ascii_case("br") {
            text.push('\n');
        }
        rest = &tag[end + 1..];
    }
    text.push_str(rest);
    let text = characters(&text);
    // Someone has put Markdown there.
    if text.lines().any(closes) {
        return format!("\n{text}\n");
    }
    format!("\n{FENCE}\n{text}\n{FENCE}\n")
}

/// The LaTeX of which Canvas and Moodle have drawn an image.
fn formula(tag: &str) -> Option<String> {
    let class = attribute(tag, "class")?;
    if !["equation_image", "texrender"].iter().any(|known| class.contains(known)) {
        return None;
    }
    let said = attribute(tag, "data-equation-content").or_else(|| attribute(tag, "alt"))?;
    let latex = said.strip_prefix("LaTeX:").unwrap_or(&said).trim();
    (!latex.is_empty()).then(|| format!("${latex}$"))
}

/// The value of an attribute in a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.match_indices(name).map(|(at, _)| at).find(|&at| {
        lower[..at].ends_with(char::is_whitespace) && lower[at + name.len()..].trim_start().starts_with('=')
    })?;
    let value = tag[at + name.len()..].trim_start()[1..].trim_start();
    let text = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split(char::is_whitespace).next()?,
    };
    Some(characters(text))
}

/// Small letters above or below the line: as such where there are some, else behind `^` or `_`.
pub(crate) fn small(inner: &str, name: &str) -> String {
    const ABOVE: (&str, &str) = ("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ");
    const BELOW: (&str, &str) = ("0123456789+-−=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓ");
    let text = plain(inner).text;
    let (from, to) = if name == "sup" { ABOVE } else { BELOW };
    let found: Option<String> = text
        .chars()
        .map(|c| from.chars().zip(to.chars()).find(|(plain, _)| *plain == c).map(|(_, c)| c))
        .collect();
    let sign = if name == "sup" { '^' } else { '_' };
    match found {
        Some(small) => small,
        None if text.chars().all(char::is_alphanumeric) => format!("{sign}{text}"),
        None => format!("{sign}({text})"),
    }
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
