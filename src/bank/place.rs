//! Places whose law a question may be about: the codes of the shipped banks, and the names that people type.

use crate::words::same_name;

const PLACES: &[(&str, &str)] = &[
    ("ca", "Canada"),
    ("ca-on", "Ontario"),
    ("ca-qc", "Quebec"),
    ("uk", "United Kingdom"),
    ("us-ada", "Americans with Disabilities Act"),
    ("us-ca", "California"),
    ("us-federal", "United States"),
    ("us-fl", "Florida"),
    ("us-ny", "New York"),
    ("us-or", "Oregon"),
    ("us-tx", "Texas"),
    ("us-wa", "Washington"),
];

/// The code of a place by its name, whatever its case: `California` is `us-ca`.
pub(crate) fn place_code(name: &str) -> Option<&'static str> {
    PLACES.iter().find(|(_, known)| same_name(known, name)).map(|(code, _)| *code)
}

/// A code with the name of the place, where it is one of the known ones: `us-ca (California)`.
pub(crate) fn place_label(code: &str) -> String {
    let name = PLACES.iter().find(|(known, _)| *known == code);
    name.map_or_else(|| code.to_owned(), |(code, name)| format!("{code} ({name})"))
}
