//! Code in a text: what stands between two lines of three backticks keeps its line breaks and its blanks.

/// The line before and after code.
pub(crate) const FENCE: &str = "```";

/// A part of a text as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block<'t> {
    Paragraph(&'t str),
    /// Its lines, with the blanks before them.
    Code(Vec<&'t str>),
}

/// The paragraphs and the code of a text as it is kept, in which `\n` parts paragraphs and the lines of code.
pub(crate) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = vec![];
    let mut lines = text.split('\n');
    while let Some(line) = lines.next() {
        if begins(line, lines.clone()) {
            blocks.push(Block::Code(lines.by_ref().take_while(|line| !closes(line)).collect()));
        } else {
            blocks.push(Block::Paragraph(line));
        }
    }
    blocks
}

/// Whether a text holds code.
pub(crate) fn has_code(text: &str) -> bool {
    text.contains(FENCE) && blocks(text).iter().any(|block| matches!(block, Block::Code(_)))
}

/// Whether a line begins code: it opens some, and something follows. A fence behind which nothing comes is a word.
pub(super) fn begins<'t>(line: &str, mut following: impl Iterator<Item = &'t str>) -> bool {
    opens(line) && following.any(|line| !line.trim().is_empty())
}

/// Whether code may follow a line: nothing but the fence and the name of a language.
pub(crate) fn opens(line: &str) -> bool {
    line.trim_start().strip_prefix(FENCE).is_some_and(|rest| {
        let name = rest.trim();
        name.chars().all(|c| c.is_alphanumeric() || "+-#.".contains(c))
    })
}

pub(crate) fn closes(line: &str) -> bool {
    line.trim() == FENCE
}

/// Tells line by line what is code, for texts that are not yet as they are kept.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fences {
    open: bool,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    Words,
    /// It stands before or after code.
    Fence,
    Code,
}

impl Fences {
    /// Whether the next line is code, or ends it.
    pub(crate) fn are_open(self) -> bool {
        self.open
    }

    /// What the next line is.
    pub(crate) fn next(&mut self, line: &str) -> Line {
        let is_fence = if self.open { closes(line) } else { opens(line) };
        self.open = self.open != is_fence;
        match (is_fence, self.open) {
            (true, _) => Line::Fence,
            (false, true) => Line::Code,
            (false, false) => Line::Words,
        }
    }
}

/// The lines of code as they are kept: tabs as four blanks, nothing at the end of a line, no blanks before all of them,
/// no empty lines around them.
pub(super) fn straightened(lines: &[&str]) -> Vec<String> {
    let lines: Vec<String> =
        lines.iter().map(|line| line.replace('\t', "    ").trim_end().to_owned()).collect();
    let indent = |line: &String| line.len() - line.trim_start_matches(' ').len();
    let common = lines.iter().filter(|line| !line.is_empty()).map(indent).min().unwrap_or(0);
    let cut: Vec<String> =
        lines.iter().map(|line| line.get(common..).unwrap_or_default().to_owned()).collect();
    let first = cut.iter().position(|line| !line.is_empty()).unwrap_or(cut.len());
    let last = cut.iter().rposition(|line| !line.is_empty()).map_or(first, |last| last + 1);
    cut[first..last].to_vec()
}
