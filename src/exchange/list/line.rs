//! What a line of a list is, as far as it can be told from the line alone.

use std::ops::Range;

use super::answer::{answer_line, bare};
use super::label::{Bullet, Letter, Number, bullet, lettered, named_option, numbered};
use crate::exchange::intake::{Word, fold, means};
use crate::words::opens;

/// A line as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) struct Typed<'t> {
    pub(in crate::exchange) text: &'t str,
    pub(in crate::exchange) span: Range<usize>,
    /// All of it is bold, or in another color than the rest: what a document says that a text cannot.
    pub(in crate::exchange) stands_out: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Blank,
    /// Three backticks: code begins or ends.
    Fence,
    Numbered(Number, String),
    /// An option with a letter.
    Lettered(Letter, Mark, String),
    /// A bullet or a box; an option where nothing else is one.
    Bulleted(Bullet, Mark, String),
    Answer(String),
    Explanation(String),
    Source(String),
    /// `... feedback` on what stands before it.
    Remark(String),
    /// `~ `, `+ ` or `@ `: what is said after a right or a wrong answer.
    Feedback(bool, String),
    /// `Title: ...`, `Points: ...`: its name in lower case, its value.
    Setting(Setting, String),
    Heading(String),
    /// A line that only structures a file, or that its author does not want to be read.
    Structure(String),
    Text(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    QuizTitle,
    QuizDescription,
    Title,
    Topic,
    Points,
    Difficulty,
    Hint,
    TextTitle,
    Text,
    /// How a quiz is played.
    Play,
}

/// How an option is marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// `*b)`, `✓`, `(correct)`, `[x]`
    pub(super) right: bool,
    /// All of it is bold or stands out.
    pub(super) bold: bool,
    /// A word in parentheses at its end says that it is right, or is part of what it says.
    pub(super) word: bool,
}

/// A text without the word in parentheses at its end.
pub(super) fn without_word(text: &str) -> &str {
    text.rfind(['(', '（', '[']).map_or(text, |at| text[..at].trim_end())
}

const SETTINGS: &[(&str, Setting)] = &[
    ("quiz title", Setting::QuizTitle),
    ("quiz description", Setting::QuizDescription),
    ("title", Setting::Title),
    ("id", Setting::Title),
    ("text title", Setting::TextTitle),
    ("text", Setting::Text),
    ("difficulty", Setting::Difficulty),
    ("level", Setting::Difficulty),
    ("hint", Setting::Hint),
    ("tip", Setting::Hint),
    ("tipp", Setting::Hint),
    ("pista", Setting::Hint),
    ("indice", Setting::Hint),
    ("подсказка", Setting::Hint),
    ("提示", Setting::Hint),
    ("type", Setting::Play),
    ("pick", Setting::Play),
    ("points per question", Setting::Play),
    ("shuffle answers", Setting::Play),
    ("show correct answers", Setting::Play),
    ("one question at a time", Setting::Play),
    ("can't go back", Setting::Play),
    ("feedback is solution", Setting::Play),
    ("solutions sample groups", Setting::Play),
    ("solutions randomize groups", Setting::Play),
];

const STRUCTURE: &[&str] =
    &["GROUP", "END_GROUP", "[quiz]", "%%", "---", "***", "___", "<details>", "</details>", "</summary>"];

pub(super) fn kind(typed: &Typed<'_>) -> Kind {
    let text = typed.text.trim().trim_start_matches('\u{feff}');
    let bold = typed.stands_out;
    if text.is_empty() {
        return Kind::Blank;
    }
    if STRUCTURE.contains(&text) || text.len() > 3 && text.chars().all(|c| "-=_*~ ".contains(c)) {
        return Kind::Structure(text.to_owned());
    }
    if opens(text) {
        return Kind::Fence;
    }
    if let Some(rest) = text.strip_prefix("...").filter(|rest| rest.starts_with([' ', '\t'])) {
        return Kind::Remark(rest.trim().to_owned());
    }
    for (mark, right) in [("~ ", true), ("@ ", false)] {
        if let Some(rest) = text.strip_prefix(mark) {
            return Kind::Feedback(right, rest.trim().to_owned());
        }
    }
    if let Some(found) = named_line(text) {
        return found;
    }
    if let Some(found) = option(text, bold) {
        return found;
    }
    let heading = text.starts_with('#') && text.trim_start_matches('#').starts_with(' ');
    let plain_text = bare(text);
    let inner = if heading || text.starts_with("**") || text.starts_with('>') { plain_text } else { text };
    if let Some((number, rest)) = numbered(inner) {
        // `**1.** Who?`, `**Question 1:** Who?`
        return Kind::Numbered(number, rest.trim_start_matches("**").trim().to_owned());
    }
    if heading {
        return Kind::Heading(plain_text.to_owned());
    }
    match bullet(text) {
        Some((bullet, rest)) => {
            let (mark, rest) = marked(rest, Mark { right: bullet.marked, bold, word: false });
            Kind::Bulleted(bullet, mark, rest)
        }
        None => Kind::Text(text.to_owned()),
    }
}

/// Whether a line is nothing but text.
pub(in crate::exchange) fn is_plain(text: &str) -> bool {
    matches!(kind(&Typed { text, span: 0..text.len(), stands_out: false }), Kind::Text(_))
}

