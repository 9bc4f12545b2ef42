//! Wrapping by display width: the one place that knows how.

use textwrap::{Options, WordSeparator, WordSplitter};

/// Wraps a text at a width; paragraphs stay apart.
pub(crate) fn wrap(text: &str, width: usize) -> String {
    hang("", "", text, width)
}

/// Wraps a text with one indent before its first line and another before the others.
pub(crate) fn hang(first: &str, other: &str, text: &str, width: usize) -> String {
    // Broken in the middle only where a word is longer than a line; never at a hyphen, so that a name stays whole.
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(other)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation);
    let mut lines = vec![];
    for (at, paragraph) in text.split('\n').enumerate() {
        let options = if at == 0 { options.clone() } else { options.clone().initial_indent(other) };
        lines.extend(textwrap::wrap(paragraph, options));
    }
    lines.join("\n")
}

/// Wraps a text between its words only: a path in it is left in one piece, to be copied.
pub(crate) fn wrap_whole(text: &str, width: usize) -> String {
    let options = Options::new(width)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    let rows = text.split('\n').flat_map(|row| textwrap::wrap(row, options.clone()));
    rows.collect::<Vec<_>>().join("\n")
}
