//! What the marks of a column are: texts, letters, numbers or points. Decided for the column as a whole: one cell alone
//! does not say whether `1` is the first option or a point.

use super::super::sheet::{Sheet, Wrote};
use super::known::plain;
use crate::bank::Question;
use crate::exchange::text::letter_index;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    Texts,
    /// `A`, or `AC` and `A, C` where several are right.
    Letters,
    /// Numbers of options, the first of which is this.
    Numbers(usize),
    /// 0 and 1.
    Points,
}

/// The marks of each column. `questions` are those that the banks know.
pub(super) fn marks(sheet: &Sheet, questions: &[Option<&Question>]) -> Vec<Marks> {
    let texts: Vec<Vec<&str>> = (0..sheet.columns.len()).map(|at| texts(sheet, at)).collect();
    let is_text = |at: usize| {
        let question = questions[at];
        question.is_some_and(|question| {
            let options: Vec<String> = question.options().map(plain).collect();
            let hits = texts[at].iter().filter(|text| options.contains(&plain(text))).count();
            2 * hits >= texts[at].len() && hits > 0
        })
    };
    let is_text: Vec<bool> = (0..sheet.columns.len()).map(is_text).collect();
    // A column of nothing but 0 and 1 holds points unless another column, or the key, says that marks are numbers.
    let numbers = || {
        let open = texts.iter().zip(&is_text).filter(|(_, is_text)| !**is_text).flat_map(|(texts, _)| texts);
        open.filter_map(|text| number(text))
    };
    let keys = || sheet.columns.iter().flat_map(|column| &column.keys).filter_map(|key| number(&key.text));
    let are_points = numbers().all(|number| number <= 1) && keys().all(|number| number == 1);
    let first = usize::from(!(numbers().chain(keys()).any(|number| number == 0)));
    let of_column = |at: usize| {
        let most = |is: &dyn Fn(&str) -> bool| {
            2 * texts[at].iter().filter(|text| is(text)).count() >= texts[at].len()
        };
        match () {
            () if is_text[at] => Marks::Texts,
            () if has(sheet, at, |wrote| matches!(wrote, Wrote::Options(_))) => Marks::Texts,
            () if has(sheet, at, |wrote| *wrote == Wrote::Nothing) => Marks::Points,
            () if texts[at].is_empty() => match sheet.columns[at].keys.first() {
                Some(key) if letters(&key.text).is_none() => Marks::Texts,
                _ => Marks::Letters,
            },
            () if most(&|text| number(text).is_some()) => {
                if are_points {
                    Marks::Points
                } else {
                    Marks::Numbers(first)
                }
            }
            () if most(&|text| letters(text).is_some()) => Marks::Letters,
            () => Marks::Texts,
        }
    };
    (0..sheet.columns.len()).map(of_column).collect()
}

fn has(sheet: &Sheet, at: usize, is: fn(&Wrote) -> bool) -> bool {
    sheet.rows.iter().filter_map(|row| row.cells.get(at)).any(|cell| is(&cell.wrote))
}

fn texts(sheet: &Sheet, at: usize) -> Vec<&str> {
    let cells = sheet.rows.iter().filter_map(|row| row.cells.get(at));
    cells
        .filter_map(|cell| match &cell.wrote {
            Wrote::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

/// A small number, whatever a spreadsheet made of it: `1`, `1.0`, `1,00`.
pub(super) fn number(text: &str) -> Option<usize> {
    let number: f64 = text.replace(',', ".").parse().ok()?;
    (number.fract() == 0.0 && (0.0..=40.0).contains(&number)).then_some(number as usize)
}

/// The numbers of the options that letters stand for.
pub(super) fn letters(text: &str) -> Option<Vec<usize>> {
    let parts: Vec<&str> =
        text.split([',', ';', ' ', '/', '&', '+']).filter(|part| !part.is_empty()).collect();
    let glued = parts.len() == 1 && text.len() <= 8 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let one = |letter: &str| letter_index(letter.trim_end_matches([')', '.'])).filter(|at| *at < 26);
    let mut found: Vec<usize> = if glued {
        text.chars().map(|c| one(&c.to_string())).collect::<Option<_>>()?
    } else {
        parts.iter().map(|part| one(part)).collect::<Option<_>>()?
    };
    found.sort_unstable();
    found.dedup();
    (!found.is_empty()).then_some(found)
}
