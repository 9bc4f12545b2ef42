//! Code among the lines of a question: where it stands between backticks, and where only its blanks tell.

use crate::words::{FENCE, Fences, Line};

/// The lines of a text as one, with indented code between fences.
pub(super) fn with_code(lines: &[String]) -> String {
    let mut out: Vec<String> = vec![];
    let mut fences = Fences::default();
    let mut at = 0;
    while at < lines.len() {
        let told = fences.next(&lines[at]);
        let run = if told != Line::Words || at == 0 { 0 } else { run_of_code(&lines[at..]) };
        if run > 0 {
            out.push(FENCE.to_owned());
            out.extend(lines[at..at + run].iter().cloned());
            out.push(FENCE.to_owned());
        }
        if run == 0 {
            out.push(lines[at].clone());
        }
        at += run.max(1);
    }
    out.join("\n")
}

/// How many lines from the first on are set in and look like code rather than like words.
fn run_of_code(lines: &[String]) -> usize {
    let is_in = |line: &&String| line.starts_with("    ") || line.starts_with('\t');
    let run = lines.iter().take_while(is_in).count();
    let like_code = |line: &&String| {
        let line = line.trim();
        line.ends_with([';', '{', '}', ')', ':'])
            || line.contains(" = ")
            || line.contains("()")
            || line.contains("=>")
    };
    let code = lines[..run].iter().filter(like_code).count();
    let depths: Vec<usize> = lines[..run].iter().map(|line| line.len() - line.trim_start().len()).collect();
    let stepped = depths.iter().any(|depth| Some(depth) != depths.first());
    if run > 0 && code * 2 >= run && (stepped || code == run) { run } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::with_code;

    #[test]
    fn code_is_told_from_wrapped_words() {
        let lines = |text: &str| text.lines().map(ToOwned::to_owned).collect::<Vec<_>>();
        assert_eq!(
            with_code(&lines("What is printed?\n    for n in range(3):\n        print(n)\nThink.")),
            "What is printed?\n```\n    for n in range(3):\n        print(n)\n```\nThink."
        );
        for words in ["Who opens\n    the gate at night?", "What?\n```\nx\n```\ny"] {
            assert_eq!(with_code(&lines(words)), words);
        }
    }
}
