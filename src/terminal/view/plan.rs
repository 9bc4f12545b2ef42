//! A study plan, and what can be done about it.

use super::next_steps::next_steps;
use crate::words::wrap;

/// Sentences, and commands with what they are good for.
pub(crate) fn plan(lines: &[String], choices: &[(String, String)], width: usize) -> String {
    let mut blocks: Vec<String> = lines.iter().map(|line| wrap(line, width)).collect();
    if !choices.is_empty() {
        blocks.push(String::new());
        blocks.push(next_steps(choices, width));
    }
    blocks.join("\n")
}
