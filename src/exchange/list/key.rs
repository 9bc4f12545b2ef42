//! Which options are right: by what marks them, by an answer under them, by an answer key.

use super::answer::value;
use super::block::{Block, Choice};
use super::line::without_word;
use crate::exchange::intake::{Word, means, short};
use crate::exchange::text::letter;

/// The right options, and what is to be said of how they were found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Right {
    pub(super) places: Vec<usize>,
    /// What stood behind the letter and is no option: a reason.
    pub(super) reason: String,
    pub(super) note: Option<String>,
}

/// Whether the answers of a file are texts rather than letters: decided once, for where an option is itself a letter.
pub(super) fn are_texts(blocks: &[Block]) -> bool {
    let answers =
        || blocks.iter().filter_map(|block| block.answer.as_ref().map(|(answer, _)| (block, answer)));
    let by_text = answers()
        .filter(|(block, answer)| {
            value(answer).is_none() && at_text(&texts(&block.options), answer).is_some()
        })
        .count();
    let by_letter = answers()
        .filter(|(block, answer)| {
            value(answer).is_some() && at_text(&texts(&block.options), answer).is_none()
        })
        .count();
    by_text > 0 && by_letter == 0
}

fn texts(options: &[Choice]) -> Vec<String> {
    options.iter().map(|option| option.raw().replace('\n', " ")).collect()
}

/// The options that are marked, with what is plainly a mark; and their texts without words that mark them.
pub(super) fn marked(options: &mut [Choice]) -> Vec<usize> {
    let places = |of: &dyn Fn(&Choice) -> bool, options: &[Choice]| -> Vec<usize> {
        (0..options.len()).filter(|&at| of(&options[at])).collect()
    };
    let some = |found: &Vec<usize>, options: &[Choice]| !found.is_empty() && found.len() < options.len();
    let right = places(&|option| option.mark.right, options);
    if !right.is_empty() {
        return right;
    }
    if options.iter().any(|option| option.is_box) {
        return vec![];
    }
    // Stars before some options mark them; before all of them they are bullets. The same of plus among minus.
    for sign in ['*', '+'] {
        let signed = places(&|option| option.sign == Some(sign), options);
        if some(&signed, options) {
            return signed;
        }
    }
    let words = places(&|option| option.mark.word, options);
    let others = options.iter().any(|option| !option.mark.word && option.raw().trim_end().ends_with(')'));
    if some(&words, options) && !others {
        for at in &words {
            if let Some((line, _)) = options[*at].lines.last_mut() {
                *line = without_word(line).to_owned();
            }
        }
        return words;
    }
    let bold = places(&|option| option.mark.bold, options);
    if some(&bold, options) { bold } else { vec![] }
}

/// Finds the right options by an answer. `starred` are those that are marked.
pub(super) fn right(
    options: &[Choice],
    answer: Option<&str>,
    starred: &[usize],
    as_texts: bool,
) -> Result<Right, String> {
    let Some(answer) = answer else {
        return match starred {
            [] => Err(String::from("no option is marked as right")),
            _ => Ok(Right { places: starred.to_vec(), ..Right::default() }),
        };
    };
    let mut found = by_answer(options, answer, as_texts)?;
    found.places.sort_unstable();
    found.places.dedup();
    if !starred.is_empty() && starred != found.places {
        if options.iter().any(|option| option.mark.right || option.mark.word) {
            return Err(String::from("the option that is marked and the answer are not the same"));
        }
        found.note =
            Some(String::from("one option stands out, and the answer names another: the answer counts"));
    }
    Ok(found)
}

fn by_answer(options: &[Choice], answer: &str, as_texts: bool) -> Result<Right, String> {
    let answer = answer.trim().trim_matches('*').trim();
    let texts = texts(options);
    let label = |at: usize| options[at].letter.map_or(at, |letter| letter.index);
    let labels: Vec<usize> = (0..options.len()).map(label).collect();
    if labels.iter().enumerate().any(|(at, label)| labels[..at].contains(label)) {
        return Err(String::from("two options have the same letter"));
    }
    let by_text = at_text(&texts, answer);
    let none = || format!("the answer \"{}\" is none of the options", short(answer));
    let Some(said) = value(answer) else {
        let several = |sign: char| -> Option<Vec<usize>> {
            answer.split(sign).map(|text| at_text(&texts, text)).collect()
        };
        let places = by_text
            .map(|at| vec![at])
            .or_else(|| several(';'))
            .or_else(|| several('\n'))
            .or_else(|| several(','));
        return places.map(|places| Right { places, ..Right::default() }).ok_or_else(none);
    };
    let places: Option<Vec<usize>> =
        said.places.iter().map(|place| labels.iter().position(|label| label == place)).collect();
    match (places, by_text) {
        (Some(places), Some(at)) if places != [at] => {
            // A number may be an option; a letter is one only where the answers of the file are texts.
            if said.numbers || as_texts {
                return Ok(Right { places: vec![at], ..Right::default() });
            }
            let doubt = format!(
                "the answer is a letter, and option {} is that letter as a text: the letter counts",
                letter(labels[at])
            );
            Ok(Right { places, note: Some(doubt), ..Right::default() })
        }
        (Some(places), _) if said.rest.is_empty() => Ok(Right { places, ..Right::default() }),
        (Some(places), _) => {
            let named = at_text(&texts, &said.rest);
            match named {
                Some(at) if !places.contains(&at) => Err(format!(
                    "the answer names option {} by its letter and option {} by its text",
                    letter(said.places[0]),
                    letter(labels[at])
                )),
                Some(_) => Ok(Right { places, ..Right::default() }),
                // The text cut short, or with a reason behind it.
                None => {
                    let whole = plain(&texts[places[0]]);
                    let rest = plain(&said.rest);
                    let reason = if whole.starts_with(&rest) {
                        String::new()
                    } else if let Some(reason) =
                        said.rest.get(texts[places[0]].len()..).filter(|_| rest.starts_with(&whole))
                    {
                        reason.trim_start_matches(['.', ',', ';', ' ', '-', '–', '—', '(']).to_owned()
                    } else {
                        said.rest.clone()
                    };
                    Ok(Right { places, reason, ..Right::default() })
                }
            }
        }
        (None, Some(at)) => Ok(Right { places: vec![at], ..Right::default() }),
        (None, None) => Err(format!("the answer is `{}`, and there is no such option", short(answer))),
    }
}

/// The option that reads like a text.
fn at_text(texts: &[String], text: &str) -> Option<usize> {
    let wanted = plain(text);
    let same = |other: &String| plain(other) == wanted;
    let exact = texts.iter().position(same).filter(|_| !wanted.is_empty());
    let truth = |word: Word| means(word, text).then(|| texts.iter().position(|other| means(word, other)))?;
    exact.or_else(|| if texts.len() == 2 { truth(Word::True).or_else(|| truth(Word::False)) } else { None })
}

fn plain(text: &str) -> String {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_matches(['.', '"', '\'', '*', '。', ' ']).to_owned()
}
