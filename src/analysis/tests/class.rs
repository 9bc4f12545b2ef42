//! Classes for tests.

use crate::analysis::{Analysis, Choice, Given, Item, Responses, Student};

/// Rows of `0`, `1`, `-` (left out) and ` ` (not asked).
pub(super) fn of_scores<'a>(rows: impl IntoIterator<Item = &'a str>) -> Responses {
    let student = |row: &str| Student {
        name: String::new(),
        given: row
            .chars()
            .map(|c| match c {
                '1' => Given::Scored(true),
                '0' => Given::Scored(false),
                '-' => Given::Blank,
                _ => Given::NotAsked,
            })
            .collect(),
    };
    let students: Vec<Student> = rows.into_iter().map(student).collect();
    let k = students.first().map_or(0, |student| student.given.len());
    let items = (1..=k).map(|at| Item { name: at.to_string(), ..Item::default() }).collect();
    Responses { items, students }
}

/// Items with so many options, of which the key is the one with this number.
pub(super) fn items(keys: &[usize], options: usize) -> Vec<Item> {
    let choice = |at: usize, key: usize| Choice { text: format!("option {at}"), key: at == key };
    let item = |(at, key): (usize, &usize)| Item {
        name: format!("q{}", at + 1),
        options: (0..options).map(|at| choice(at, *key)).collect(),
        ..Item::default()
    };
    keys.iter().enumerate().map(item).collect()
}

pub(super) fn of_choices(items: Vec<Item>, rows: &[Vec<Option<usize>>]) -> Responses {
    let given = |chosen: &Option<usize>| chosen.map_or(Given::Blank, |at| Given::Chose(1 << at));
    let student =
        |row: &Vec<Option<usize>>| Student { name: String::new(), given: row.iter().map(given).collect() };
    Responses { items, students: rows.iter().map(student).collect() }
}

pub(super) fn analyzed(responses: &Responses) -> Analysis {
    Analysis::new(responses)
}

#[track_caller]
pub(super) fn near(figure: f64, expected: f64, by: f64, what: &str) {
    assert!((figure - expected).abs() <= by, "{what}: {figure} is not {expected}");
}
