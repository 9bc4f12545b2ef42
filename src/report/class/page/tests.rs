//! The page of a class: what is in it, and what can never be.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::whole::SORT;
use crate::analysis::{Analysis, Choice, Given, Item, Responses, Student};
use crate::bank::{Bank, samples};
use crate::exchange::base64;
use crate::report::ClassReport;

const HOSTILE: &str = "</title><script>pwned()</script> \"& 'name'";

/// Item `at` of a class: five options, of which the first is the key; the second item is of a hostile author.
fn item(at: usize) -> Item {
    let choice = |number: usize| Choice {
        text: if at == 1 { format!("{HOSTILE} {number}") } else { format!("Option {number} of {at}") },
        key: number == 0,
    };
    Item {
        name: if at == 1 { HOSTILE.to_owned() } else { format!("q-{at}") },
        known: at.is_multiple_of(2),
        stem: if at == 1 { HOSTILE.to_owned() } else { format!("What is {at}?") },
        topic: String::from("t1"),
        objective: String::new(),
        options: (0..5).map(choice).collect(),
    }
}

/// A class of so many students and questions; the better ones stand first, and to the third question the better ones
/// choose a distractor.
fn class(students: usize, questions: usize) -> Responses {
    let student = |at: usize| Student {
        name: if at == 0 { HOSTILE.to_owned() } else { format!("Student {at}") },
        given: (0..questions)
            .map(|item| {
                let luck = (at * 7 + item * 13 + at * item) % 10;
                let good = luck + (students - at) * 10 / students > 9;
                match (item, good) {
                    (2, true) => Given::Chose(0b10),
                    (2, false) if luck == 0 => Given::Chose(1),
                    (_, false) if luck == 9 => Given::Blank,
                    (2, _) => Given::Chose(0b100),
                    (_, true) => Given::Chose(1),
                    _ => Given::Chose(1 << (1 + luck % 4)),
                }
            })
            .collect(),
    };
    Responses { items: (0..questions).map(item).collect(), students: (0..students).map(student).collect() }
}

fn made(responses: &Responses, names: bool) -> String {
    let mut bank = Bank::default();
    let mut topic = samples::topic("t1");
    topic.title = HOSTILE.to_owned();
    bank.add(topic, [samples::question("q-0", "t1")]);
    let report = ClassReport {
        responses,
        analysis: &Analysis::new(responses),
        bank: &bank,
        places: BTreeMap::from([(String::from("q-2"), format!("{HOSTILE}.toml:1:2"))]),
        origins: vec![format!("{HOSTILE}.csv: read as a table.")],
        first_only: true,
        names,
    };
    String::from_utf8(report.html("1 error")).unwrap()
}

/// Every kind of class.
fn pages() -> Vec<(&'static str, String)> {
    let all = |given: Given| {
        let mut class = class(40, 6);
        class.students.iter_mut().for_each(|student| student.given.fill(given));
        class
    };
    let mut drawn = class(40, 6);
    for (at, student) in drawn.students.iter_mut().enumerate() {
        student.given[3 + at % 2] = Given::NotAsked;
    }
    let mut points = class(60, 8);
    for student in &mut points.students {
        student.given.iter_mut().for_each(|given| *given = Given::Scored(*given == Given::Chose(1)));
    }
    points.items.iter_mut().for_each(|item| item.options.clear());
    vec![
        ("few", made(&class(12, 6), false)),
        ("forty", made(&class(40, 9), true)),
        ("many", made(&class(300, 60), false)),
        ("all right", made(&all(Given::Chose(1)), false)),
        ("nobody answered", made(&all(Given::Blank), false)),
        ("different questions", made(&drawn, false)),
        ("only points", made(&points, false)),
    ]
}

#[test]
fn the_policy_names_the_script_as_it_is() {
    let found = Sha256::digest(SORT.text);
    assert_eq!(SORT.hash, base64(&found), "put what was found into the constant");
}

#[test]
fn nothing_of_anybody_is_markup_and_no_number_is_none() {
    for (state, page) in pages() {
        assert_eq!(page.matches("<script").count(), 1, "{state}: its own");
        for never in ["NaN", "inf\"", "http:", "https:", "url(http", "style=", "onload", "onclick"] {
            assert!(!page.contains(never), "{state}: {never}");
        }
        assert!(page.contains("&lt;/title&gt;&lt;script&gt;pwned()"), "{state}");
        assert_eq!(page.matches("Content-Security-Policy").count(), 1, "{state}");
        let numbers = page.split(['"', ' ']).filter_map(|word| word.parse::<f64>().ok());
        assert!(numbers.clone().count() > 20, "{state}");
        assert!(numbers.clone().all(f64::is_finite), "{state}");
    }
}

#[test]
fn every_question_has_its_row_its_options_and_its_point() {
    for (state, page) in pages() {
        let row = page.matches("<td class=\"look\">").count();
        let (rows, bars, points) = match state {
            "few" => (6, 6, 0),
            "forty" => (9, 9, 9),
            "many" => (60, 60, 60),
            "all right" | "nobody answered" => (6, 6, 0),
            // Of the two that not all were asked 20 students each say nothing; the others have different rests.
            "different questions" => (6, 6, 0),
            _ => (8, 0, 8),
        };
        assert_eq!(row, rows, "{state}");
        assert_eq!(page.matches("<article id=").count(), bars, "{state}");
        for at in 1..=bars {
            assert!(page.contains(&format!("href=\"#question-{at}\"")), "{state}: {at}");
            assert!(page.contains(&format!("id=\"question-{at}\"")), "{state}: {at}");
        }
        // The key is named in words, in every question.
        assert_eq!(page.matches("<b>Key:</b>").count(), bars, "{state}");
        let map = page.split("id=\"map-title\"").nth(1).and_then(|map| map.split("</svg>").next());
        assert_eq!(map.map_or(0, |map| map.matches("<circle").count()), points, "{state}");
        let pictures = page.matches("role=\"img\"").count();
        assert_eq!(page.matches("<desc id=").count(), pictures, "{state}");
        assert_eq!(page.matches("<details>").count(), pictures, "{state}: each as a table, too");
    }
}

#[test]
fn students_are_anonymous_unless_they_are_asked_for() {
    let class = class(40, 6);
    assert!(made(&class, true).contains("Student 7<"));
    assert!(!made(&class, false).contains("Student 7"));
}

#[test]
fn what_is_urgent_stands_on_the_page_and_in_the_map() {
    let pages = pages();
    let page = &pages.iter().find(|(state, _)| *state == "forty").unwrap().1;
    assert!(page.contains("<li><strong>q-2</strong> (wrong key?): "), "{page}");
    assert!(page.contains("class=\"cross\""));
    assert!(page.contains(", wrong key?</title>"), "a pointer names it");
}

/// Writes a page for each kind of class to `target/consumers/class/`, for the browser of `tests/consumers/pages`.
#[test]
#[ignore = "writes files: run it before the scripts of tests/consumers"]
fn write_exports_for_consumers() {
    let folder = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/consumers/class");
    std::fs::create_dir_all(&folder).unwrap();
    for (state, page) in pages() {
        std::fs::write(folder.join(format!("{}.html", state.replace(' ', "-"))), page).unwrap();
    }
}
