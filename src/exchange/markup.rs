//! Markdown of other programs as plain text: the same as for HTML, in the signs of Markdown.

use super::html::{Plain, plain};
use crate::words::{Fences, Line};

/// Reads Markdown: emphasis and links lose their signs, code and lists stay as they are, images leave what is said of
/// them.
pub(crate) fn unmarked(text: &str) -> Plain {
    let mut read = Plain::default();
    let mut fences = Fences::default();
    let mut lines = vec![];
    for line in text.split('\n') {
        if fences.next(line) != Line::Words {
            lines.push(line.to_owned());
            continue;
        }
        let line = line.trim_end();
        let unheaded = line.trim_start_matches('#');
        let heading = unheaded.len() < line.len() && unheaded.starts_with(' ');
        lines.push(inline(if heading { unheaded.trim_start() } else { line }, &mut read.lost));
    }
    read.text = lines.join("\n");
    read
}

/// One line of Markdown without its signs.
pub(crate) fn inline(line: &str, lost: &mut Vec<&'static str>) -> String {
    let mut leave = |what: &'static str| {
        if !lost.contains(&what) {
            lost.push(what);
        }
    };
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    let mut formula = false;
    while let Some(c) = rest.chars().next() {
        let before = out.chars().next_back();
        let edge = before.is_none_or(|c| !c.is_alphanumeric());
        if c == '$' {
            formula = !formula && rest[1..].contains('$');
        }
        if formula {
            // What is between dollar signs is LaTeX.
        } else if let Some(escaped) = rest.strip_prefix('\\').and_then(|rest| rest.chars().next())
            && "\\`*_{}[]<>#+-.!|$&~=:\"'".contains(escaped)
        {
            out.push(escaped);
            rest = &rest[1 + escaped.len_utf8()..];
            continue;
        } else if let Some((words, after)) = rest.strip_prefix("![").and_then(link) {
            leave("images");
            if !words.trim().is_empty() {
                out.push('[');
                out.push_str(words);
                out.push(']');
            }
            rest = after;
            continue;
        } else if let Some((words, after)) = rest.strip_prefix('[').and_then(link) {
            leave("links");
            out.push_str(words);
            rest = after;
            continue;
        } else if let Some((sign, inner, after)) = emphasis(rest, edge) {
            if sign.starts_with('`') {
                out.push_str(inner);
            } else {
                leave("formatting");
                out.push_str(&inline(inner, &mut vec![]));
            }
            rest = after;
            continue;
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    if out.contains('<') || out.contains('&') {
        let read = plain(&out);
        read.lost.into_iter().for_each(leave);
        return read.text;
    }
    out
}

/// `words](address)`, and what comes behind it.
fn link(rest: &str) -> Option<(&str, &str)> {
    let (words, after) = rest.split_at_checked(rest.bytes().take(400).position(|byte| byte == b']')?)?;
    let address = after.strip_prefix("](")?;
    let end = address.bytes().take(2_000).position(|byte| byte == b')')?;
    Some((words, &address[end + 1..]))
}

/// The sign, the text between two of it, and what comes behind.
fn emphasis(rest: &str, edge: bool) -> Option<(&'static str, &str, &str)> {
    const SIGNS: [&str; 10] = ["***", "**", "__", "~~", "==", "```", "``", "`", "*", "_"];
    let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign))?;
    let body = &rest[sign.len()..];
    let near = &body[..body.floor_char_boundary(2_000)];
    let end = near.find(sign).filter(|&end| end > 0)?;
    let inner = &body[..end];
    let after = &body[end + sign.len()..];
    let tight = !inner.starts_with(char::is_whitespace) && !inner.ends_with(char::is_whitespace);
    // `snake_case_names` and `2 * 3 * 4` mean what they say.
    let word = sign.starts_with('_') && (!edge || after.starts_with(char::is_alphanumeric));
    (tight && !word).then_some((sign, inner, after))
}

#[cfg(test)]
mod tests {
    use super::unmarked;

    #[test]
    fn signs_go_and_what_they_stand_around_stays() {
        for (markdown, text) in [
            ("**Who** opens *the* `gate`?", "Who opens the gate?"),
            ("## Who?", "Who?"),
            ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
            ("1\\. x \\*y\\*", "1. x *y*"),
            ("![the plan](a.png) of [the hall](https://example.org/x_y)", "[the plan] of the hall"),
            ("$a_1*b_1*c$ and $5", "$a_1*b_1*c$ and $5"),
            ("10<sup>3</sup> &amp; H<sub>2</sub>O", "10³ & H₂O"),
            ("```\n**x**\n```", "```\n**x**\n```"),
            ("```x``` and **y**\n**z**", "x and y\nz"),
            ("**not closed", "**not closed"),
        ] {
            assert_eq!(unmarked(markdown).text, text);
        }
        assert_eq!(unmarked("![x](y) **z**").lost, ["images", "formatting"]);
    }
}
