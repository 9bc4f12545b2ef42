//! An exam, from what is said before it to its result, as text of data and a width.

mod overview;
mod question;
mod result;
mod start;

#[cfg(test)]
mod tests;

pub(crate) use overview::{overview, overview_help, overview_prompt, sure, sure_prompt};
pub(crate) use question::{again, help, page, prompt, question};
pub(crate) use result::{ResultView, paused, result};
pub(crate) use start::{figures, start};

pub(crate) use crate::terminal::reply::letters;

use crate::exam::face;
use crate::progress::Millis;

/// What the prompts of an exam are made of besides the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PromptView {
    /// Single keys are read.
    pub(crate) keys: bool,
    /// Time left, where a clock is shown.
    pub(crate) left: Option<Millis>,
}

impl PromptView {
    /// The clock before a prompt.
    fn clock(self) -> String {
        self.left.map_or_else(String::new, |left| format!("[{} left] ", face(left)))
    }
}

/// `1 question`, `2 questions`.
pub(crate) fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// `1 hour 15 minutes`, `41 minutes`, `50 seconds`: as exact as matters.
pub(crate) fn span(millis: u64) -> String {
    let seconds = (millis + 500) / 1_000;
    let unit = |n: u64, noun: &str| (n > 0).then(|| count(n as usize, noun));
    let parts = match seconds {
        0..60 => return count(seconds as usize, "second"),
        60..600 => [unit(seconds / 60, "minute"), unit(seconds % 60, "second")],
        _ => [unit(seconds / 3_600, "hour"), unit(seconds % 3_600 / 60, "minute")],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// In whole percent, a half rounded up.
pub(crate) fn percent(part: usize, whole: usize) -> usize {
    crate::progress::percent(part, whole).unwrap_or(0)
}

/// Numbers as a person counts questions, three or more in a row as one: `3, 9-12 and 17`.
pub(crate) fn numbers(places: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = vec![];
    for number in places.iter().map(|place| place + 1) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let names: Vec<String> = runs
        .into_iter()
        .flat_map(|(first, last)| match last - first {
            0 => vec![first.to_string()],
            1 => vec![first.to_string(), last.to_string()],
            _ => vec![format!("{first}-{last}")],
        })
        .collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
