//! Wrapping by display width: the one place that knows how.

use super::code::{Block, blocks};
use textwrap::core::display_width;
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
    let mut lines: Vec<String> = vec![];
    for block in blocks(text) {
        let lead = if lines.is_empty() { first } else { other };
        match block {
            Block::Paragraph(paragraph) => {
                let wrapped = textwrap::wrap(paragraph, options.clone().initial_indent(lead));
                lines.extend(wrapped.into_iter().map(std::borrow::Cow::into_owned));
            }
            Block::Code(code) => lines.extend(code_lines(lead, other, &code, width)),
        }
    }
    lines.join("\n")
}

/// Lines of code one by one, set in a little; one that is wider than the window goes on below, further in.
fn code_lines(first: &str, other: &str, code: &[&str], width: usize) -> Vec<String> {
    const IN: &str = "    ";
    let mut lines = vec![];
    for (at, line) in code.iter().enumerate() {
        let lead = format!("{}{IN}", if at == 0 { first } else { other });
        let blanks = " ".repeat(line.len() - line.trim_start().len());
        if line.is_empty() {
            lines.push(lead.trim_end().to_owned());
        } else if display_width(&lead) + display_width(line) <= width {
            lines.push(format!("{lead}{line}"));
        } else {
            let (lead, more) = (format!("{lead}{blanks}"), format!("{other}{IN}{blanks}{IN}"));
            let fits = display_width(&more) + 8 <= width;
            let options = Options::new(width)
                .initial_indent(if fits { &lead } else { "" })
                .subsequent_indent(if fits { &more } else { "" })
                .word_separator(WordSeparator::AsciiSpace)
                .word_splitter(WordSplitter::NoHyphenation);
            lines.extend(
                textwrap::wrap(line.trim_start(), options).into_iter().map(std::borrow::Cow::into_owned),
            );
        }
    }
    lines
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

/// Wraps a text that ends with a command to type, which is never broken: where it would be, it gets a row of its own.
pub(crate) fn wrap_command(text: &str, width: usize) -> String {
    let wrapped = wrap(text, width);
    let Some(at) = text.rfind("guardprep ") else { return wrapped };
    let (said, command) = text.split_at(at);
    if wrapped.ends_with(command) {
        return wrapped;
    }
    format!("{}\n  {command}", wrap(said.trim_end(), width))
}

/// The columns that a text takes up.
pub(crate) fn columns(text: &str) -> usize {
    display_width(text)
}

/// Fills up with blanks, or cuts with two dots, to exactly a number of columns.
pub(crate) fn fit(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return format!("{text}{}", " ".repeat(width - columns(text)));
    }
    let mut cut = String::new();
    for c in text.chars() {
        if columns(&cut) + columns(c.encode_utf8(&mut [0; 4])) + 2 > width {
            break;
        }
        cut.push(c);
    }
    let cut = format!("{}..", cut.trim_end());
    format!("{cut}{}", " ".repeat(width.saturating_sub(columns(&cut))))
}
