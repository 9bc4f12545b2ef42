//! A path inside a command that is printed to be typed, and texts that may be too long to print.

use std::path::Path;

use super::wrap::{columns, fit};

/// A path as it is typed: quoted where a shell would take it for something else. Double quotes mean the same to every
/// shell as long as nothing in them is expanded; what they cannot hold stands in single ones.
pub(crate) fn quoted(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if text.starts_with('-') { format!("./{text}") } else { text.into_owned() };
    let is_plain = |c: char| c.is_alphanumeric() || "/\\.-_:=+,@%".contains(c);
    if !text.is_empty() && text.chars().all(|c| is_plain(c) && (c != '\\' || cfg!(windows))) {
        return text;
    }
    if text.contains(['"', '$', '`', '!']) || (text.contains('\\') && !cfg!(windows)) {
        return format!("'{}'", text.replace('\'', "'\\''"));
    }
    format!("\"{text}\"")
}

/// The first words of a text, in one line of at most so many columns; three dots where more follow.
pub(crate) fn opening(text: &str, width: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if columns(&line) <= width {
        return line;
    }
    let mut kept = String::new();
    for word in line.split(' ') {
        let space = if kept.is_empty() { "" } else { " " };
        if columns(&kept) + space.len() + columns(word) + 3 > width {
            break;
        }
        kept = [&kept, space, word].concat();
    }
    // The first word alone is too long.
    if kept.is_empty() {
        fit(&line, width)
    } else {
        format!("{}...", kept.trim_end_matches(['.', ',', ':', ';']))
    }
}

/// A text of at most so many characters: the middle of a longer one is left out, and how much that was is said.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    // Characters are counted only where there may be too many.
    if text.len() <= most || text.chars().count() <= most {
        return text.to_owned();
    }
    let half = most / 2;
    let start: String = text.chars().take(half).collect();
    let end = text.char_indices().rev().nth(half.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    let left_out = text[start.len()..end].chars().count();
    format!("{start} [... {left_out} characters ...] {}", &text[end..])
}
