//! Text as other programs want it: one function a target, so that nothing is escaped twice or not at all.

use crate::bank::Fingerprint;
use crate::words::{Block, blocks, has_code, opens, tidy};

/// Plain text as HTML between tags: the markup characters escaped, a new paragraph as `<br>`, code as `<pre>`.
pub(crate) fn html(text: &str) -> String {
    markup(text, "<br>")
}

/// The same as XHTML, for formats that are XML inside.
pub(crate) fn xhtml(text: &str) -> String {
    markup(text, "<br/>")
}

fn markup(text: &str, line_break: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 8);
    let mut after_text = false;
    for block in blocks(text) {
        match block {
            Block::Paragraph(paragraph) => {
                if after_text {
                    html.push_str(line_break);
                }
                html.push_str(&escape(paragraph, false));
                after_text = true;
            }
            // A block of its own: no break is wanted around it. Breaks instead of lines, for formats of one line.
            Block::Code(lines) => {
                let lines: Vec<String> = lines.iter().map(|line| escape(line, false)).collect();
                html.push_str(&format!("<pre>{}</pre>", lines.join(line_break)));
                after_text = false;
            }
        }
    }
    html
}

/// Plain text as the value of an HTML attribute in double quotes.
pub(crate) fn html_attribute(text: &str) -> String {
    escape(text, true).replace('\n', "&#10;")
}

fn escape(text: &str, quotes: bool) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' if quotes => escaped.push_str("&quot;"),
            '\'' if quotes => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// JSON that can stand in a `<script>` element: no `</`, no `<!--`, no line separator that old scripts stumble over.
pub(crate) fn json_in_html(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// JSON as part of a script that stands in no page.
pub(crate) fn json_in_script(json: &str) -> String {
    json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// A text without line breaks, for formats that have none.
pub(crate) fn one_line(text: &str) -> String {
    let line = text.replace('\n', " ");
    // The blanks of code mean nothing any more.
    if has_code(text) { tidy(&line) } else { line }
}

/// `A`, `B`, ... `Z`, `AA`, as spreadsheets count.
pub(crate) fn letter(index: usize) -> String {
    let last = char::from(b'A' + (index % 26) as u8);
    match index / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

/// The number of a letter or letters, whatever their case: what [`letter`] undoes.
pub(crate) fn letter_index(letters: &str) -> Option<usize> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut index = 0;
    for byte in letters.bytes() {
        if !byte.is_ascii_alphabetic() {
            return None;
        }
        index = index * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1;
    }
    Some(index - 1)
}

/// A title as an id: lower case words and digits joined by hyphens, other scripts written in Latin letters; not longer
/// than an id may be; empty where nothing in it can be written so.
pub(crate) fn slug(text: &str) -> String {
    const LONGEST: usize = 60;
    let plain: String = deunicode::deunicode_with_tofu(text, " ")
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else if c == '\'' {
                '\u{0}'
            } else {
                ' '
            }
        })
        .filter(|&c| c != '\u{0}')
        .collect();
    let mut slug = String::new();
    for word in plain.split_whitespace() {
        if slug.len() + word.len() >= LONGEST {
            if slug.is_empty() {
                // Letters and digits of ASCII: every byte is a character.
                word[..LONGEST.min(word.len())].clone_into(&mut slug);
            }
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

/// A name for a thing that says nothing about it, the same on every machine: some programs sort things by words that
/// happen to stand in an id, so that a readable one would be misread.
pub(crate) fn opaque<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    format!("gp{}", Fingerprint::of(parts))
}

/// What begins the paragraph with the source.
const SOURCE: &str = "Source:";

fn names_source(paragraph: &str) -> bool {
    paragraph.strip_prefix(SOURCE).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The explanation and the source as one text, for formats with one place for both.
pub(crate) fn explanation_and_source(explanation: &str, source: &str) -> String {
    let mut parts = vec![];
    if !explanation.is_empty() {
        parts.push(explanation.to_owned());
    }
    // An explanation that names a source itself is followed by an empty one, so that it stays the explanation.
    if !source.is_empty() || explanation.split('\n').any(names_source) {
        parts.push(format!("{SOURCE} {source}").trim_end().to_owned());
    }
    // Behind a fence that ends the explanation, a source in a line of its own would be code.
    let ends_with_fence =
        blocks(explanation).last().is_some_and(|last| matches!(last, Block::Paragraph(line) if opens(line)));
    parts.join(if ends_with_fence { " " } else { "\n" })
}

/// What [`explanation_and_source`] joined.
pub(crate) fn split_source(text: &str) -> (String, String) {
    let paragraphs: Vec<&str> = text.split('\n').collect();
    let Some(at) = paragraphs.iter().rposition(|paragraph| names_source(paragraph)) else {
        return (text.to_owned(), String::new());
    };
    let source = paragraphs[at..].join("\n");
    (paragraphs[..at].join("\n"), source[SOURCE.len()..].trim_start().to_owned())
}

/// The same on one line, for tables of one line a cell. Where a text names a source itself, a line break parts the two.
pub(crate) fn source_on_one_line(explanation: &str, source: &str) -> String {
    let (explanation, source) = (one_line(explanation), one_line(source));
    let unclear = [&explanation, &source].iter().any(|text| text.contains(SOURCE));
    match (source.is_empty(), unclear) {
        (true, false) => explanation,
        (_, false) => format!("{explanation} {SOURCE} {source}").trim().to_owned(),
        (_, true) => format!("{explanation}\n{SOURCE} {source}").trim_end().to_owned(),
    }
}

/// What [`source_on_one_line`] joined.
pub(crate) fn split_source_on_one_line(text: &str) -> (String, String) {
    let starts_word = |at: usize| text[..at].is_empty() || text[..at].ends_with(char::is_whitespace);
    let from = text.find('\n').unwrap_or(0);
    let at = text[from..].find(SOURCE).map(|at| from + at).filter(|&at| starts_word(at));
    at.map_or_else(
        || (text.to_owned(), String::new()),
        |at| (text[..at].trim_end().to_owned(), text[at + SOURCE.len()..].trim_start().to_owned()),
    )
}

/// A text that grows line by line.
#[derive(Default)]
pub(crate) struct Lines(String);

impl Lines {
    pub(crate) fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    pub(crate) fn blank(&mut self) {
        self.0.push('\n');
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}
