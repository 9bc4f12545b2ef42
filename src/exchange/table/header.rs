//! What the name of a column says about it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::exchange::intake::{Word, fold, means, words_of};
use crate::exchange::text::letter_index;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Id,
    Topic,
    TopicTitle,
    TopicSummary,
    Objective,
    ObjectiveText,
    Kind,
    Level,
    Stem,
    Answer,
    /// One of several columns for the right answers.
    AnswerPart(usize),
    Explanation,
    Source,
    Jurisdiction,
    Order,
    Allow,
    /// All options in one cell.
    Options,
    /// An option, right or wrong: its number.
    Option(usize),
    /// An option that is always wrong.
    Wrong(usize),
    Why(usize),
    /// The running number of the row, which says nothing.
    Number,
}

/// Our own names, and what only some programs call it.
const NAMES: &[(Column, &[&str])] = &[
    (Column::Id, &["id", "question id", "identifier"]),
    (Column::Topic, &["topic"]),
    (Column::TopicTitle, &["topic title"]),
    (Column::TopicSummary, &["topic summary"]),
    (Column::Objective, &["objective"]),
    (Column::ObjectiveText, &["objective text"]),
    (Column::Kind, &["kind"]),
    (Column::Level, &["level"]),
    (Column::Stem, &["stem"]),
    (Column::Answer, &["answer"]),
    (Column::Explanation, &["explanation"]),
    (Column::Source, &["source"]),
    (Column::Jurisdiction, &["jurisdiction"]),
    (Column::Order, &["order"]),
    (Column::Allow, &["allow"]),
    (Column::Options, &["options"]),
    (Column::Number, &["#", "question #", "question no"]),
];

/// The words that people use for a column.
const WORDS: &[(Word, Column)] = &[
    (Word::Question, Column::Stem),
    (Word::Key, Column::Answer),
    (Word::Options, Column::Options),
    (Word::Explanation, Column::Explanation),
    (Word::Topic, Column::Topic),
    (Word::Source, Column::Source),
    (Word::Number, Column::Number),
];

/// What a column with a number holds, and the word before the number.
type Numbered = (Word, fn(usize) -> Column);

/// In this order: `answer 1` is an option, `correct answer 1` is not.
const NUMBERED: &[Numbered] = &[
    (Word::Option, Column::Option),
    (Word::Wrong, Column::Wrong),
    (Word::Explanation, Column::Why),
    (Word::Key, Column::AnswerPart),
];

/// The names that may be given in front of a header, for help and errors.
pub(crate) const FIELDS: &[&str] = &[
    "stem",
    "answer",
    "A",
    "B",
    "C",
    "wrong 1",
    "why A",
    "options",
    "explanation",
    "source",
    "topic",
    "topic title",
    "topic summary",
    "objective",
    "objective text",
    "id",
    "kind",
    "level",
    "jurisdiction",
    "order",
    "allow",
];

/// Whether a name may be given so.
pub(crate) fn is_field(name: &str) -> bool {
    column(name).is_some_and(|column| column != Column::Number)
}

/// More columns than this are no options.
const MOST: usize = 100;

/// What a column of this name holds.
pub(super) fn column(name: &str) -> Option<Column> {
    // `Answer 1 - max 75 characters`, `Correct Answer(s)\n(Only include Answer #)`
    let cuts =
        [Some(name.len()), name.find('\n'), name.find(['(', '（']), name.find(" - "), name.find(" – ")];
    cuts.into_iter().flatten().filter(|&cut| cut > 0).find_map(|cut| of_words(&name[..cut]))
}

/// Every name of a column without a number, as it is compared.
fn named() -> &'static BTreeMap<String, Column> {
    static NAMED: OnceLock<BTreeMap<String, Column>> = OnceLock::new();
    NAMED.get_or_init(|| {
        let ours = NAMES.iter().flat_map(|(column, names)| names.iter().map(|name| (fold(name), *column)));
        let theirs =
            WORDS.iter().flat_map(|(word, column)| words_of(*word).map(|name| (fold(name), *column)));
        let mut all = BTreeMap::new();
        // The first of two meanings.
        for (name, column) in ours.chain(theirs) {
            all.entry(name).or_insert(column);
        }
        all
    })
}