/// Lines of a name, a colon and a value.
fn named_line(text: &str) -> Option<Kind> {
    if let Some(value) = answer_line(text) {
        return Some(Kind::Answer(value.to_owned()));
    }
    let text = bare(text);
    let (name, value) = match text.strip_prefix('【') {
        Some(rest) => rest.split_once('】')?,
        None => match text.split_once([':', '：']) {
            Some(parts) => parts,
            // A heading of one word, such as "### Explanation".
            None if means(Word::Explanation, text)
                && !["note", "reason", "comment", "why"].contains(&fold(text).as_str()) =>
            {
                (text, "")
            }
            None => return None,
        },
    };
    let value = value.trim_start_matches(['：', ':']).trim().trim_start_matches("**").trim().to_owned();
    let name = name.trim_end_matches("**").trim().to_lowercase();
    if let Some((_, setting)) = SETTINGS.iter().find(|(known, _)| *known == name) {
        return Some(Kind::Setting(*setting, value));
    }
    let is = |word: Word| means(word, &name);
    Some(if is(Word::Explanation) {
        Kind::Explanation(value)
    } else if is(Word::Source) {
        Kind::Source(value)
    } else if is(Word::Topic) {
        Kind::Setting(Setting::Topic, value)
    } else if is(Word::Points) {
        Kind::Setting(Setting::Points, value)
    } else {
        return None;
    })
}

/// An option: a letter, with what may stand before it.
pub(super) fn option(text: &str, bold: bool) -> Option<Kind> {
    let mut mark = Mark { bold, ..Mark::default() };
    let mut rest = text;
    // `*b)`, `* b)`, `- b)`, `✓ b)`, `[x] b)`, `**b) text**`; a star with a blank may be a bullet and is told apart later.
    if let Some(inner) = rest.strip_prefix("**") {
        // `**a)** text` has a bold letter only.
        if let Some(whole) = inner.strip_suffix("**").filter(|whole| !whole.contains("**")) {
            mark.bold = true;
            rest = whole.trim();
        } else if let Some(at) = inner.find("**") {
            let joined = format!("{} {}", inner[..at].trim(), inner[at + 2..].trim());
            return lettered(joined.trim()).map(|(letter, rest)| {
                let (mark, rest) = marked(rest, mark);
                Kind::Lettered(letter, mark, rest)
            });
        }
    } else if let Some(inner) = rest.strip_prefix('*').filter(|inner| !inner.starts_with([' ', '*'])) {
        let (letter, rest) = lettered(inner.trim_start_matches('*'))?;
        let (mark, rest) = marked(rest, Mark { right: true, ..mark });
        return Some(Kind::Lettered(letter, mark, rest));
    } else if let Some((bullet, inner)) = bullet(rest) {
        if lettered(inner).is_some() || inner.starts_with("**") || inner.starts_with('*') {
            let Kind::Lettered(letter, inner_mark, text) = option(inner, bold)? else { return None };
            let mark = Mark { right: inner_mark.right || bullet.marked, ..inner_mark };
            return Some(Kind::Lettered(letter, mark, text));
        }
        return None;
    }
    let (letter, rest) = lettered(rest).or_else(|| named_option(rest))?;
    let (mark, rest) = marked(rest, mark);
    Some(Kind::Lettered(letter, mark, rest))
}

/// The text of an option without what marks it as right, in front of it, around it or behind it.
pub(super) fn marked(text: &str, mut mark: Mark) -> (Mark, String) {
    let mut text = text.trim();
    for sign in ["✓", "✔\u{fe0f}", "✔", "✅", "☑"] {
        if let Some(rest) = text.strip_prefix(sign).or(text.strip_suffix(sign)) {
            mark.right = true;
            text = rest.trim();
        }
    }
    for sign in ["❌", "✗", "✘"] {
        text = text.strip_prefix(sign).or(text.strip_suffix(sign)).unwrap_or(text).trim();
    }
    for (open, close) in [("**", "**"), ("__", "__"), ("==", "==")] {
        let whole = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        if let Some(inner) = whole.filter(|inner| !inner.contains(open) && !inner.is_empty()) {
            mark.bold = true;
            text = inner.trim();
        }
    }
    if let Some(rest) = text.strip_suffix([')', '）', ']'])
        && let Some(at) = rest.rfind(['(', '（', '['])
    {
        let word = &rest[at + rest[at..].chars().next().map_or(1, char::len_utf8)..];
        let before = rest[..at].trim();
        // It stays in the text: "Turn (right)" may mean what it says.
        mark.word = is_right(word) && !before.is_empty();
    }
    for sign in ["<-", "<--", "←", "<=", "⬅"] {
        if let Some((before, word)) = text.rsplit_once(sign)
            && is_right(word)
        {
            mark.right = true;
            text = before.trim_end_matches(['<', '-', ' ']);
        }
    }
    // `b) text *`
    if let Some(before) = text.strip_suffix(" *").filter(|before| !before.contains('*')) {
        mark.right = true;
        text = before.trim();
    }
    (mark, text.to_owned())
}

/// A word or a sign that says that an option is right.
fn is_right(word: &str) -> bool {
    ["✓", "✔", "✅", "☑", "*", "x", "X"].contains(&word.trim()) || means(Word::Right, word)
}
