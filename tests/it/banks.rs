//! The shipped banks: complete, covered, sourced.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::support::{Sandbox, root};

/// The raw questions of every shipped bank, by topic.
fn banks() -> BTreeMap<String, toml::Table> {
    let folder = root().join("question-banks");
    let mut banks = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        banks.insert(name, fs::read_to_string(&path).unwrap().parse().unwrap());
    }
    banks
}

fn list<'t>(table: &'t toml::Table, key: &str) -> Vec<&'t toml::Table> {
    table[key].as_array().unwrap().iter().map(|item| item.as_table().unwrap()).collect()
}

fn text<'t>(table: &'t toml::Table, key: &str) -> &'t str {
    table.get(key).and_then(toml::Value::as_str).unwrap_or_default()
}

#[test]
fn every_bank_is_compiled_in() {
    let shown = Sandbox::new().run(&["topics", "--json"], "").ended_with(0).stdout;
    let shown: Value = serde_json::from_str(&shown).unwrap();
    let compiled: BTreeSet<&str> =
        shown["topics"].as_array().unwrap().iter().map(|topic| topic["id"].as_str().unwrap()).collect();
    let banks = banks();
    let files: BTreeSet<&str> = banks.keys().map(String::as_str).collect();
    assert_eq!(compiled, files);
    assert_eq!(compiled.len(), 16);
}

#[test]
fn every_objective_has_three_questions() {
    let mut objectives = 0;
    for (topic, bank) in banks() {
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for objective in list(&bank, "objective") {
            objectives += 1;
            count.insert(text(objective, "id"), 0);
        }
        for question in list(&bank, "question") {
            *count.get_mut(text(question, "objective")).unwrap() += 1;
        }
        for (objective, n) in count {
            assert!(n >= 3, "{topic}: {objective} has {n}");
        }
    }
    assert_eq!(objectives, 158);
}

#[test]
fn every_question_is_explained_and_sourced() {
    for bank in banks().values() {
        for question in list(bank, "question") {
            let id = text(question, "id");
            assert!(
                text(question, "explanation").split_whitespace().count() >= 10,
                "{id} explains too little"
            );
            assert!(text(question, "source").len() >= 10, "{id} has no source");
            let distractors = list(question, "distractors");
            assert_eq!(distractors.len(), 3, "{id}");
            for distractor in distractors {
                assert!(
                    text(distractor, "why").split_whitespace().count() >= 5,
                    "{id}: a why says too little"
                );
            }
        }
    }
}

/// Share of a value over all questions, in percent.
fn share(key: &str, values: &[&str]) -> f64 {
    let banks = banks();
    let all: Vec<&toml::Table> = banks.values().flat_map(|bank| list(bank, "question")).collect();
    let some = all.iter().filter(|question| values.contains(&text(question, key))).count();
    some as f64 * 100.0 / all.len() as f64
}

#[test]
fn kinds_and_levels_are_mixed() {
    for (key, values, low, high) in [
        ("kind", &["scenario"][..], 30.0, 42.0),
        ("kind", &["first-action"], 11.0, 19.0),
        ("kind", &["definition", "concept"], 16.0, 26.0),
        ("kind", &["purpose"], 7.0, 14.0),
        ("kind", &["wording"], 7.0, 16.0),
        ("level", &["recall"], 0.0, 25.0),
        ("level", &["apply", "analyze"], 50.0, 100.0),
    ] {
        let share = share(key, values);
        assert!((low..=high).contains(&share), "{key} {values:?}: {share:.1} %");
    }
}

#[test]
fn negative_stems_are_rare_and_marked_and_true_false_is_rarer() {
    let banks = banks();
    let all: Vec<&toml::Table> = banks.values().flat_map(|bank| list(bank, "question")).collect();
    let negative = |question: &&&toml::Table| {
        let stem = text(question, "stem");
        ["NOT", "EXCEPT", "LEAST"]
            .iter()
            .any(|word| stem.split(|c: char| !c.is_alphabetic()).any(|w| w == *word))
    };
    assert!(all.iter().filter(negative).count() * 20 <= all.len());
    let true_false =
        |question: &&&toml::Table| ["True", "False", "Yes", "No"].contains(&text(question, "answer"));
    assert!(all.iter().filter(true_false).count() * 20 <= all.len());
}

#[test]
fn a_question_about_the_law_of_a_place_names_the_place() {
    let places = [("us-ada", "United States"), ("ca-on", "Ontario"), ("us-or", "Oregon")];
    for bank in banks().values() {
        for question in list(bank, "question") {
            let (id, place) = (text(question, "id"), text(question, "jurisdiction"));
            if !place.is_empty() {
                let (_, name) =
                    places.iter().find(|(tag, _)| *tag == place).unwrap_or_else(|| panic!("{id}: {place}"));
                assert!(text(question, "stem").contains(name), "{id}: the stem does not name {name}");
            }
        }
    }
}

/// What the two seed articles teach, row by row: A0.1 is the first claim of the opening of the first article.
#[test]
fn every_claim_of_the_seeds_has_a_question() {
    let table: toml::Table =
        fs::read_to_string(root().join("tests/fixtures/seed-coverage.toml")).unwrap().parse().unwrap();
    let banks = banks();
    let ids: BTreeSet<&str> =
        banks.values().flat_map(|bank| list(bank, "question")).map(|question| text(question, "id")).collect();
    let rows = table["rows"].as_table().unwrap();
    for (row, questions) in rows {
        let questions = questions.as_array().unwrap();
        assert!(!questions.is_empty(), "no question teaches {row}");
        for id in questions {
            assert!(ids.contains(id.as_str().unwrap()), "{row}: {id} is no question");
        }
    }
    // Claims of a section are numbered without a gap; these are the sections and how many claims each has.
    let sections = [
        ("A0", 4),
        ("A1", 2),
        ("A2", 6),
        ("A3", 6),
        ("A4", 5),
        ("A5", 5),
        ("A6", 5),
        ("A7", 4),
        ("B0", 3),
        ("B1", 2),
        ("B2", 6),
        ("B3", 6),
        ("B4", 6),
        ("B5", 7),
        ("B6", 5),
        ("B7", 5),
    ];
    let expected: BTreeSet<String> = sections
        .iter()
        .flat_map(|(section, n)| (1..=*n).map(move |claim| format!("{section}.{claim}")))
        .collect();
    assert_eq!(rows.keys().cloned().collect::<BTreeSet<_>>(), expected);
}

/// No error, no warning, with every rule on; and nobody who knows nothing earns more than five points over chance by
/// a rule of thumb.
#[test]
fn check_is_content_and_a_guesser_is_not() {
    let checked = Sandbox::new().run(&["check", "--strict", "--json"], "").ended_with(0).stdout;
    let checked: Value = serde_json::from_str(&checked).unwrap();
    let severe = |problem: &&Value| problem["severity"] != "note";
    assert_eq!(checked["problems"].as_array().unwrap().iter().find(severe), None);
    let cues = checked["bank"]["cues"].as_array().unwrap();
    assert!(cues.len() >= 8, "{cues:?}");
    for cue in cues {
        let excess = cue["excess_points"].as_f64().unwrap();
        assert!(excess <= 5.0, "choosing the {} earns {excess:.1} points", cue["name"]);
    }
}
