//! Which options an `answer` cell means: letters, numbers or texts.

use crate::exchange::intake::{short, tidied};
use crate::exchange::text::letter_index;

/// The numbers of the right options. The options come as number and text.
pub(in crate::exchange) fn right_options(
    cell: &str,
    options: &[(usize, &str, bool)],
) -> Result<Vec<usize>, String> {
    let cell = tidied(cell);
    if cell.is_empty() {
        return Err(String::from("the answer is missing"));
    }
    let with_text = |text: &str| {
        let same = |other: &str| tidied(other).to_lowercase() == text.to_lowercase();
        options.iter().find(|(_, other, _)| same(other)).map(|(number, ..)| *number)
    };
    let there = |number: usize| options.iter().any(|(other, ..)| *other == number);
    // Numbers may be the options themselves, so that the text goes before the place.
    if cell.bytes().all(|byte| byte.is_ascii_digit())
        && let Some(number) = with_text(&cell)
    {
        return Ok(vec![number]);
    }
    let parts: Vec<&str> =
        cell.split([';', ',', '/', '&', '+', ' ', '\n']).filter(|part| !part.is_empty()).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.eq_ignore_ascii_case("and")).collect();
    let places: Option<Vec<usize>> = parts.iter().map(|part| place(part)).collect();
    let missing = places.as_ref().and_then(|places| places.iter().position(|&number| !there(number)));
    if let (Some(mut places), None) = (places, missing)
        && !places.is_empty()
    {
        places.sort_unstable();
        places.dedup();
        return Ok(places);
    }
    if let Some(number) = with_text(&cell) {
        return Ok(vec![number]);
    }
    // Several texts, one a line or separated by semicolons.
    let texts: Option<Vec<usize>> = cell.split([';', '\n']).map(|text| with_text(text.trim())).collect();
    if let Some(numbers) = texts {
        return Ok(numbers);
    }
    // Several letters without anything between.
    let glued: Option<Vec<usize>> =
        cell.chars().map(|c| letter_index(&c.to_string()).filter(|&n| there(n))).collect();
    match (glued, missing) {
        (Some(numbers), _) if cell.len() <= 8 && cell.bytes().all(|byte| byte.is_ascii_uppercase()) => {
            Ok(numbers)
        }
        (_, Some(missing)) => Err(format!("the answer is `{}`, and there is no such option", parts[missing])),
        _ => Err(format!("the answer \"{}\" is none of the options", short(&cell))),
    }
}

/// `C`, `c`, `c)` or `3`.
fn place(text: &str) -> Option<usize> {
    let text = text.trim_end_matches([')', '.']);
    match text.parse::<usize>() {
        Ok(number) => number.checked_sub(1),
        Err(_) if text.len() == 1 => letter_index(text),
        Err(_) => text.chars().all(|c| c.is_ascii_uppercase()).then(|| letter_index(text)).flatten(),
    }
}
