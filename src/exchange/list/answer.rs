//! What says which option is right: lines under a question, values, and the entries of an answer key.

use super::label::{bare_number, digits, letter, lettered};
use crate::exchange::intake::{Word, means};

/// The value of a line such as `Answer: b`, `Ans. B`, `**Correct answer: B**`, `【答案】B`, `The correct answer is B`; empty
/// where it only announces one.
pub(super) fn answer_line(text: &str) -> Option<&str> {
    let text = bare(text);
    if let Some(rest) = text.strip_prefix('【') {
        let (name, value) = rest.split_once('】')?;
        return is_key(name).then(|| value.trim_start_matches([':', '：', ' ']).trim());
    }
    if let Some((name, value)) = text.split_once([':', '：'])
        && name.chars().count() <= 40
        && is_key(name)
    {
        return Some(value.trim().trim_start_matches("**").trim());
    }
    if is_key(text) && text.chars().count() > 2 {
        return Some("");
    }
    // `Answer B`, `Ans. B`, `Answer - B`, `The answer is B`, `答案B`: only before what is clearly a letter.
    let ends =
        text.char_indices().filter(|(at, c)| *at > 0 && (!c.is_alphabetic() || c.is_ascii_uppercase()));
    for (at, _) in ends.take(8) {
        if !is_key(&text[..at]) {
            continue;
        }
        let value = text[at..].trim_start_matches([' ', '.', '-', '–', '—', '=', '\t', '>']);
        let value = ["is ", "es ", "ist ", "est ", "é ", "è ", "to ", "là ", "是", "は", "—"]
            .iter()
            .find_map(|verb| value.strip_prefix(verb))
            .unwrap_or(value)
            .trim_start_matches([':', '：', ' ']);
        if letters(value).is_some()
            || lettered(value).is_some_and(|(letter, _)| ".)、".contains(letter.style.2))
        {
            return Some(value.trim());
        }
    }
    None
}

/// Whether a name announces an answer, or the answers of many questions.
fn is_key(name: &str) -> bool {
    means(Word::Key, name) || means(Word::KeyList, name)
}

/// Without what people put around a whole line: a heading's signs, bold, brackets, an arrow.
pub(super) fn bare(text: &str) -> &str {
    let text = text.trim().trim_start_matches(['#', '>']).trim_start();
    let text = text.trim_start_matches("->").trim_start_matches("=>").trim_start_matches('→').trim_start();
    let text = text.strip_prefix("- ").or(text.strip_prefix("* ")).unwrap_or(text).trim();
    let inner = |open: &str, close: &str| text.strip_prefix(open)?.strip_suffix(close);
    let text = inner("(", ")").or(inner("[", "]")).or(inner("（", "）")).unwrap_or(text);
    text.trim().trim_start_matches("**").trim_end_matches("**").trim_matches('_').trim()
}

/// What a value says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Value {
    /// The letters, as places from 0; or numbers, as places from 0.
    pub(super) places: Vec<usize>,
    /// They were written as numbers.
    pub(super) numbers: bool,
    /// What follows one letter: the option's text, or a reason.
    pub(super) rest: String,
}

/// A value that begins with letters or numbers: `B`, `b.`, `(b)`, `b) text`, `A, since ...`, `A, C and D`, `AC`, `2`.
pub(super) fn value(text: &str) -> Option<Value> {
    let text = text.trim().trim_matches('*').trim();
    if let Some(places) = letters(text) {
        return Some(Value { places, numbers: false, rest: String::new() });
    }
    let numbers: Option<Vec<usize>> =
        parts(text).map(|part| part.parse::<usize>().ok()?.checked_sub(1)).collect();
    if let Some(places) = numbers.filter(|places| !places.is_empty() && places.len() <= 8) {
        return Some(Value { places, numbers: true, rest: String::new() });
    }
    // `Option B`, `Choice B is right`
    if let Some((first, rest)) = text.split_once(' ')
        && means(Word::Option, first)
        && rest.chars().nth(1).is_none_or(|c| !c.is_alphabetic())
        && let Some(found) = value(rest)
    {
        return Some(found);
    }
    if let Some((number, rest)) = bare_number(text)
        && let Some(place) = number.number.and_then(|number| number.checked_sub(1))
    {
        return Some(Value { places: vec![place], numbers: true, rest: rest.to_owned() });
    }
    if let Some((letter, rest)) = lettered(text) {
        return Some(Value { places: vec![letter.index], numbers: false, rest: rest.to_owned() });
    }
    // `A, since ...`, `B because ...`, `C (see the orders)`
    let c = text.chars().next()?;
    let (index, _, script) = letter(c)?;
    let rest = &text[c.len_utf8()..];
    let apart = rest.starts_with([',', ';', '(', '（', '，', '。', '-', '–', '—'])
        || rest.starts_with(' ') && rest.trim_start().starts_with(['-', '–', '—', '(', '=']);
    let reason =
        rest.split_whitespace().next().is_some_and(|word| REASONS.contains(&word.to_lowercase().as_str()));
    (apart || (reason && script != b'a')).then(|| Value {
        places: vec![index],
        numbers: false,
        rest: rest.trim_start_matches([',', ';', ' ', '-', '–', '—', '，', '。', '=']).trim().to_owned(),
    })
}

