//! Text that is not ours is data: harmless where it is printed, tidied where it enters a bank.

/// Whether a character could move a cursor, hide text or turn its direction: controls (C0, C1, delete), the marks of
/// bidirectional text, separators that some terminals take for a new line, format characters that nobody types; or is
/// none at all and may stand in no XML document.
pub(crate) fn is_harmful(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{180e}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}')
}

/// A text of anybody's for a terminal: U+FFFD stands for every harmful character. Line breaks and tabs stay.
pub(crate) fn harmless(text: &str) -> String {
    text.chars().map(safe).collect()
}

/// A text of anybody's inside a line of ours, such as a title, a name or a path: harmless, and without a line break.
pub(crate) fn harmless_line(text: &str) -> String {
    let words: Vec<&str> = text.split(['\n', '\r', '\t']).filter(|part| !part.is_empty()).collect();
    harmless(&words.join(" "))
}

/// The gate at the exit: a text with our own colors, and nothing else that a terminal obeys. Whatever came in on a way
/// that nobody thought of (a path, an error of the system) ends here.
pub(crate) fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_harmful) {
        out += &rest[..at];
        let style = style(&rest[at..]);
        match style {
            0 => {
                out.push('\u{fffd}');
                rest = &rest[at + rest[at..].chars().next().map_or(1, char::len_utf8)..];
            }
            length => {
                out += &rest[at..at + length];
                rest = &rest[at + length..];
            }
        }
    }
    out + rest
}

/// How long the style (`ESC [ 1 ; 31 m`) is that a text begins with: 0 without one, and for the style that hides text.
fn style(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("\u{1b}[") else { return 0 };
    let numbers = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b';').count();
    let hides = rest[..numbers].split(';').any(|number| number.trim_start_matches('0') == "8");
    if rest[numbers..].starts_with('m') && !hides { 2 + numbers + 1 } else { 0 }
}

/// A JSON document for a terminal: the same values, every harmful character as an escape.
pub(crate) fn harmless_json(document: &str) -> String {
    let mut out = String::with_capacity(document.len());
    for c in document.chars() {
        // Outside of its strings a document has none of them.
        if is_harmful(c) { out.extend(format!("\\u{:04x}", u32::from(c)).chars()) } else { out.push(c) }
    }
    out
}

fn safe(c: char) -> char {
    if is_harmful(c) { '\u{fffd}' } else { c }
}

/// Whether [`tidy`] would change nothing: so it is with nearly every text, and one look at it tells.
pub(crate) fn is_tidy(text: &str) -> bool {
    let mut before = ' ';
    text.chars().all(|c| {
        let is_blank = before == ' ';
        before = c;
        match c {
            '!'..='~' => true,
            ' ' => !is_blank,
            c => !c.is_ascii() && !c.is_whitespace() && !is_harmful(c),
        }
    }) && (before != ' ' || text.is_empty())
}

/// Folds the line breaks of the bank file into blanks, keeps a blank line as a new paragraph (`\n`), trims, and makes
/// the rest harmless.
pub(crate) fn tidy(text: &str) -> String {
    if is_tidy(text) { text.to_owned() } else { fold(text) }
}

/// What [`tidy`] does to a text that needs it.
pub(super) fn fold(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut paragraphs: Vec<Vec<&str>> = vec![vec![]];
    for line in text.lines() {
        if line.trim().is_empty() {
            paragraphs.push(vec![]);
        } else if let Some(last) = paragraphs.last_mut() {
            last.extend(line.split([' ', '\t']).filter(|word| !word.is_empty()));
        }
    }
    let joined: Vec<String> = paragraphs
        .iter()
        .filter(|words| !words.is_empty())
        .map(|words| words.join(" ").trim().to_owned())
        .collect();
    harmless(&joined.join("\n"))
}
