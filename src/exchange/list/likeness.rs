//! How much a text looks like a list of questions.

use super::line::{Kind, kind};
use super::read::lines;
use super::strict::strict;
use crate::exchange::intake::decode;

/// Looked at of a file.
const LOOKED_AT: usize = 32_768;

pub(in crate::exchange) fn likeness(bytes: &[u8]) -> u8 {
    let near = &bytes[..bytes.len().min(LOOKED_AT)];
    if near.starts_with(b"PK") || near.contains(&0) {
        return 0;
    }
    let text = decode(near).text;
    if text.trim_start().starts_with(['<', '{', '$'])
        || text.trim_start().starts_with("[{")
        || text.trim_start().starts_with("[[")
    {
        return 0;
    }
    let (mut answers, mut options, mut firsts, mut marks, mut numbers, mut bullets) = (0, 0, 0, 0, 0, 0);
    for line in lines(&text) {
        match kind(&line) {
            Kind::Answer(_) => answers += 1,
            Kind::Lettered(letter, mark, _) => {
                options += 1;
                firsts += usize::from(letter.index == 0);
                marks += usize::from(mark.right || mark.bold || mark.word);
            }
            Kind::Bulleted(bullet, mark, _) => {
                bullets += 1;
                marks += usize::from(bullet.is_box || mark.bold || mark.right || mark.word);
            }
            Kind::Numbered(..) => numbers += 1,
            _ => {}
        }
    }
    let enough = options > 1 && firsts > 0;
    match (enough, answers > 0, marks + numbers > 0) {
        // More than a table that happens to stand in a list, or an answer key in one.
        (true, true, _) if firsts > 1 && options >= 2 * firsts => 93,
        (true, true, _) => 88,
        (true, false, true) => 70,
        (true, ..) => 30,
        (false, true, _) if bullets > 1 || numbers > 0 => 65,
        (false, false, _) if bullets > 1 && marks > 0 => 60,
        (false, false, _) if options > 0 && numbers > 0 => 40,
        _ => 0,
    }
}

/// Whether the beginning of a text is Aiken in its strict form.
pub(in crate::exchange) fn is_strict(bytes: &[u8]) -> bool {
    let near = &bytes[..bytes.len().min(LOOKED_AT)];
    let text = decode(near).text;
    let mut typed = lines(&text);
    // What was cut off is not looked at.
    let last = typed.iter().rposition(|line| line.text.trim().starts_with("ANSWER: "));
    typed.truncate(last.map_or(0, |last| last + 1));
    strict(&typed).is_some()
}
