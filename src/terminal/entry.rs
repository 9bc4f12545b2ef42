//! What is typed behind a prompt up to Enter: the number of a question, words to search for.

use super::expect::Expect;
use super::keyboard::Key;
use crate::words::columns;

/// The result of a key while text is typed up to Enter.
pub(super) enum Edited {
    Text(String),
    Done(String),
}

/// The maximum length of what is typed up to Enter.
const MOST_TYPED: usize = 8;

pub(super) fn edit(mut text: String, key: Key) -> Edited {
    match key {
        Key::Enter => return Edited::Done(text),
        Key::Escape => text.clear(),
        Key::Backspace => {
            text.pop();
            // The space after the letter belongs to it.
            if matches!(text.as_str(), "j" | "f") {
                text.clear();
            }
        }
        Key::Char(c) if text.starts_with('/') => {
            let fits = columns(&text) + columns(c.encode_utf8(&mut [0; 4])) <= Expect::MOST_SEARCHED;
            text.extend(Some(c).filter(|&c| fits && !crate::words::is_harmful(c)));
        }
        Key::Char(c) if c.is_ascii_alphanumeric() && text.len() < MOST_TYPED => text.push(c),
        _ => {}
    }
    Edited::Text(text)
}

/// What keys mean that came at once, if they are something to be typed up to Enter: the number of a question, words to
/// search for.
pub(super) fn typed_fast(expect: &Expect, entry: Option<String>, first: Key, rest: &[Key]) -> Option<Edited> {
    let (mut text, keys) = match (entry, first) {
        (Some(text), key) => (text, [&[key], rest].concat()),
        (None, Key::Char(c)) => (expect.entry(c)?, rest.to_vec()),
        (None, _) => return None,
    };
    for (at, &key) in keys.iter().enumerate() {
        match key {
            Key::Char(' ') if text.ends_with(' ') => {}
            Key::Char(c) if c.is_ascii_digit() || text.starts_with('/') => {
                if let Edited::Text(longer) = edit(text.clone(), key) {
                    text = longer;
                }
            }
            Key::Enter if at + 1 == keys.len() => return Some(Edited::Done(text)),
            _ => return None,
        }
    }
    Some(Edited::Text(text))
}
