//! A GIFT file in blocks, and one block in its parts: escapes are honored, nothing is decoded yet.

use std::ops::Range;

/// What may stand between `[` and `]` at the start of a text: how it is to be read.
pub(super) const TEXT_FORMATS: [&str; 4] = ["html", "moodle", "plain", "markdown"];

/// The lines between two blank lines.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// From its first line that is no comment.
    pub(super) span: Range<usize>,
    /// The comment lines, joined.
    pub(super) comments: String,
    /// The path after `$CATEGORY:`, where there is one.
    pub(super) category: Option<String>,
    /// Everything else.
    pub(super) text: String,
}

/// Splits a file at its blank lines, and behind the braces of a question where another one begins in the next line. A
/// blank line between the options of a question does not split it.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = vec![Block::default()];
    let mut at = 0;
    let mut blank = false;
    // Whether a `{` waits for its `}`.
    let mut open = false;
    // Whether the braces of the question are closed.
    let mut done = false;
    for line in text.split_inclusive('\n') {
        let (start, content) = (at, line.trim());
        at += line.len();
        if content.is_empty() {
            blank = true;
            continue;
        }
        let next = done
            && (["::", "//", "$CATEGORY:"].iter().any(|mark| content.starts_with(mark))
                || asks(&text[start..]));
        if next || blank && !(open && content.starts_with(['=', '~', '#', '}'])) {
            blocks.push(Block::default());
            (open, done) = (false, false);
        }
        blank = false;
        let last = blocks.len() - 1;
        let block = &mut blocks[last];
        if let Some(comment) = content.strip_prefix("//") {
            block.comments.push_str(comment);
            block.comments.push('\n');
            continue;
        }
        let lead = line.len() - line.trim_start().len();
        if block.span.is_empty() {
            block.span = start + lead..start + lead;
        }
        block.span.end = start + line.trim_end().len();
        if let Some(path) = content.strip_prefix("$CATEGORY:") {
            block.category = Some(path.trim().to_owned());
            continue;
        }
        block.text.push_str(line.trim_end_matches(['\r', '\n']));
        block.text.push('\n');
        open = match (rfind(content, '{'), rfind(content, '}')) {
            (None, None) => open,
            (opened, closed) => opened > closed,
        };
        done = !open && (done || rfind(content, '}').is_some());
    }
    blocks.retain(|block| !block.span.is_empty());
    blocks
}

/// Whether these lines ask something of their own before the next blank one: they open braces. What goes on with a
/// question behind its answers does not.
fn asks(text: &str) -> bool {
    const FAR: usize = 4_000;
    let near = &text[..text.floor_char_boundary(FAR)];
    let lines =
        near.lines().take_while(|line| !line.trim().is_empty() && !line.trim_start().starts_with("::"));
    lines.map(|line| (find(line, "{"), find(line, "}"))).find_map(|braces| match braces {
        (None, None) => None,
        (Some(open), Some(close)) => Some(open < close),
        (open, _) => Some(open.is_some()),
    }) == Some(true)
}

/// The last place of a mark that is not escaped.
fn rfind(text: &str, mark: char) -> Option<usize> {
    unescaped(text).filter(|(_, c)| *c == mark).last().map(|(at, _)| at)
}

/// The characters that no backslash stands before.
fn unescaped(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut escaped = false;
    text.char_indices().filter(move |(_, c)| {
        let plain = !escaped;
        escaped = plain && *c == '\\';
        plain && *c != '\\'
    })
}

/// The place of a mark that is not escaped.
pub(super) fn find(text: &str, mark: &str) -> Option<usize> {
    unescaped(text).map(|(at, _)| at).find(|&at| text[at..].starts_with(mark))
}

/// The parts of a text between marks that are not escaped.
pub(super) fn split<'t>(text: &'t str, mark: &str) -> Vec<&'t str> {
    let mut parts = vec![];
    let mut rest = text;
    while let Some(at) = find(rest, mark) {
        parts.push(&rest[..at]);
        rest = &rest[at + mark.len()..];
    }
    parts.push(rest);
    parts
}

