//! Places in a text: a range of bytes, and the line and column that a person or an editor looks for.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A text with the name under which a person knows it.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) text: Cow<'static, str>,
    /// What was counted at the start of each block; made when the first place is asked for. Without it each of ten
    /// thousand problems would count the lines of its file from the top.
    marks: OnceLock<Vec<Mark>>,
}

/// Where a block of the text begins.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    /// Line breaks before it.
    lines: usize,
    /// Characters before it.
    chars: usize,
    /// The byte at which the line begins that is open here.
    line_start: usize,
}

/// Bytes from one mark to the next.
const BLOCK: usize = 4096;

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.text) == (&other.name, &other.text)
    }
}

impl Eq for Source {}

impl Source {
    pub(crate) fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { name: name.into(), text: Cow::Owned(text.into()), marks: OnceLock::new() })
    }

    /// A text that is compiled in, and not copied.
    pub(crate) fn embedded(name: impl Into<String>, text: &'static str) -> Arc<Self> {
        Arc::new(Self { name: name.into(), text: Cow::Borrowed(text), marks: OnceLock::new() })
    }

    /// Line and column of a byte, both from 1; columns count characters.
    pub(crate) fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte);
        let here = self.mark(byte);
        (here.lines + 1, here.chars - self.mark(here.line_start).chars + 1)
    }

    /// The byte at which the line of a byte begins.
    pub(crate) fn line_start(&self, byte: usize) -> usize {
        self.mark(self.text.floor_char_boundary(byte)).line_start
    }

    /// How many line breaks there are.
    pub(crate) fn line_breaks(&self) -> usize {
        count(self.text.as_bytes(), |byte| byte == b'\n')
    }

    /// What is counted up to a byte that begins a character.
    fn mark(&self, byte: usize) -> Mark {
        let marks = self.marks.get_or_init(|| {
            let mut marks = vec![Mark::default()];
            let mut at = Mark::default();
            for (n, block) in self.text.as_bytes().chunks(BLOCK).enumerate() {
                at = at.after(block, n * BLOCK);
                marks.push(at);
            }
            marks
        });
        let block = byte / BLOCK;
        marks[block].after(&self.text.as_bytes()[block * BLOCK..byte], block * BLOCK)
    }
}

impl Mark {
    /// The mark behind some bytes that begin at `start`.
    fn after(self, bytes: &[u8], start: usize) -> Self {
        Self {
            lines: self.lines + count(bytes, |byte| byte == b'\n'),
            chars: self.chars + count(bytes, |byte| (byte as i8) >= -0x40),
            line_start: match bytes.iter().rposition(|byte| *byte == b'\n') {
                Some(at) => start + at + 1,
                None => self.line_start,
            },
        }
    }
}

/// How many bytes are such ones; short parts are counted in single bytes, which processors do many at a time.
fn count(bytes: &[u8], is_such: impl Fn(u8) -> bool) -> usize {
    bytes
        .chunks(128)
        .map(|part| usize::from(part.iter().map(|byte| u8::from(is_such(*byte))).sum::<u8>()))
        .sum()
}

/// A range of bytes in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) source: Arc<Source>,
    pub(crate) span: Range<usize>,
}

impl Place {
    pub(crate) fn new(source: &Arc<Source>, span: Range<usize>) -> Self {
        Self { source: Arc::clone(source), span }
    }

    /// `file:line:column`, the form that editors jump to.
    pub(crate) fn text(&self) -> String {
        let (line, column) = self.source.line_and_column(self.span.start);
        format!("{}:{line}:{column}", self.source.name)
    }
}
