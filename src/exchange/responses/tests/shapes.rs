//! One class, written down as other programs do (`tests/fixtures/responses/classes.py`): the figures are the same.

use super::class::{bank, file, problems};
use crate::analysis::{Analysis, Flag};
use crate::exchange::responses::{Gathered, gather};

macro_rules! fixture {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../../tests/fixtures/responses/", $name)))
    };
}

/// The files in which options are told by their texts, and what each is recognized as.
const TEXTS: [((&str, &str), &str); 4] = [
    (fixture!("moodle.csv"), "Moodle's report of responses"),
    (fixture!("canvas.csv"), "Canvas' student analysis"),
    (fixture!("google.csv"), "the responses of a Google Form"),
    (fixture!("microsoft.csv"), "the responses of a Microsoft Form"),
];
/// The files with letters and with points.
const LETTERS: [((&str, &str), &str); 2] = [
    (fixture!("scanner.csv"), "a table with one row a student and one column a question"),
    (fixture!("zipgrade.csv"), "ZipGrade's table (full format)"),
];
const POINTS: [((&str, &str), &str); 2] = [
    (fixture!("moodle-grades.csv"), "Moodle's report of grades"),
    (fixture!("points.csv"), "a table with one row a student and one column a question"),
];

fn of((name, text): (&str, &str), shape: &str) -> Gathered {
    let gathered = gather(&[file(name, text)], None, &bank());
    assert_eq!(gathered.origins[0].shape, shape, "{name}");
    assert_eq!((gathered.responses.students.len(), gathered.responses.items.len()), (40, 8), "{name}");
    gathered
}

/// The results of the page, 40 files of them.
fn pages() -> Gathered {
    let documents: Vec<serde_json::Value> = serde_json::from_str(fixture!("pages.json").1).unwrap();
    let files: Vec<_> =
        documents.iter().enumerate().map(|(at, one)| file(&format!("{at}.json"), one.to_string())).collect();
    gather(&files, None, &bank())
}

/// Asked, right, left out, and where the options are told: how often each was chosen.
fn counts(gathered: &Gathered, with_options: bool) -> Vec<(usize, usize, usize, Vec<usize>)> {
    let analysis = Analysis::new(&gathered.responses);
    let options = |item: &crate::analysis::ItemFigures| {
        if with_options { item.options.iter().map(|option| option.chosen).collect() } else { vec![] }
    };
    analysis.items.iter().map(|item| (item.asked, item.right, item.blank, options(item))).collect()
}

#[test]
fn texts_letters_points_and_pages_of_one_class_say_the_same() {
    let first = of(TEXTS[0].0, TEXTS[0].1);
    let analysis = Analysis::new(&first.responses);
    assert_eq!(analysis.items[4].flags, [Flag::WrongKey { option: 1 }], "desk-5");
    assert_eq!(first.responses.items[4].options[1].text, "So that nobody else can use it to come in");
    let (all, scores) = (counts(&first, true), counts(&first, false));
    assert!(all.iter().map(|(_, right, ..)| right).sum::<usize>() > 100);
    for (fixture, shape) in TEXTS {
        assert_eq!(counts(&of(fixture, shape), true), all, "{}", fixture.0);
    }
    assert_eq!(counts(&pages(), true), all);
    for (fixture, shape) in LETTERS.into_iter().chain(POINTS) {
        let gathered = of(fixture, shape);
        assert_eq!(problems(&gathered), [] as [&str; 0], "{}", fixture.0);
        assert_eq!(counts(&gathered, false), scores, "{}", fixture.0);
    }
    // Letters in the order of the bank's options, so that the counts are those of the texts; where nobody chose the last
    // letter the scanner does not know of it.
    for (letters, texts) in counts(&of(LETTERS[0].0, LETTERS[0].1), true).iter().zip(&all) {
        assert!(texts.3.starts_with(&letters.3), "{letters:?} {texts:?}");
    }
}

#[test]
fn a_workbook_is_read_as_its_table_is() {
    let bytes = include_bytes!("../../../../tests/fixtures/responses/microsoft.xlsx");
    let book = gather(&[file("microsoft.xlsx", &bytes[..])], None, &bank());
    let ((name, text), shape) = TEXTS[3];
    assert_eq!((problems(&book), book.origins[0].shape), (vec![], shape));
    assert_eq!(book.responses, of((name, text), shape).responses);
}

#[test]
fn sound_files_have_no_problem() {
    for (fixture, shape) in TEXTS {
        let gathered = of(fixture, shape);
        assert_eq!(problems(&gathered), [] as [&str; 0], "{}", fixture.0);
        let known: Vec<bool> = gathered.responses.items.iter().map(|item| item.known).collect();
        assert_eq!(known, [true; 8], "{}", fixture.0);
    }
    assert_eq!(pages().responses.students.len(), 40);
}

#[test]
fn the_same_student_in_two_pages_counts_once() {
    let page = r#"{"guardprep-result": 1, "name": "Ann", "items": [{"id": "desk-3", "chosen": ["Until the desk closes on that day"], "right": true}]}"#;
    let gathered = gather(&[file("a.json", page), file("b.json", page)], None, &bank());
    assert_eq!(gathered.responses.students.len(), 1);
    assert_eq!(gathered.problems[0].rule, "duplicate-student");
}

#[test]
fn a_question_that_the_bank_does_not_know_is_read_by_what_was_right() {
    let row = |at: usize| format!("{at},s{at},2025-01-01,x,{},{}\n", ["red", "blue"][at % 2], at % 2);
    let rows: String = (0..12).map(row).collect();
    let title = "What color is the badge?";
    let text = format!("ID,Name,Start time,Completion time,{title},Points - {title}\n{rows}");
    let gathered = gather(&[file("forms.csv", text)], None, &bank());
    let item = &gathered.responses.items[0];
    assert_eq!(item.stem, "What color is the badge?");
    let options: Vec<(&str, bool)> =
        item.options.iter().map(|option| (option.text.as_str(), option.key)).collect();
    assert_eq!(options, [("blue", true), ("red", false)]);
}

#[test]
fn of_an_exported_log_the_first_answer_counts() {
    let answer = |n: u32, text: &str, right: bool| {
        format!(
            r#"{{"id":"{n:032x}","device":"d","number":{n},"at":{n},"sitting":"s","event":"answer","item":0,"question":"desk-3","topic":"desk","chosen":["{text}"],"correct":{right},"key":"0","took":1}}"#
        )
    };
    let log = format!(
        "{}\n{}\n",
        answer(1, "Until the visitor leaves the house", false),
        answer(2, "Until the desk closes on that day", true)
    );
    let gathered = gather(&[file("ann.jsonl", log)], None, &bank());
    assert!(gathered.first_only);
    assert_eq!(problems(&gathered), [] as [&str; 0]);
    let analysis = Analysis::new(&gathered.responses);
    assert_eq!((analysis.items[0].asked, analysis.items[0].right), (1, 0));
}
