//! Files that are no questions at all, by what stands in them, and what to do with them.

use super::archive::unpack;
use super::intake::decode;

/// What a file is, for "FILE is ...", and what to do.
pub(crate) type Foreign = (&'static str, &'static str);

const SIGNS: &[(&[u8], Foreign)] = &[
    (b"%PDF-", ("a PDF", "copy its text into a text file, or export it as Word or text where it was made")),
    (b"{\\rtf", ("a text with formatting (RTF)", "save it as plain text or as .docx")),
    (b"\xd0\xcf\x11\xe0", ("a document of an old office program", "save it as .docx, .xlsx or plain text")),
    (b"SQLite format 3", ("a database", "is it the right file?")),
    (b"\x1f\x8b", ("a compressed file", "unpack it, and import the file with the questions in it")),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"Rar!", PACKED),
    (b"7z\xbc\xaf", PACKED),
];

const PICTURE: Foreign =
    ("a picture", "type its questions, or have its text recognized, and save them as text");
const PACKED: Foreign = ("a package", "unpack it, and import the file with the questions in it");

/// Packages by a file that is in them.
const PARTS: &[(&str, Foreign)] = &[
    ("word/document.xml", ("a Word document", "save it as plain text, and import that")),
    ("ppt/presentation.xml", ("a presentation", "copy its questions into a text file")),
    ("content.xml", ("a document of LibreOffice", "save it as plain text, or a sheet as .xlsx")),
];

/// What a file is that is in no format of questions; `None` where it could be text of any kind.
pub(crate) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Some(("empty", "is it the right file?"));
    }
    if let Some((_, what)) = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)) {
        return Some(*what);
    }
    if bytes.starts_with(b"PK") {
        let part = PARTS.iter().find(|(name, _)| has(bytes, name));
        return Some(part.map_or(PACKED, |(_, what)| *what));
    }
    let text = decode(&bytes[..bytes.len().min(16_384)]).text.trim_start().to_lowercase();
    if text.starts_with("<!doctype html") || text.starts_with("<html") {
        return Some(("a web page", "copy its questions into a text file"));
    }
    if super::intake::is_binary(bytes) {
        return Some(("no text", "is it the right file?"));
    }
    None
}

fn has(bytes: &[u8], part: &str) -> bool {
    let found = std::cell::Cell::new(false);
    let looked = unpack(bytes, |name| {
        found.set(found.get() || name == part);
        false
    });
    looked.is_ok() && found.get()
}

#[cfg(test)]
mod tests {
    use super::foreign;
    use crate::exchange::archive::Archive;

    #[test]
    fn what_is_no_list_of_questions_is_named() {
        let mut word = Archive::new();
        word.add("[Content_Types].xml", b"<Types/>");
        word.add("word/document.xml", b"<w:document/>");
        let mut other = Archive::new();
        other.add("notes.txt", b"text");
        for (bytes, what) in [
            (&b"%PDF-1.7 ..."[..], Some("a PDF")),
            (b"{\\rtf1\\ansi}", Some("a text with formatting (RTF)")),
            (b" \n", Some("empty")),
            (b"", Some("empty")),
            (b"\x89PNG\r\n\x1a\n\0", Some("a picture")),
            (b"<!DOCTYPE html><p>Who?", Some("a web page")),
            (b"MZ\0\0\x01\x02\0\0\0", Some("no text")),
            (b"Dear all, see you on Monday.", None),
            (&word.finish(), Some("a Word document")),
            (&other.finish(), Some("a package")),
        ] {
            assert_eq!(foreign(bytes).map(|(what, _)| what), what);
        }
    }
}
