//! Small files that once came in wrong, one a fault: each with its right value.

use crate::exchange::{ImportOptions, Imported, recognize};

/// Reads a file as `guardprep import` does.
pub(super) fn import(name: &str, bytes: &[u8]) -> Imported {
    let format = recognize(name, bytes).unwrap_or_else(|| panic!("{name} is of no known format"));
    let options = ImportOptions { file_name: name.to_owned(), ..ImportOptions::default() };
    (format.import.as_ref().unwrap().read)(bytes, &options)
}

/// The keys of each question in the order of the file; the messages have to be these.
fn check(name: &str, bytes: &[u8], keys: &[&[&str]], options: usize, said: &[&str], problems: &[&str]) {
    let imported = import(name, bytes);
    let told: Vec<&str> = imported.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(told, problems, "{name}");
    let found: Vec<Vec<&str>> = imported
        .bank
        .questions()
        .iter()
        .map(|question| question.keys.iter().map(String::as_str).collect())
        .collect();
    assert_eq!(found, keys, "{name}");
    let all = imported.bank.questions().iter();
    let count: usize = all.map(|question| question.options().count()).sum();
    assert_eq!((count, imported.skipped), (options, 0), "{name}");
    assert_eq!(imported.said, said, "{name}");
}

macro_rules! file {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../../tests/fixtures/imports/", $name)).as_slice())
    };
}

#[test]
fn an_answer_column_is_read_in_one_way() {
    let (name, bytes) = file!("index-key-numeric-options.csv");
    let keys: &[&[&str]] = &[
        &["The person who came first"],
        &["At the desk"],
        &["3"],
        &["4"],
        &["The guard who hands out the key"],
    ];
    check(name, bytes, keys, 20, &["the answers count the options from 1"], &[]);
    let (name, bytes) = file!("text-key-letter-options.csv");
    let keys: &[&[&str]] = &[&["Call the fire brigade"], &["A"], &["The fire brigade"]];
    check(name, bytes, keys, 12, &["the answers are the texts of options"], &[]);
    let (name, bytes) = file!("zero-based-key.csv");
    let keys: &[&[&str]] =
        &[&["The person who came first"], &["At the desk"], &["The guard who hands out the key"]];
    check(name, bytes, keys, 12, &["the answers count the options from 0"], &[]);
    let (name, bytes) = file!("comma-in-key.csv");
    check(name, bytes, &[&["Name, time and place"], &["A, B"]], 6, &[], &[]);
    let (name, bytes) = file!("answer-with-text.csv");
    check(name, bytes, &[&["The guard"]], 3, &[], &[]);
}

#[test]
fn templates_and_other_languages_are_known() {
    let (name, bytes) = file!("quizizz-own-export.csv");
    check(name, bytes, &[&["4"]], 4, &[], &[]);
    assert_eq!(import(name, bytes).bank.questions()[0].source, "Plan");
    let (name, bytes) = file!("kahoot-preamble.csv");
    check(name, bytes, &[&["The guard"]], 4, &["the names of the columns stand in line 2"], &[]);
    let (name, bytes) = file!("german.csv");
    check(name, bytes, &[&["Die Wache"]], 3, &[], &[]);
}

#[test]
fn cards_are_known_without_a_word_on_how_to_read_them() {
    let (name, bytes) = file!("c08-anki-comma.csv");
    check(name, bytes, &[&["The guard"], &["The cook"]], 4, &[], &[]);
    let (name, bytes) = file!("c14-anki-headers.csv");
    check(name, bytes, &[&["The driver"]], 2, &[], &[]);
    let (name, bytes) = file!("c15-anki-allinone.csv");
    check(name, bytes, &[&["The guard"]], 3, &[], &[]);
    assert_eq!(import(name, bytes).bank.questions()[0].explanation, "Only she has the key.");
}
