//! Which column is which, by the names in the first row.

use std::collections::BTreeMap;

use crate::exchange::text::letter_index;
use crate::words::same_name;

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
    Explanation,
    Source,
    Jurisdiction,
    Order,
    Allow,
    /// An option, right or wrong: its number.
    Option(usize),
    /// An option that is always wrong.
    Wrong(usize),
    Why(usize),
}

/// Our names first, then what others call it.
const NAMES: &[(Column, &[&str])] = &[
    (Column::Id, &["id", "question id", "identifier"]),
    (Column::Topic, &["topic", "category", "chapter", "subject"]),
    (Column::TopicTitle, &["topic title"]),
    (Column::TopicSummary, &["topic summary"]),
    (Column::Objective, &["objective"]),
    (Column::ObjectiveText, &["objective text"]),
    (Column::Kind, &["kind"]),
    (Column::Level, &["level"]),
    (Column::Stem, &["stem", "question", "question text", "prompt"]),
    (
        Column::Answer,
        &[
            "answer",
            "answers",
            "correct",
            "correct answer",
            "correct answers",
            "right answer",
            "key",
            "correct option",
        ],
    ),
    (
        Column::Explanation,
        &["explanation", "answer explanation", "general feedback", "feedback", "rationale"],
    ),
    (Column::Source, &["source", "reference"]),
    (Column::Jurisdiction, &["jurisdiction"]),
    (Column::Order, &["order"]),
    (Column::Allow, &["allow"]),
];

/// What a column with a number holds, and the words before the number.
type Numbered = (fn(usize) -> Column, &'static [&'static str]);

const NUMBERED: &[Numbered] = &[
    (Column::Option, &["", "option", "choice", "answer"]),
    (Column::Wrong, &["wrong", "wrong answer", "incorrect", "incorrect answer", "distractor"]),
    (Column::Why, &["why", "rationale", "feedback"]),
];

/// Where each column stands.
#[derive(Debug, Default)]
pub(super) struct Columns {
    places: BTreeMap<Column, usize>,
    /// Names that mean nothing to us.
    pub(super) unknown: Vec<String>,
}

impl Columns {
    /// Reads the names; `given` says which of ours is meant by which of theirs.
    pub(super) fn of(header: &[String], given: &[(String, String)]) -> Self {
        let mut columns = Self::default();
        for (at, name) in header.iter().enumerate() {
            let ours =
                given.iter().find(|(_, theirs)| same_name(theirs, name)).map_or(name, |(ours, _)| ours);
            match column(ours) {
                Some(column) => {
                    columns.places.entry(column).or_insert(at);
                }
                None if name.trim().is_empty() => {}
                None => columns.unknown.push(name.trim().to_owned()),
            }
        }
        columns
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.places.contains_key(&column)
    }

    /// Whether there is anything to choose from.
    pub(super) fn has_options(&self) -> bool {
        self.places.keys().any(|column| matches!(column, Column::Option(_) | Column::Wrong(_)))
    }

    pub(super) fn cell<'r>(&self, row: &'r [String], column: Column) -> &'r str {
        self.places.get(&column).and_then(|&at| row.get(at)).map_or("", String::as_str)
    }

    /// Options as number, text and whether they may be right, in the order of their numbers.
    pub(super) fn options<'r>(&self, row: &'r [String]) -> Vec<(usize, &'r str, bool)> {
        let cell = |at: usize| row.get(at).map_or("", String::as_str);
        let option = |(column, at): (&Column, &usize)| match *column {
            Column::Option(number) => Some((number, cell(*at), true)),
            Column::Wrong(number) => Some((number, cell(*at), false)),
            _ => None,
        };
        self.places.iter().filter_map(option).filter(|(_, text, _)| !text.trim().is_empty()).collect()
    }
}

fn column(name: &str) -> Option<Column> {
    let name: String = name.split('(').next().unwrap_or_default().replace(['_', '-', '*'], " ");
    let named = NAMES.iter().find(|(_, names)| names.iter().any(|other| same_name(other, &name)));
    if let Some((column, _)) = named {
        return Some(*column);
    }
    // A letter or a number at the end: `B`, `Option 2`, `why C`, `answer3`.
    let name = name.trim();
    let (words, last) = name.rsplit_once(' ').unwrap_or_else(|| {
        let digits = name.trim_end_matches(|c: char| c.is_ascii_digit());
        if digits.len() == name.len() { ("", name) } else { name.split_at(digits.len()) }
    });
    let number = match last.parse::<usize>() {
        Ok(number) => number.checked_sub(1)?,
        Err(_) => letter_index(last).filter(|_| last.len() <= 2)?,
    };
    if number >= 40 {
        return None;
    }
    let same = |words: &str, other: &&str| {
        words.is_empty() && other.is_empty() || same_name(words, other) && !other.is_empty()
    };
    let (make, _) = NUMBERED.iter().find(|(_, names)| names.iter().any(|other| same(words.trim(), other)))?;
    Some(make(number))
}
