//! When a question is flagged, by the number of students who were asked it.

use super::depth::Depth;
use super::figures::ItemFigures;
use super::flag::Flag;
use super::responses::Item;

/// A correlation below this is weak: from 100 students up taken as it is, below with the upper end of its interval.
const WEAK: f64 = 0.10;
const WEAK_BEYOND_DOUBT: f64 = 0.20;
/// A distractor that less than this share of the wrong answers went to is dead, given so many wrong answers.
const DEAD: f64 = 0.05;
const FEWEST_WRONG: usize = 20;
const EASY: f64 = 0.90;
const MANY_LEFT_OUT: f64 = 0.20;

pub(super) fn flags(item: &Item, figures: &ItemFigures) -> Vec<Flag> {
    let depth = figures.depth();
    let mut flags = vec![];
    if depth == Depth::Nothing {
        return flags;
    }
    match figures.right {
        _ if figures.blank == figures.asked => return vec![Flag::Unanswered],
        0 => flags.push(Flag::NobodyRight),
        right if right == figures.asked => return vec![Flag::EverybodyRight],
        _ if figures.facility > EASY => flags.push(Flag::Easy),
        _ => {}
    }
    if figures.blank as f64 >= MANY_LEFT_OUT * figures.asked as f64 {
        flags.push(Flag::LeftOut);
    }
    if depth >= Depth::Intervals && figures.common {
        let chosen: Vec<(usize, Option<f64>)> =
            figures.options.iter().map(|option| (option.chosen, option.correlation)).collect();
        flags.extend(suspected_key(item, &chosen).map(|option| Flag::WrongKey { option }));
    }
    // A wrong key makes the question look negative or weak: one word is enough.
    let is_suspect = flags.iter().any(|flag| matches!(flag, Flag::WrongKey { .. }));
    let upper = figures.discrimination_interval.map(|(_, upper)| upper);
    match (figures.discrimination, upper) {
        _ if is_suspect => {}
        (Some(r), _) if depth == Depth::Everything && r < 0.0 => flags.push(Flag::Negative),
        (Some(r), _) if depth == Depth::Everything && r < WEAK => flags.push(Flag::Weak),
        (Some(r), Some(upper)) if depth == Depth::Intervals && upper < WEAK_BEYOND_DOUBT => {
            flags.push(if upper < 0.0 && r < 0.0 { Flag::Negative } else { Flag::Weak });
        }
        _ => {}
    }
    if depth == Depth::Everything {
        let dead = dead_distractors(item, figures);
        if !dead.is_empty() {
            flags.push(Flag::DeadDistractors { options: dead });
        }
    }
    flags.sort();
    flags
}

/// The distractor (options are given by how many chose them and how that goes with the score) that the better students take for the key: it goes with the score by 0.10 and by 0.05 more than the
/// key does, and was chosen more often than the key.
pub(super) fn suspected_key(item: &Item, options: &[(usize, Option<f64>)]) -> Option<usize> {
    let key = item.only_key()?;
    let (by_key, of_key) = options.get(key)?;
    // A key that nobody chose goes with nothing.
    let least = of_key.unwrap_or(0.0) + 0.05;
    let r = |at: usize| options[at].1.unwrap_or(-1.0);
    let fits = |at: &usize| *at != key && r(*at) >= 0.10 && r(*at) > least && options[*at].0 > *by_key;
    (0..options.len()).filter(fits).max_by(|&a, &b| r(a).total_cmp(&r(b)))
}

fn dead_distractors(item: &Item, figures: &ItemFigures) -> Vec<usize> {
    // Those who left it out did not choose; they say nothing about distractors.
    let wrong = figures.asked - figures.right - figures.blank;
    if wrong < FEWEST_WRONG {
        return vec![];
    }
    let options = item.options.iter().zip(&figures.options).enumerate();
    options
        .filter(|(_, (option, figures))| !option.key && (figures.chosen as f64) < DEAD * wrong as f64)
        .map(|(at, _)| at)
        .collect()
}