/// The name, the text around the braces, and what is in them.
#[derive(Debug, PartialEq)]
pub(super) struct Parsed<'t> {
    pub(super) name: &'t str,
    pub(super) before: &'t str,
    pub(super) answers: &'t str,
    pub(super) after: &'t str,
}

pub(super) fn parse(text: &str) -> Result<Parsed<'_>, &'static str> {
    let text = text.trim();
    let (name, rest) = match text.strip_prefix("::") {
        Some(named) => {
            let end = find(named, "::").ok_or("the name is not closed by `::`")?;
            (named[..end].trim(), named[end + 2..].trim())
        }
        None => ("", text),
    };
    let open = find(rest, "{")
        .ok_or("it has no answers in braces: a text, or a question cut in two by a blank line")?;
    let inside = &rest[open + 1..];
    let close = find(inside, "}").ok_or("its `{` is never closed")?;
    let (answers, after) = (&inside[..close], &inside[close + 1..]);
    if find(answers, "{").is_some() {
        return Err("a `{` stands inside the braces; write `\\{` where it is meant as a character");
    }
    if find(after, "{").is_some() || find(after, "}").is_some() {
        return Err(
            "there are more braces after the answers; write `\\{` and `\\}` where they are meant as characters",
        );
    }
    Ok(Parsed { name, before: &rest[..open], answers, after: after.trim() })
}

/// An answer with its mark.
#[derive(Debug, PartialEq)]
pub(super) struct Answer<'t> {
    pub(super) equal: bool,
    /// In percent, where one is given.
    pub(super) weight: Option<f64>,
    pub(super) text: &'t str,
    pub(super) feedback: &'t str,
}

/// Parts what is in the braces into answers and the general feedback.
pub(super) fn answers(text: &str) -> (Vec<Answer<'_>>, &str) {
    let (text, general) = match find(text, "####") {
        Some(at) => (&text[..at], &text[at + 4..]),
        None => (text, ""),
    };
    let mut answers = vec![];
    let mut rest = text.trim_start();
    // More than a question may have are not gone through: the intake refuses it anyway.
    while let Some(equal) = rest.chars().next().map(|mark| mark == '=').filter(|_| answers.len() < 100) {
        // `~=` is what Moodle makes of `=` inside, and some write it so.
        let both = !equal && rest[1..].starts_with('=');
        let (equal, body) = (equal || both, &rest[1 + usize::from(both)..]);
        let end = unescaped(body).find(|(_, c)| "=~".contains(*c)).map_or(body.len(), |(at, _)| at);
        answers.push(answer(equal, &body[..end]));
        rest = &body[end..];
    }
    (answers, general.trim())
}

fn answer(equal: bool, body: &str) -> Answer<'_> {
    let mut body = body.trim();
    let mut weight = None;
    if let Some(rest) = body.strip_prefix('%')
        && let Some((number, after)) = rest.split_once('%')
        && let Ok(number) = number.trim().parse::<f64>()
        && (-100.0..=100.0).contains(&number)
    {
        weight = Some(number);
        body = after.trim_start();
    }
    let (text, feedback) = match find(body, "#") {
        Some(at) => (body[..at].trim_end(), body[at + 1..].trim()),
        None => (body, ""),
    };
    Answer { equal, weight, text, feedback }
}

/// The values of `[key:...]` in the comments; `\]` stands for `]`.
pub(super) fn marks(comments: &str, key: &str) -> Vec<String> {
    let needle = format!("[{key}:");
    let mut found = vec![];
    let mut rest = comments;
    while let Some(at) = rest.find(&needle) {
        let value = &rest[at + needle.len()..];
        let mut before = ' ';
        let end = value.char_indices().find(|&(_, c)| {
            let ends = c == '\n' || (c == ']' && before != '\\');
            before = c;
            ends
        });
        match end {
            Some((end, ']')) => {
                found.push(value[..end].replace("\\]", "]"));
                rest = &value[end..];
            }
            // Nothing that begins later in this line is closed either.
            Some((end, _)) => rest = &value[end..],
            None => break,
        }
    }
    found
}
