//! Versions of a test: which students have which, and which key is whose.

use super::super::findings::Findings;
use super::super::key_file::KeyFile;
use super::super::sheet::{Column, Key, Sheet};
use crate::words::same_name;

/// The versions that students have, each once.
pub(super) fn versions(sheet: &Sheet) -> Vec<String> {
    let mut found: Vec<String> = vec![];
    for row in &sheet.rows {
        if !found.iter().any(|known| is(known, &row.version)) {
            found.push(row.version.clone());
        }
    }
    found.sort();
    found
}

pub(super) fn is(a: &str, b: &str) -> bool {
    a == b || (!a.is_empty() && same_name(a, b))
}

/// Whether the keys in the file itself differ by version.
pub(super) fn has_keys_by_version(sheet: &Sheet) -> bool {
    let mut versions: Vec<&str> = vec![];
    for key in sheet.columns.iter().flat_map(|column| &column.keys) {
        if !versions.iter().any(|known| is(known, &key.version)) {
            versions.push(&key.version);
        }
    }
    versions.len() > 1
}

/// The key of a column for a version, from the file itself.
pub(super) fn key<'c>(column: &'c Column, version: &str) -> Option<&'c Key> {
    let of = |wanted: &str| column.keys.iter().find(|key| is(&key.version, wanted) && !key.text.is_empty());
    of(version).or_else(|| of(""))
}

/// Leaves out students whose version has no key, and says so once for each version.
pub(super) fn leave_out_unknown(sheet: &mut Sheet, key: Option<&KeyFile>, findings: &mut Findings) {
    let by_file = key.filter(|key| key.has_versions());
    if by_file.is_none() && !has_keys_by_version(sheet) {
        return;
    }
    let known: Vec<String> = match by_file {
        Some(key) => key.entries.iter().map(|entry| entry.version.clone()).collect(),
        None => sheet.columns.iter().flat_map(|column| &column.keys).map(|key| key.version.clone()).collect(),
    };
    let has = |version: &str| known.iter().any(|known| is(known, version) || known.is_empty());
    for version in versions(sheet).iter().filter(|version| !has(version)) {
        let of_version = || sheet.rows.iter().filter(|row| is(&row.version, version));
        let (count, span) = (of_version().count(), of_version().next().map_or(0..0, |row| row.span.clone()));
        let message = if version.is_empty() {
            format!("rows without a version, and each version has a key of its own: {count} left out")
        } else {
            format!("there is no key to version {version}: rows left out: {count}")
        };
        let mut known = known.clone();
        known.sort();
        known.dedup();
        findings.error(
            "no-version-key",
            span,
            message,
            &format!("the key has the versions {}", known.join(", ")),
        );
    }
    sheet.rows.retain(|row| has(&row.version));
}
