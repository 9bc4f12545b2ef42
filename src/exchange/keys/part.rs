//! The parts of an answer: letters, numbers, and what joins several of them.

use super::Habit;
use crate::exchange::intake::{Word, means};
use crate::exchange::text::letter_index;

const CYRILLIC: &str = "АБВГДЕЖЗИК";
/// Letters that look like `A` to `K` and are typed for them.
const ALIKE: &str = "АВСDЕFGHIJК";
const KANA: &str = "アイウエオカキクケコ";
const HANGUL: &str = "가나다라마바사아자차";
const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨⑩";

/// A letter or number as people write it: `c)`, `(C)`, `3.`, `选项C`.
pub(super) fn bare(part: &str) -> &str {
    let part = part.trim().trim_matches(|c: char| "()[]{}.:：、)（）".contains(c)).trim();
    let start = part
        .rfind(|c: char| !c.is_ascii_alphanumeric())
        .map(|at| at + part[at..].chars().next().map_or(0, char::len_utf8));
    match start.filter(|&start| start < part.len()) {
        // `Option C`
        Some(start) if means(Word::Option, &part[..start]) => &part[start..],
        _ => match part.char_indices().next_back() {
            Some((last, _)) if last > 0 && means(Word::Option, &part[..last]) => &part[last..],
            _ => part,
        },
    }
}

/// The index that a letter or number means in a file with this habit.
pub(super) fn place(part: &str, habit: Habit) -> Option<usize> {
    let part = bare(part);
    let mut letters = part.chars();
    let (first, single) = (letters.next()?, letters.next().is_none());
    let in_list = |list: &str| list.chars().position(|c| c == first.to_uppercase().next().unwrap_or(first));
    match habit {
        Habit::Letters | Habit::Cyrillic if single => match first {
            _ if first.is_ascii_alphabetic() => letter_index(part),
            'Ａ'..='Ｚ' => Some(u32::from(first) as usize - 'Ａ' as usize),
            'ａ'..='ｚ' => Some(u32::from(first) as usize - 'ａ' as usize),
            _ if in_list(KANA).is_some() => in_list(KANA),
            _ if in_list(HANGUL).is_some() => in_list(HANGUL),
            _ if habit == Habit::Cyrillic => in_list(CYRILLIC),
            _ => in_list(ALIKE),
        },
        // `AB` is the column behind `Z` only where nothing else can be meant.
        Habit::Texts | Habit::Letters | Habit::Cyrillic => None,
        Habit::From1 | Habit::From0 => {
            let number = match in_list(CIRCLED).filter(|_| single) {
                Some(at) => at + 1,
                // A spreadsheet may keep a whole number as `2.0`.
                None => part.strip_suffix(".0").unwrap_or(part).parse::<usize>().ok()?,
            };
            if habit == Habit::From1 { number.checked_sub(1) } else { Some(number) }
        }
    }
}

/// An answer in parts, such as `A`, `C` of `A, C` or `a and c`.
pub(super) fn parts(answer: &str) -> Vec<&str> {
    let marks = |c: char| c.is_whitespace() || ";,/&+|、，；".contains(c);
    let all = answer.trim_matches(|c| "[](){}".contains(c)).split(marks);
    let all = all.map(|part| part.trim_matches(['"', '\'']));
    let joins = |part: &&str| is_and(part) || part.chars().count() > 1 && means(Word::And, part);
    all.filter(|part| !part.is_empty() && !joins(part)).collect()
}

/// A word of one letter that joins and that no option is named after.
fn is_and(part: &str) -> bool {
    part.chars().count() == 1
        && matches!(part, "y" | "и" | "і" | "й" | "和" | "与" | "及" | "與" | "と" | "와" | "과")
}

/// `B` and the text of `B) text`, `b. text`, `2: text` or `C - text`.
pub(super) fn labeled(answer: &str) -> Option<(&str, &str)> {
    let answer = answer.trim().trim_start_matches('(');
    let at = answer.find([')', '.', ':', '、', '）', '．', '：', '-', '–', ' '])?;
    let (label, rest) = answer.split_at(at);
    let rest = rest.trim_start_matches([')', '.', ':', '、', '）', '．', '：', '-', '–', ' ']).trim();
    (!label.is_empty() && label.chars().count() <= 2 && !rest.is_empty()).then_some((label, rest))
}
