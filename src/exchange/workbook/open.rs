//! Which kind of workbook some bytes are, and its sheets.

use std::cell::Cell;

use super::sheet::Sheet;
use super::{ods, xlsx};
use crate::exchange::archive::{unpack, unpack_within};
use crate::limits::MB;

/// As much as may come out of the package: a workbook of twenty thousand questions is smaller.
const MOST: u64 = 24 * MB;
/// What is read of an Excel workbook besides its sheets.
const PARTS: &[&str] =
    &["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"];
const OLD: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether some bytes are a workbook.
pub(in crate::exchange) fn is_workbook(bytes: &[u8]) -> bool {
    is_old(bytes) || bytes.starts_with(b"PK") && (is_xlsx(bytes) || is_ods(bytes))
}

/// A workbook of the Excel of last century, or one with a password, which is packed like it.
fn is_old(bytes: &[u8]) -> bool {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    bytes.starts_with(OLD) && (has("Workbook") || has("Book") || has("EncryptedPackage"))
}

fn is_xlsx(bytes: &[u8]) -> bool {
    let found = Cell::new(false);
    let looked = unpack(bytes, |name| {
        found.set(found.get() || name.starts_with("xl/"));
        false
    });
    looked.is_ok() && found.get()
}

fn is_ods(bytes: &[u8]) -> bool {
    let kind = unpack_within(1024, bytes, |name| name == "mimetype").unwrap_or_default();
    kind.iter().any(|(_, kind)| kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet"))
}

/// The sheets of a workbook, or why it cannot be read.
pub(in crate::exchange) fn open(bytes: &[u8]) -> Result<Vec<Sheet>, String> {
    if is_old(bytes) {
        return Err(String::from("this is a workbook of an old Excel (.xls), or one with a password"));
    }
    let ods = is_ods(bytes);
    let is_sheet = |name: &str| name.starts_with("xl/worksheets/") && !name.contains("_rels");
    let wanted =
        |name: &str| if ods { name == "content.xml" } else { is_sheet(name) || PARTS.contains(&name) };
    let files = unpack_within(MOST, bytes, wanted)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let parts: Vec<(String, String)> = files.into_iter().map(|(name, bytes)| (name, text(&bytes))).collect();
    if ods { ods::sheets(&parts) } else { xlsx::sheets(&parts) }
}
