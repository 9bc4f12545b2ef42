//! Anki's text import: a note a row, with a column that tells notes apart for ever, so that a second import changes the
//! cards that a learner already studies instead of adding them once more.
//!
//! A note is of the type Basic, which every collection has: question and options on the front, answer, reasons and
//! source on the back. What a question says about itself becomes tags. The classes in the HTML (`gp-stem`, ...) mean
//! nothing to Anki; by them the importer finds the parts again, also in a file that Anki wrote.

mod card;
mod html;
mod read;
mod write;

#[cfg(test)]
mod tests;

use super::{Format, Import, Part};

pub(super) const FORMAT: Format = Format {
    name: "anki",
    summary: "notes for Anki; a second import updates them",
    extension: "anki.tsv",
    loses: &[Part::TopicSummary, Part::ObjectiveText, Part::Allow],
    export: Some(write::export),
    import: Some(Import { read: read::import, likeness: read::likeness }),
};

/// A value as it may stand in a tag. Blanks part tags, `::` parts the levels of one, and Anki drops quotation marks.
fn encoded(value: &str) -> String {
    let mut tag = String::with_capacity(value.len());
    for c in value.chars() {
        if c.is_whitespace() || c.is_control() || matches!(c, '%' | '"' | ':') {
            let mut bytes = [0; 4];
            tag.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            tag.push(c);
        }
    }
    tag
}

/// What [`encoded`] did, undone; a `%` that begins no code stays.
fn decoded(tag: &str) -> String {
    let mut bytes = Vec::with_capacity(tag.len());
    let mut rest = tag.as_bytes();
    while let [first, after @ ..] = rest {
        if let (b'%', Some(byte)) = (first, code(after)) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The byte that two hexadecimal digits mean.
fn code(text: &[u8]) -> Option<u8> {
    let digits = text.get(..2).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}
