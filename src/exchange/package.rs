//! The documents of a package, or the one document that came without a package around it.

use super::archive::unpack_within;
use crate::limits::MB;

/// As much as may come out of a package of questions.
const MOST: u64 = 96 * MB;
/// How much of a document is looked at to know what it is.
const HEAD: usize = 64 * 1024;

/// The XML documents in some bytes with their names in the package; a document of its own has none.
pub(super) fn documents(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, String> {
    if !bytes.starts_with(b"PK") {
        return Ok(vec![(String::new(), bytes.to_vec())]);
    }
    unpack_within(MOST, bytes, |name| {
        let name = name.to_lowercase();
        let ending = name.rsplit('.').next().unwrap_or_default();
        let office = ["word/", "xl/", "ppt/", "docprops/"].iter().any(|folder| name.starts_with(folder));
        matches!(ending, "xml" | "qti" | "dat") && !office
    })
}

/// Whether a document among some bytes begins with one of these elements.
pub(super) fn holds(bytes: &[u8], elements: &[&str]) -> bool {
    let holds = |bytes: &[u8]| {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
        elements.iter().any(|element| {
            head.match_indices(element).any(|(at, _)| {
                let after = head[at + element.len()..].chars().next();
                head[..at].ends_with(['<', ':']) && after.is_none_or(|c| c.is_whitespace() || c == '>')
            })
        })
    };
    if !bytes.starts_with(b"PK") {
        return bytes.trim_ascii_start().starts_with(b"<") && holds(bytes);
    }
    documents(bytes).is_ok_and(|files| files.iter().any(|(_, bytes)| holds(bytes)))
}

/// The folder of a file in a package, with its `/`.
pub(super) fn folder(name: &str) -> &str {
    name.rfind('/').map_or("", |at| &name[..=at])
}
