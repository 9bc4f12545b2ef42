//! Text that is not ours is data: harmless where it is printed, tidied where it enters a bank.

use super::code::{FENCE, begins, closes, straightened};
use super::harm::{is_harmful, judged};

/// A text of anybody's for a terminal: U+FFFD stands for every harmful character. Line breaks and tabs stay.
pub(crate) fn harmless(text: &str) -> String {
    judged(text).map(|(c, harmful)| if harmful { '\u{fffd}' } else { c }).collect()
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
    // Where in the text the next harmful character stands; a style of ours begins with one.
    let mut harmful: Vec<usize> = vec![];
    let mut at = 0;
    for (c, is) in judged(text) {
        if is {
            harmful.push(at);
        }
        at += c.len_utf8();
    }
    for at in harmful {
        // What a style consists of was passed over with it.
        let Some(at) = at.checked_sub(text.len() - rest.len()) else { continue };
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

/// Folds the line breaks of the bank file into blanks, keeps a blank line as a new paragraph (`\n`) and code as it is,
/// trims, and makes the rest harmless.
pub(crate) fn tidy(text: &str) -> String {
    if is_tidy(text) { text.to_owned() } else { fold(text) }
}

/// Whether [`tidy`] would change nothing: so it is with nearly every text, and one look at it tells.
pub(crate) fn is_tidy(text: &str) -> bool {
    is_plain(text) || is_tidy_by_letters(text)
}

/// Printable ASCII with single blanks between words: without an early end, many bytes are looked at in one step.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    // 0 where two blanks stand side by side.
    let gap = pairs.fold(1, |least: u8, (one, next)| least.min((one ^ b' ') | (next ^ b' ')));
    is_printable(text) && gap > 0 && !text.starts_with(' ') && !text.ends_with(' ')
}

/// Whether a text is printable ASCII, in which nothing is harmful.
pub(crate) fn is_printable(text: &str) -> bool {
    text.bytes().fold(0, |most: u8, byte| most.max(byte.wrapping_sub(b' '))) <= b'~' - b' '
}

fn is_tidy_by_letters(text: &str) -> bool {
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

/// The same of a text whose every line is a paragraph.
pub(crate) fn tidy_lines(text: &str) -> String {
    if is_tidy(text) { text.to_owned() } else { folded(text, true) }
}

/// What [`tidy`] does to a text that needs it.
pub(super) fn fold(text: &str) -> String {
    folded(text, false)
}

fn folded(text: &str, by_lines: bool) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut kept: Vec<String> = vec![];
    let mut paragraph: Vec<&str> = vec![];
    let end = |paragraph: &mut Vec<&str>, kept: &mut Vec<String>| {
        let words = std::mem::take(paragraph);
        if !words.is_empty() {
            kept.push(words.join(" ").trim().to_owned());
        }
    };
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let is_code = begins(line, lines.clone());
        if is_code || by_lines || line.trim().is_empty() {
            end(&mut paragraph, &mut kept);
        }
        if is_code {
            let code: Vec<&str> = lines.by_ref().take_while(|line| !closes(line)).collect();
            let code = straightened(&code);
            if !code.is_empty() {
                kept.push(format!("{FENCE}\n{}\n{FENCE}", code.join("\n")));
            }
        } else if !line.trim().is_empty() {
            paragraph.extend(line.split([' ', '\t']).filter(|word| !word.is_empty()));
        }
    }
    end(&mut paragraph, &mut kept);
    harmless(&kept.join("\n"))
}