fn of_words(name: &str) -> Option<Column> {
    // Longer than any name, and not worth the work.
    if name.len() > 200 {
        return None;
    }
    let plain = fold(name);
    if plain.is_empty() {
        return None;
    }
    if let Some(column) = named().get(&plain) {
        return Some(*column);
    }
    // A letter or a number at the end or the beginning: `B`, `Option 2`, `why C`, `answer3`, `2. Antwort`.
    let pieces = pieces(name);
    let last = pieces.split_last().map(|(last, rest)| (last, rest.concat()));
    let first = pieces.split_first().map(|(first, rest)| (first, rest.concat()));
    [last, first].into_iter().flatten().find_map(|(number, words)| {
        let number = number_of(number).filter(|number| *number < MOST)?;
        match fold(&words).as_str() {
            "" => Some(Column::Option(number)),
            "why" => Some(Column::Why(number)),
            _ => NUMBERED.iter().find(|(word, _)| means(*word, &words)).map(|(_, make)| make(number)),
        }
    })
}

/// A name in pieces: words, and what stands behind or before them without a blank, such as a number.
fn pieces(name: &str) -> Vec<String> {
    let mut pieces: Vec<String> = vec![];
    let mut before = ' ';
    for c in name.chars() {
        let breaks = !before.is_alphanumeric()
            || before.is_numeric() != c.is_numeric()
            || before.is_lowercase() && c.is_uppercase()
            || is_ideograph(before) != is_ideograph(c);
        match pieces.last_mut() {
            Some(piece) if !breaks && c.is_alphanumeric() => piece.push(c),
            _ if c.is_alphanumeric() => pieces.push(c.to_string()),
            // A mark that belongs to the letter before it.
            Some(piece) if ('\u{300}'..='\u{36f}').contains(&c) => {
                piece.push(c);
                continue;
            }
            _ => {}
        }
        before = c;
    }
    pieces
}

fn is_ideograph(c: char) -> bool {
    c.is_alphanumeric() && u32::from(c) >= 0x2e80 && !(0xff01..=0xff5e).contains(&u32::from(c))
}

/// The index that a number from 1 or a letter means.
fn number_of(piece: &str) -> Option<usize> {
    let piece = fold(piece);
    match piece.parse::<usize>() {
        Ok(number) => number.checked_sub(1),
        Err(_) if piece.chars().count() == 1 => {
            letter_index(&piece).or_else(|| "абвгдежзик".chars().position(|c| piece.starts_with(c)))
        }
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, FIELDS, column, is_field};

    #[test]
    fn columns_are_known_in_many_languages() {
        for (name, expected) in [
            ("Question", Column::Stem),
            ("Question - max 120 characters", Column::Stem),
            ("Pregunta", Column::Stem),
            ("题目", Column::Stem),
            ("Текст вопроса", Column::Stem),
            ("Correct Answer(s)\n(Only include Answer #)", Column::Answer),
            ("Correct answer(s) - choose at least one", Column::Answer),
            ("Lösung", Column::Answer),
            ("Respuesta correcta", Column::Answer),
            ("正确答案", Column::Answer),
            ("Réponse", Column::Answer),
            ("Réponse B", Column::Option(1)),
            ("Option_A", Column::Option(0)),
            ("OptionC", Column::Option(2)),
            ("answer3", Column::Option(2)),
            ("2. Antwort", Column::Option(1)),
            ("A选项", Column::Option(0)),
            ("选项D", Column::Option(3)),
            ("보기2", Column::Option(1)),
            ("Вариант ответа Б", Column::Option(1)),
            ("Phương án C", Column::Option(2)),
            ("Incorrect Answer 2 (Optional)", Column::Wrong(1)),
            ("Mauvaise réponse 1", Column::Wrong(0)),
            ("Correct Answer 2", Column::AnswerPart(1)),
            ("why C", Column::Why(2)),
            ("Feedback A", Column::Why(0)),
            ("Uzasadnienie", Column::Explanation),
            ("解説", Column::Explanation),
            ("№ п/п", Column::Number),
            ("Options", Column::Options),
            ("Kategorie", Column::Topic),
        ] {
            assert_eq!(column(name), Some(expected), "{name}");
        }
        for name in ["", "Time limit (sec)", "Image Link", "color", "Option 2000", "Difficulty"] {
            assert_eq!(column(name), None, "{name}");
        }
        assert!(FIELDS.iter().all(|field| is_field(field)));
    }
}
