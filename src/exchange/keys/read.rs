//! One answer, once it is known how its file answers.

use super::part::{labeled, parts, place};
use super::{Choice, Habit};
use crate::exchange::intake::{Word, fold, means, short, tidied};

/// How sure a reading is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// As the habit has it: evidence for it.
    Strong(Vec<usize>),
    /// Nothing else can be meant, whatever the habit.
    Weak(Vec<usize>),
}

/// The numbers of the right options. Where it is `known` what the program that wrote the file means, a letter or number
/// is one even if an option reads the same.
pub(crate) fn read(
    answer: &str,
    options: &[Choice<'_>],
    habit: Habit,
    known: bool,
) -> Result<Vec<usize>, String> {
    let there = |number: &usize| options.iter().any(|(other, _)| other == number);
    if let Some(numbers) = with_letters(answer, habit).filter(|numbers| known && numbers.iter().all(there)) {
        return Ok(sorted(numbers));
    }
    match reading(answer, options, habit)? {
        Reading::Strong(numbers) | Reading::Weak(numbers) => Ok(numbers),
    }
}

pub(super) fn reading(answer: &str, options: &[Choice<'_>], habit: Habit) -> Result<Reading, String> {
    let answer = tidied(answer);
    if answer.is_empty() {
        return Err(String::from("the answer is missing"));
    }
    let there = |number: usize| options.iter().any(|(other, _)| *other == number);
    let lettered = |habit: Habit| {
        with_letters(&answer, habit).map(|numbers| {
            let missing = numbers.iter().any(|&number| !there(number));
            if missing { None } else { Some(sorted(numbers)) }
        })
    };
    let one_sign = parts(&answer).len() == 1 && answer.chars().count() <= 2;
    let whole = with_text(&answer, options);
    match (habit, whole) {
        (Habit::Texts, Some(number)) => return Ok(Reading::Strong(vec![number])),
        // `A, B` may be the text of an option; one letter alone is what the habit says.
        (_, Some(number)) if !one_sign && with_letters(&answer, habit).is_none_or(|all| all.len() > 1) => {
            return Ok(Reading::Weak(vec![number]));
        }
        _ => {}
    }
    match lettered(habit) {
        Some(Some(numbers)) => return Ok(Reading::Strong(numbers)),
        Some(None) => {
            return Err(format!("the answer is `{}`, and there is no such option", short(&answer)));
        }
        None => {}
    }
    if let Some(found) = with_label(&answer, options, habit) {
        return found.map(|number| Reading::Strong(vec![number]));
    }
    if let Some(numbers) = with_texts(&answer, options) {
        let weak = habit != Habit::Texts;
        return Ok(if weak { Reading::Weak(numbers) } else { Reading::Strong(numbers) });
    }
    // A letter where the others are texts, and the other way round: only one thing can be meant by it.
    for other in [Habit::Letters, Habit::Cyrillic] {
        if let Some(Some(numbers)) = lettered(other) {
            return Ok(Reading::Weak(numbers));
        }
    }
    if let Some(number) = true_or_false(&answer, options) {
        return Ok(Reading::Weak(vec![number]));
    }
    match habit {
        Habit::Texts | Habit::Letters | Habit::Cyrillic if answer.parse::<usize>().is_ok() => Err(format!(
            "the answer is the number {answer}, where the answers of this file {}",
            habit.in_words()
        )),
        _ => Err(format!("the answer \"{}\" is none of the options", short(&answer))),
    }
}

fn sorted(mut numbers: Vec<usize>) -> Vec<usize> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Letters or numbers and nothing else; whether there are such options is not asked.
fn with_letters(answer: &str, habit: Habit) -> Option<Vec<usize>> {
    if let Some(place) = place(answer, habit) {
        return Some(vec![place]);
    }
    let parts = parts(answer);
    let places: Option<Vec<usize>> = parts.iter().map(|part| place(part, habit)).collect();
    if let Some(places) = places.filter(|places| !places.is_empty()) {
        return Some(places);
    }
    // Several letters with nothing between, such as `ACD`.
    let glued = answer.len() <= 16 && answer.chars().all(|c| c.is_alphabetic() && c.is_uppercase());
    let glued = glued && matches!(habit, Habit::Letters | Habit::Cyrillic);
    let ascending = |places: &Vec<usize>| places.windows(2).all(|pair| pair[0] < pair[1]);
    let places: Option<Vec<usize>> =
        answer.chars().map(|c| place(c.encode_utf8(&mut [0; 4]), habit)).collect();
    places.filter(ascending).filter(|_| glued)
}

/// The option that reads so. Of two that differ in case only, the one that is meant exactly.
fn with_text(text: &str, options: &[Choice<'_>]) -> Option<usize> {
    let text = tidied(text);
    let exactly = options.iter().find(|(_, other)| tidied(other) == text);
    let nearly = || {
        let plain = |text: &str| tidied(text).to_lowercase();
        options.iter().find(|(_, other)| plain(other) == plain(&text))
    };
    exactly.or_else(nearly).map(|(number, _)| *number)
}

/// Several texts: one a line, or parted by semicolons, bars or commas.
fn with_texts(answer: &str, options: &[Choice<'_>]) -> Option<Vec<usize>> {
    let split = |marks: &[char]| -> Option<Vec<usize>> {
        let parts = answer.split(marks).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|text| with_text(text, options)).collect()
    };
    let all = [&['\n'][..], &['|', '\n'], &[';', '；', '\n'], &[',', '，', '、', '\n']];
    all.into_iter().find_map(split).filter(|numbers| !numbers.is_empty()).map(sorted)
}

/// `B) text`: letter and text have to mean the same.
fn with_label(answer: &str, options: &[Choice<'_>], habit: Habit) -> Option<Result<usize, String>> {
    let (label, text) = labeled(answer)?;
    let meant = with_text(text, options)?;
    let habits =
        if habit == Habit::Texts { &[Habit::Letters, Habit::Cyrillic, Habit::From1][..] } else { &[habit] };
    let places: Vec<usize> = habits.iter().filter_map(|habit| place(label, *habit)).collect();
    match places.contains(&meant) {
        true => Some(Ok(meant)),
        false if places.is_empty() => None,
        false => Some(Err(format!("in the answer \"{}\", letter and text mean two options", short(answer)))),
    }
}

/// `T` where the options are `True` and `False`.
fn true_or_false(answer: &str, options: &[Choice<'_>]) -> Option<usize> {
    let [first, second] = options else { return None };
    let find =
        |word| [first, second].into_iter().find(|(_, text)| means(word, text)).map(|(number, _)| *number);
    let (yes, no) = (find(Word::True)?, find(Word::False)?);
    let (is_true, is_false) = (means(Word::True, answer), means(Word::False, answer));
    let begins = |(_, text): &&Choice<'_>| fold(text).starts_with(&fold(answer));
    match (is_true, is_false) {
        (true, false) => Some(yes),
        (false, true) => Some(no),
        // `V`, `F`, `П`: the first letter of one of them.
        _ => {
            let mut found = [first, second].into_iter().filter(begins);
            found.next().filter(|_| found.next().is_none()).map(|(number, _)| *number)
        }
    }
}
