//! How a file answers, from all its answers.

use super::read::{Reading, reading};
use super::{Choice, Habit};
use crate::exchange::intake::short;

/// How a file answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) habit: Habit,
    /// Whether some answer could have been read another way, so that it is worth a word.
    pub(crate) telling: bool,
}

/// Why nobody can know how a file answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Undecided {
    pub(crate) habits: [Habit; 2],
    /// The number of an answer that the two read differently.
    pub(crate) row: usize,
    pub(crate) message: String,
    pub(crate) help: String,
}

/// What the answers of a file are. `numbered` says that the options have numbers from 1 in the file itself.
pub(crate) fn decide(answers: &[(String, Vec<Choice<'_>>)], numbered: bool) -> Result<Decision, Undecided> {
    let read = |habit: Habit| -> Vec<Option<Reading>> {
        answers.iter().map(|(answer, options)| reading(answer, options, habit).ok()).collect()
    };
    let all: Vec<(Habit, Vec<Option<Reading>>)> =
        Habit::ALL.iter().map(|&habit| (habit, read(habit))).collect();
    let strong = |readings: &[Option<Reading>]| {
        readings.iter().filter(|reading| matches!(reading, Some(Reading::Strong(_)))).count()
    };
    let best = all.iter().map(|(_, readings)| strong(readings)).max().unwrap_or(0);
    // What reads nearly as much is a rival: a file of which a tenth is broken either way tells nothing.
    let mut rivals: Vec<&(Habit, Vec<Option<Reading>>)> = all
        .iter()
        .filter(|(habit, readings)| {
            let count = strong(readings);
            let counts = matches!(habit, Habit::From1 | Habit::From0);
            count > 0 && (count == best || counts && only_here(readings, &all, *habit) * 4 > best)
        })
        .collect();
    // Options that have numbers are meant by their numbers, unless an answer says 0.
    rivals.retain(|(habit, readings)| {
        !numbered || *habit != Habit::From0 || only_here(readings, &all, Habit::From0) > 0
    });
    let Some((habit, readings)) = rivals.first().copied() else {
        return Ok(Decision { habit: Habit::Letters, telling: false });
    };
    for (other, others) in &rivals[1..] {
        if let Some(row) = differs(readings, others) {
            return Err(undecided([*habit, *other], row, answers));
        }
    }
    let counts = matches!(habit, Habit::From1 | Habit::From0);
    let telling =
        counts || all.iter().any(|(other, others)| other != habit && strong_difference(readings, others));
    Ok(Decision { habit: *habit, telling })
}

/// The answers that only this way of counting can read, and not the other one.
fn only_here(readings: &[Option<Reading>], all: &[(Habit, Vec<Option<Reading>>)], habit: Habit) -> usize {
    let twin = if habit == Habit::From1 { Habit::From0 } else { Habit::From1 };
    let Some((_, others)) = all.iter().find(|(other, _)| *other == twin) else { return 0 };
    readings.iter().zip(others).filter(|(mine, other)| mine.is_some() && other.is_none()).count()
}

fn numbers(reading: &Reading) -> &[usize] {
    match reading {
        Reading::Strong(numbers) | Reading::Weak(numbers) => numbers,
    }
}

/// The first answer of which two habits make different things.
fn differs(one: &[Option<Reading>], other: &[Option<Reading>]) -> Option<usize> {
    let mut pairs = one.iter().zip(other);
    pairs.position(|(one, other)| one.as_ref().map(numbers) != other.as_ref().map(numbers))
}

/// Whether another habit would have read an answer otherwise, and as well.
fn strong_difference(one: &[Option<Reading>], other: &[Option<Reading>]) -> bool {
    one.iter().zip(other).any(|(one, other)| match (one, other) {
        (Some(one), Some(Reading::Strong(others))) => numbers(one) != others.as_slice(),
        _ => false,
    })
}

fn undecided(habits: [Habit; 2], row: usize, answers: &[(String, Vec<Choice<'_>>)]) -> Undecided {
    let [one, other] = habits;
    let (answer, options) = &answers[row];
    let meant = |habit: Habit| {
        let numbers = super::read(answer, options, habit, false).unwrap_or_default();
        let texts = options.iter().filter(|(number, _)| numbers.contains(number));
        let texts: Vec<String> = texts.map(|(_, text)| format!("\"{}\"", short(text))).collect();
        if texts.is_empty() { String::from("no option") } else { texts.join(" and ") }
    };
    let message = format!(
        "the answers {} or {}; nothing in the file tells which: `{}` is {} or {}",
        one.in_words(),
        other.in_words(),
        short(answer),
        meant(one),
        meant(other)
    );
    let help = format!("say which: `--answers {}` or `--answers {}`", one.name(), other.name());
    Undecided { habits, row, message, help }
}
