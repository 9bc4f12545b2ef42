//! Text of a bank is data: it is tidied once, where it enters, and harmless from then on.

/// Whether a character could move a cursor, hide text or turn its direction: controls (C0, C1, delete), the marks of
/// bidirectional text, and separators that some terminals take for a new line; or is none at all and may stand in no
/// XML document.
pub(crate) fn is_harmful(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        | '\u{fffe}' | '\u{ffff}')
}

/// A text of anybody's for a terminal: U+FFFD stands for every harmful character.
pub(crate) fn harmless(text: &str) -> String {
    text.chars().map(|c| if is_harmful(c) { '\u{fffd}' } else { c }).collect()
}

/// Folds the line breaks of the bank file into blanks, keeps a blank line as a new paragraph (`\n`), trims, and puts
/// U+FFFD in the place of every harmful character.
pub(crate) fn tidy(text: &str) -> String {
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
    joined.join("\n").chars().map(|c| if c != '\n' && is_harmful(c) { '\u{fffd}' } else { c }).collect()
}
