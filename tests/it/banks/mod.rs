//! The shipped banks: complete, mixed as exams are, in one language, and giving nothing away.

mod guessing;
mod language;
mod mix;
mod places;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::support::{Sandbox, root};

/// A question as its file has it, with the topic of the file.
struct Question {
    topic: String,
    table: toml::Table,
}

impl Question {
    fn text(&self, key: &str) -> &str {
        text(&self.table, key)
    }

    fn id(&self) -> &str {
        self.text("id")
    }

    fn stem(&self) -> &str {
        self.text("stem")
    }

    fn is_true_false(&self) -> bool {
        self.text("kind") == "true-false"
    }

    /// Whether it tells of a situation, instead of asking for knowledge alone.
    fn is_situation(&self) -> bool {
        ["scenario", "first-action", "wording"].contains(&self.text("kind"))
    }

    fn keys(&self) -> Vec<&str> {
        match self.table.get("answers") {
            Some(several) => several.as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect(),
            None => vec![self.text("answer")],
        }
    }

    fn distractors(&self) -> Vec<(&str, &str)> {
        list(&self.table, "distractors")
            .into_iter()
            .map(|one| (text(one, "text"), text(one, "why")))
            .collect()
    }

    fn options(&self) -> Vec<&str> {
        self.keys().into_iter().chain(self.distractors().into_iter().map(|(text, _)| text)).collect()
    }

    /// Everything that a student reads but the source.
    fn prose(&self) -> String {
        let whys = self.distractors().into_iter().map(|(_, why)| why).collect::<Vec<_>>().join("\n");
        [self.stem(), &self.options().join("\n"), self.text("explanation"), &whys].join("\n")
    }
}

fn list<'t>(table: &'t toml::Table, key: &str) -> Vec<&'t toml::Table> {
    table[key].as_array().unwrap().iter().map(|item| item.as_table().unwrap()).collect()
}

fn text<'t>(table: &'t toml::Table, key: &str) -> &'t str {
    table.get(key).and_then(toml::Value::as_str).unwrap_or_default()
}

/// Every shipped bank, by topic.
fn banks() -> BTreeMap<String, toml::Table> {
    let mut banks = BTreeMap::new();
    for entry in fs::read_dir(root().join("question-banks")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        banks.insert(name, fs::read_to_string(&path).unwrap().parse().unwrap());
    }
    banks
}

fn questions() -> Vec<Question> {
    let of = |(topic, bank): (String, toml::Table)| {
        let questions = list(&bank, "question").into_iter().cloned().collect::<Vec<_>>();
        questions.into_iter().map(move |table| Question { topic: topic.clone(), table }).collect::<Vec<_>>()
    };
    banks().into_iter().flat_map(of).collect()
}

fn fixture(name: &str) -> toml::Table {
    fs::read_to_string(root().join("tests/fixtures").join(name)).unwrap().parse().unwrap()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether words stand in a text side by side, whatever their case.
fn holds(text: &[String], phrase: &str) -> bool {
    let phrase = words(phrase);
    text.windows(phrase.len()).any(|window| window == phrase)
}

/// Fails with everything that is wrong, instead of with the first.
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_bank_is_compiled_in() {
    let shown = Sandbox::new().run(&["topics", "--json"], "").ended_with(0).stdout;
    let shown: Value = serde_json::from_str(&shown).unwrap();
    let compiled: BTreeSet<&str> =
        shown["topics"].as_array().unwrap().iter().map(|topic| topic["id"].as_str().unwrap()).collect();
    let banks = banks();
    assert_eq!(compiled, banks.keys().map(String::as_str).collect());
    assert_eq!(compiled.len(), 20);
}

#[test]
fn there_are_750_questions_and_every_objective_has_three_to_five() {
    let mut objectives: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (topic, bank) in banks() {
        for objective in list(&bank, "objective") {
            objectives.insert((topic.clone(), text(objective, "id").to_owned()), 0);
        }
    }
    let questions = questions();
    for question in &questions {
        *objectives.get_mut(&(question.topic.clone(), question.text("objective").to_owned())).unwrap() += 1;
    }
    let wrong = objectives.iter().filter(|(_, n)| !(3..=5).contains(*n));
    none(&wrong.map(|((topic, objective), n)| format!("{topic}: {objective} has {n}")).collect::<Vec<_>>());
    assert!(questions.len() >= 750 && objectives.len() >= 185, "{} {}", questions.len(), objectives.len());
}

#[test]
fn every_question_is_explained_and_sourced() {
    let mut wrong = vec![];
    for question in questions() {
        let id = question.id();
        if !(20..=80).contains(&count(question.text("explanation"))) {
            wrong.push(format!("{id}: an explanation of {} words", count(question.text("explanation"))));
        }
        if count(question.text("source")) < 3 {
            wrong.push(format!("{id}: no source"));
        }
        let short = |(_, why): &(&str, &str)| count(why) < 5;
        wrong
            .extend(question.distractors().iter().filter(|d| short(d)).map(|_| format!("{id}: a short why")));
    }
    none(&wrong);
}

/// What the two seed articles teach, row by row: A0.1 is the first claim of the opening of the first article.
#[test]
fn every_claim_of_the_seeds_has_a_question() {
    let table = fixture("seed-coverage.toml");
    let questions = questions();
    let ids: BTreeSet<&str> = questions.iter().map(Question::id).collect();
    let rows = table["rows"].as_table().unwrap();
    for (row, questions) in rows {
        let questions = questions.as_array().unwrap();
        assert!(!questions.is_empty(), "no question teaches {row}");
        for id in questions {
            assert!(ids.contains(id.as_str().unwrap()), "{row}: {id} is no question");
        }
    }
    // Claims of a section are numbered without a gap; these are the sections and how many claims each has.
    #[rustfmt::skip]
    let sections = [
        ("A0", 4), ("A1", 2), ("A2", 6), ("A3", 6), ("A4", 5), ("A5", 5), ("A6", 5), ("A7", 4),
        ("B0", 3), ("B1", 2), ("B2", 6), ("B3", 6), ("B4", 6), ("B5", 7), ("B6", 5), ("B7", 5),
    ];
    let expected: BTreeSet<String> = sections
        .iter()
        .flat_map(|(section, n)| (1..=*n).map(move |claim| format!("{section}.{claim}")))
        .collect();
    assert_eq!(rows.keys().cloned().collect::<BTreeSet<_>>(), expected);
}
