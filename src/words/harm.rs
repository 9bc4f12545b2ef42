//! Characters that could do harm where a text is shown, and those of them that people who write from right to left need:
//! the marks of direction stay in a line that has letters of that direction, and in no other.

/// Whether a character could move a cursor, hide text or turn its direction: controls (C0, C1, delete), the marks of
/// bidirectional text, separators that some terminals take for a new line, format characters that nobody types; or is
/// none at all and may stand in no XML document.
pub(crate) fn is_harmful(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{180e}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}')
}

/// Left-to-right mark, right-to-left mark, Arabic letter mark: they have no width and end with the letter beside them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// A letter of Hebrew, Arabic, Syriac, Thaana, N'Ko and what is written like them.
fn is_from_the_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{61b}' | '\u{61d}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Says of each character of a text whether it is harmful there.
pub(super) fn judged(text: &str) -> impl Iterator<Item = (char, bool)> {
    text.split_inclusive('\n').flat_map(|line| {
        let needs_marks = line.contains(is_from_the_right);
        line.chars().map(move |c| (c, is_harmful(c) && !(needs_marks && is_mark(c))))
    })
}

/// The first character of a text that is harmful where it stands.
pub(crate) fn first_harmful(text: &str) -> Option<char> {
    judged(text).find(|(c, harmful)| *harmful && *c != '\r').map(|(c, _)| c)
}
