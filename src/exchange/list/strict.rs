//! Aiken as its strictest readers want it: a line for the question, a line for each option, `ANSWER: B`. Nothing in such a
//! file means anything else.

use super::block::{Block, Choice};
use super::label::Letter;
use super::line::{Mark, Typed};

/// The questions of a file that is Aiken and nothing else.
pub(super) fn strict(typed: &[Typed<'_>]) -> Option<Vec<Block>> {
    let mut blocks = vec![];
    let mut block = Block::default();
    for line in typed {
        let text = line.text.trim();
        let next = block.options.len();
        if text.is_empty() {
            // A blank line stands between questions only.
            if !block.is_fresh() {
                return None;
            }
        } else if block.is_fresh() {
            block.span = line.span.clone();
            block.stem.push(text.to_owned());
        } else if let Some(key) = text.strip_prefix("ANSWER: ").filter(|_| next > 1) {
            let index = key.bytes().next().filter(|byte| byte.is_ascii_uppercase() && key.len() == 1)?;
            block.options.get(usize::from(index - b'A'))?;
            block.answer = Some((key.to_owned(), line.span.clone()));
            block.span.end = line.span.end;
            blocks.push(std::mem::take(&mut block));
        } else {
            let letter = char::from(b'A' + u8::try_from(next).ok().filter(|next| *next < 26)?);
            let rest = text.strip_prefix(letter)?;
            let (close, rest) = (rest.chars().next().filter(|close| ".)".contains(*close))?, rest.get(1..)?);
            let rest = rest.strip_prefix(' ')?;
            block.options.push(Choice {
                letter: Some(Letter { index: next, latin: None, style: (b'A', false, close) }),
                mark: Mark::default(),
                lines: vec![(rest.trim().to_owned(), line.span.clone())],
                ..Choice::default()
            });
        }
    }
    (block.is_fresh() && !blocks.is_empty()).then_some(blocks)
}
