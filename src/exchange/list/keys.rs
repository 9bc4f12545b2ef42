//! Answer keys: their entries given to the questions that they are about.

use std::ops::Range;

use super::block::{Block, Entry};

/// Gives each entry to its question; returns the entries that are about none or about several.
pub(super) fn keyed(blocks: &mut [Block], keys: &[Entry]) -> Vec<(Range<usize>, String)> {
    let mut problems = vec![];
    let mut borders: Vec<usize> = keys.iter().map(|entry| entry.before).collect();
    borders.dedup();
    let mut from = 0;
    for border in borders {
        let of_border: Vec<&Entry> = keys.iter().filter(|entry| entry.before == border).collect();
        let part = from.min(border)..border.min(blocks.len());
        from = border;
        let waiting: Vec<usize> = part.clone().filter(|&at| waits(&blocks[at])).collect();
        let numbered = waiting.iter().any(|&at| blocks[at].number.is_some());
        // Where no question has a number, the order tells.
        let by_order = !numbered && waiting.len() == of_border.len();
        for (place, entry) in of_border.into_iter().enumerate() {
            let same = |at: &usize| blocks[*at].number == Some(entry.number) && waits(&blocks[*at]);
            let mut found: Vec<usize> =
                if by_order { vec![waiting[place]] } else { part.clone().filter(same).collect() };
            if found.is_empty() {
                found = (0..part.end).filter(same).collect();
            }
            match found[..] {
                [at] => blocks[at].answer = Some((entry.value.clone(), entry.span.clone())),
                [] => {
                    let reason = format!(
                        "no question before this has the number {} and waits for an answer",
                        entry.number
                    );
                    problems.push((entry.span.clone(), reason));
                }
                _ => problems.push((
                    entry.span.clone(),
                    format!("several questions have the number {}", entry.number),
                )),
            }
        }
    }
    problems
}

fn waits(block: &Block) -> bool {
    block.answer.is_none() && !block.is_marked()
}