const REASONS: &[&str] = &[
    "because",
    "since",
    "as",
    "is",
    "porque",
    "ya",
    "puisque",
    "car",
    "parce",
    "weil",
    "da",
    "denn",
    "pois",
    "perché",
    "bo",
    "ponieważ",
    "потому",
    "так",
    "бо",
    "vì",
];

/// The parts of an enumeration.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let signs = [',', ';', '/', '&', '+', ' ', '，', '、', '；', '|'];
    let parts: Vec<&str> = text.split(signs).filter(|part| !part.is_empty()).collect();
    let last = parts.len().saturating_sub(1);
    // A word for "and" stands between two parts; at an end the same letter is one.
    let inner = move |at: usize, part: &str| at > 0 && at < last && means(Word::And, part);
    parts.into_iter().enumerate().filter(move |(at, part)| !inner(*at, part)).map(|(_, part)| part)
}

/// Letters and nothing else, as places from 0.
pub(super) fn letters(text: &str) -> Option<Vec<usize>> {
    let one = |part: &str| -> Option<usize> {
        let part = part.trim_matches(['(', ')', '.', '（', '）', '[', ']', '。', '"', '*']);
        let c = part.chars().next().filter(|c| part.len() == c.len_utf8())?;
        letter(c).map(|(index, ..)| index)
    };
    // `a) y` is a letter and a text.
    let closed = |part: &str| part.ends_with([')', '.', '）']);
    let alike = parts(text).all(|part| closed(part) == parts(text).next().is_some_and(closed))
        || text.contains([',', ';', '，', '、']);
    let found: Option<Vec<usize>> = parts(text).map(one).collect::<Option<_>>().filter(|_| alike);
    if let Some(found) = found.filter(|found| !found.is_empty()) {
        return (found.len() <= 10).then_some(found);
    }
    // Several capitals without anything between: `ACD`, in order.
    let glued = text.trim_end_matches('.');
    let capitals =
        glued.len() <= 8 && glued.len() > 1 && glued.bytes().all(|byte| (b'A'..=b'J').contains(&byte));
    let ordered = glued.as_bytes().windows(2).all(|pair| pair[0] < pair[1]);
    (capitals && ordered).then(|| glued.bytes().map(|byte| usize::from(byte - b'A')).collect())
}

/// The entries of a line of an answer key: `1. b 2. c`, `1-b, 2-c`, `1-5: BACAD`, `3. B - because ...`, `| 4 | A |`.
pub(super) fn entries(line: &str) -> Vec<(usize, String)> {
    let line = line.replace('|', " ");
    let line = line.trim().trim_start_matches(['-', '*', '•', ' ']).replace("**", "");
    if let Some(found) = range(&line) {
        return found;
    }
    let several = several(&line);
    if !several.is_empty() {
        return several;
    }
    let Some((number, rest)) = digits(line.trim_start_matches(['Q', 'q', '(', '№'])) else { return vec![] };
    let value = rest.trim_start_matches(['.', ')', ':', '：', '-', '–', '—', '=', '、', '．', ' ', '\t']);
    let apart = value.len() < rest.len();
    if apart && !value.is_empty() && value.chars().count() <= 300 {
        vec![(number, value.trim().to_owned())]
    } else {
        vec![]
    }
}

/// `1-5: BACAD`
fn range(line: &str) -> Option<Vec<(usize, String)>> {
    let (from, rest) = digits(line)?;
    let (to, rest) = digits(rest.trim_start().strip_prefix(['-', '–', '—', '~', '～', '至'])?.trim_start())?;
    let letters: String = rest.chars().filter(char::is_ascii_alphabetic).collect();
    let others =
        rest.chars().all(|c| c.is_ascii_alphabetic() || c.is_whitespace() || ":：.,，、)".contains(c));
    (others && from <= to && letters.len() == to - from + 1)
        .then(|| (from..=to).zip(letters.chars().map(String::from)).collect())
}

/// Several entries of letters in one line, or one; nothing where there is anything else in it.
fn several(line: &str) -> Vec<(usize, String)> {
    let mut found = vec![];
    let mut rest = line.trim();
    while !rest.is_empty() {
        let Some((number, behind)) = digits(rest.trim_start_matches(['(', '№', 'Q'])) else {
            return vec![];
        };
        let behind =
            behind.trim_start_matches(['.', ')', ':', '：', '-', '–', '—', '=', '、', '．', ' ', '\t']);
        let end = behind.find(|c: char| c.is_ascii_digit()).unwrap_or(behind.len());
        let value = behind[..end].trim_end_matches([' ', ',', ';', '，', '；', '、', '\t', '(', 'Q']).trim();
        if letters(value).is_none() {
            return vec![];
        }
        found.push((number, value.to_owned()));
        rest = behind[end..].trim_start();
    }
    found
}
