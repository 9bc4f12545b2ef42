//! Whose law decides, who is named, and where it happens.

use std::collections::{BTreeMap, BTreeSet};

use super::{Question, holds, none, questions, words};
use crate::support::Sandbox;

/// What a stem calls the place whose law decides.
const PLACES: &[(&str, &[&str])] = &[
    ("us-ca", &["California"]),
    ("us-fl", &["Florida"]),
    ("us-tx", &["Texas"]),
    ("us-ny", &["New York"]),
    ("us-wa", &["Washington"]),
    ("us-or", &["Oregon"]),
    ("us-ada", &["Americans with Disabilities Act", "United States", "ADA"]),
    ("us-federal", &["federal", "United States", "U.S."]),
    ("ca", &["Canada", "Canadian"]),
    ("ca-on", &["Ontario"]),
    ("ca-qc", &["Quebec"]),
    ("uk", &["United Kingdom", "England", "UK"]),
];

/// Settings, each by the words that a stem has for it.
const SETTINGS: &[(&str, &[&str])] = &[
    ("casino", &["casino"]),
    ("airport", &["airport"]),
    ("school", &["school", "high school"]),
    ("house of worship", &["church", "mosque", "synagogue", "temple", "worship", "worshipers"]),
    ("shelter", &["shelter"]),
    ("courthouse", &["courthouse"]),
    ("bar", &["bar", "nightclub", "tavern"]),
    ("retail", &["store", "shoplifter", "shoplifting", "loss prevention", "supermarket"]),
    ("government office", &["city hall", "government", "county", "benefits office"]),
    ("construction", &["construction"]),
    ("hospital", &["hospital", "clinic", "emergency room"]),
    ("hotel", &["hotel"]),
    ("mall", &["mall"]),
    ("stadium", &["stadium", "arena"]),
    ("museum", &["museum"]),
    ("transit", &["transit", "train", "bus", "platform", "subway"]),
    ("apartment", &["apartment", "condo", "gated"]),
    ("office", &["office tower", "office building", "lobby"]),
    ("warehouse", &["warehouse", "loading dock"]),
    ("campus", &["campus", "college", "university"]),
    ("data center", &["data center"]),
    ("concert", &["concert", "festival"]),
    ("parking", &["parking lot", "parking garage", "garage"]),
    ("theater", &["theater"]),
    ("library", &["library"]),
    ("bank", &["bank"]),
];

/// Settings that real posts have and the first edition lacked.
const FIRST_TEN: usize = 10;

#[test]
fn seventy_questions_are_about_the_law_of_a_place_and_name_it() {
    let (mut wrong, mut local, mut seen) = (vec![], 0, BTreeSet::new());
    for question in questions() {
        let place = question.text("jurisdiction");
        if place.is_empty() {
            continue;
        }
        local += 1;
        match PLACES.iter().find(|(tag, _)| *tag == place) {
            None => wrong.push(format!("{}: {place}", question.id())),
            Some((tag, names)) => {
                seen.insert(*tag);
                if !names.iter().any(|name| question.stem().contains(name)) {
                    wrong.push(format!("{}: the stem does not name {}", question.id(), names[0]));
                }
            }
        }
    }
    none(&wrong);
    assert!(local >= 70, "{local} questions carry a jurisdiction");
    for place in ["us-ca", "us-fl", "us-tx", "us-ny", "us-wa", "us-ada", "ca-on", "uk"] {
        assert!(seen.contains(place), "none of {place}");
    }
}

#[test]
fn no_setting_is_worn_out_and_none_is_missing() {
    let questions = questions();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for question in &questions {
        let stem = words(question.stem());
        for (setting, names) in SETTINGS {
            if names.iter().any(|name| holds(&stem, name)) {
                *counts.entry(setting).or_default() += 1;
            }
        }
    }
    let most = questions.len() * 6 / 100;
    none(&counts.iter().filter(|(_, n)| **n > most).map(|(s, n)| format!("{s} {n}")).collect::<Vec<_>>());
    for (setting, _) in &SETTINGS[..FIRST_TEN] {
        assert!(counts.get(setting).is_some_and(|n| *n >= 2), "{setting}: {:?}", counts.get(setting));
    }
}

/// The people of a text: what follows "Mr.", "Ms.", "Mrs.", and the given names that the bank uses.
fn people(question: &Question, given: &[&str]) -> BTreeSet<String> {
    let text = [question.stem(), &question.options().join(" ")].join(" ");
    let mut found = BTreeSet::new();
    for title in ["Mr. ", "Ms. ", "Mrs. "] {
        for after in text.split(title).skip(1) {
            found.insert(after.chars().take_while(|c| c.is_alphabetic() || *c == '\'').collect());
        }
    }
    let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphabetic()).collect();
    found.extend(given.iter().filter(|name| words.contains(*name)).map(|name| (*name).to_owned()));
    found
}

#[rustfmt::skip]
const GIVEN: &[&str] = &[
    "Denise", "Marcus", "Kelly", "Tyrone", "Brooke", "Andre", "Carl", "Nadia", "Heather", "Tanya", "Scott", "Latoya",
    "Brandon", "Amber", "Darnell", "Greg", "Leila", "Jill", "Crystal", "Jason", "Monique", "Derek", "Ashley", "Terrell",
    "Kevin", "Samira", "Paula", "Tiffany", "Brian", "Keisha", "Travis", "Megan", "Jamal", "Doug", "Amina", "Wendy",
    "Stacy", "Todd", "Ebony", "Chad", "Lindsey", "Malik", "Phil", "Farah", "Tammy",
];

#[test]
fn no_name_is_met_more_than_three_times_and_half_of_the_situations_name_nobody() {
    let questions = questions();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let (mut situations, mut unnamed) = (0, 0);
    for question in &questions {
        let people = people(question, GIVEN);
        if question.is_situation() {
            situations += 1;
            unnamed += usize::from(people.is_empty());
        }
        for name in people {
            *counts.entry(name).or_default() += 1;
        }
    }
    none(&counts.iter().filter(|(_, n)| **n > 3).map(|(name, n)| format!("{name} {n}")).collect::<Vec<_>>());
    assert!(unnamed * 2 >= situations, "{unnamed} of {situations} name nobody");
}

#[test]
fn a_place_is_chosen_by_its_name_or_its_code() {
    let sandbox = Sandbox::new();
    let asked = |place: &str| {
        sandbox.run(&["export", "--to", "json", "--jurisdiction", place], "").ended_with(0).stdout
    };
    assert_eq!(asked("california"), asked("us-ca"));
    sandbox.run(&["quiz", "--jurisdiction", "Mars"], "").ended_with(2).complains("us-ca (California)");
}
