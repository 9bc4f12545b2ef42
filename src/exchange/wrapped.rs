//! Lines as people break them: where a text was only too long for a line, and where a line means something.

use crate::words::{Fences, Line};

/// Text typed over several lines, with `\n` only where the break means something: behind the end of a sentence, before
/// an item of a list, before and in indented lines and code.
pub(crate) fn unwrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fences = Fences::default();
    let mut before: Option<&str> = None;
    for line in text.lines() {
        let told = fences.next(line);
        let kept = if told == Line::Words { line.trim() } else { line.trim_end() };
        if let Some(before) = before {
            match (told != Line::Words || is_break(before, line), glued(before, kept)) {
                (true, _) => out.push('\n'),
                (false, false) => out.push(' '),
                (false, true) => {}
            }
        }
        out.push_str(kept);
        before = Some(if told == Line::Fence { "" } else { line });
    }
    out
}

fn is_break(before: &str, line: &str) -> bool {
    let end = before.trim_end().chars().next_back();
    end.is_none_or(|c| ".!?:;。！？：；…".contains(c)) || line.trim().is_empty() || is_item(line.trim_start())
}

/// Whether a line is one of a list: `- x`, `1. x`, `(a) x`, `I. x`.
fn is_item(line: &str) -> bool {
    if let Some(rest) = line.strip_prefix(['-', '*', '+', '•', '–', '·', '▪', '◦']) {
        return rest.starts_with([' ', '\t']);
    }
    let bare = line.trim_start_matches('(');
    let label: String = bare.chars().take_while(|c| c.is_alphanumeric()).collect();
    let short = label.chars().all(|c| c.is_ascii_digit()) && label.len() <= 2
        || label.chars().count() == 1
        || label.len() <= 4 && label.chars().all(|c| "IVXivx".contains(c));
    let rest = &bare[label.len()..];
    !label.is_empty()
        && short
        && rest.starts_with([')', '.', '、'])
        && rest.chars().nth(1).is_none_or(char::is_whitespace)
}

/// Scripts that put no blank between words need none where a line was broken.
fn glued(before: &str, line: &str) -> bool {
    let wide =
        |c: char| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    before.trim_end().chars().next_back().is_some_and(wide) && line.chars().next().is_some_and(wide)
}

#[cfg(test)]
mod tests {
    use super::unwrapped;

    #[test]
    fn a_line_that_was_only_too_long_goes_on() {
        for (typed, meant) in [
            ("Who is buried in Grant's\n  tomb?", "Who is buried in Grant's tomb?"),
            ("Who may:\n1. open\n2. shut", "Who may:\n1. open\n2. shut"),
            ("First.\nSecond line\nof it.", "First.\nSecond line of it."),
            ("看守\n大门", "看守大门"),
            ("```x``` is what\n  kind of sign?", "```x``` is what kind of sign?"),
            (
                "What is it?\n```\nif x:\n    y\n```\nthen\nwhat",
                "What is it?\n```\nif x:\n    y\n```\nthen what",
            ),
        ] {
            assert_eq!(unwrapped(typed), meant);
        }
    }
}
