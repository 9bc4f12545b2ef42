//! What fuzzing found, one test each, with the smallest file that showed it.

use crate::diagnostic::Diagnostic;
use crate::exchange::{ImportOptions, Imported, ResponseFile, find, gather};
use crate::fuzzing::banks::desk;
use crate::fuzzing::package::zipped;
use crate::fuzzing::readers::readers;

/// Everything that always holds does so for this file.
#[track_caller]
fn holds(reader: &str, bytes: &[u8]) {
    let all = readers();
    let reader = all.iter().find(|known| known.name == reader).expect("a reader");
    reader.check(bytes);
}

fn import(format: &str, bytes: &[u8]) -> Imported {
    let import = find(format).and_then(|format| format.import.as_ref()).expect("a format that is read");
    (import.read)(bytes, &ImportOptions::default())
}

fn messages(problems: &[Diagnostic]) -> Vec<&str> {
    problems.iter().map(|problem| problem.message.as_str()).collect()
}

#[test]
fn a_deck_whose_compression_breaks_off_is_told_in_words() {
    let deck = zipped(&vec![(String::from("collection.anki21b"), vec![])], false).expect("a package");
    let imported = import("apkg", &deck);
    assert_eq!(
        messages(&imported.problems),
        ["this deck of Anki cannot be read: its compression is damaged, or it breaks off"]
    );
}

#[test]
fn a_topic_that_is_declared_without_a_title_can_be_written() {
    let text =
        "##  (`gate-duty`)\n* `one`: do it\n* `one`: again\n### q1\nWho?\n* **A.** x\n* **B.** y\n### q1: A";
    holds("import-markdown", text.as_bytes());
    let imported = import("markdown", text.as_bytes());
    let topic = &imported.bank.topics()[0];
    assert_eq!((topic.title.as_str(), topic.summary.as_str(), imported.read), ("Gate duty", "Gate duty", 1));
    // A mark of direction in a title was taken over into the bank, which could not be written then.
    let text = "## Gate \u{200f}\u{ffff} (`g`)\no\n\n### q1\nWho?\n* **A.** x\n* **B.** y\n### q1: A";
    holds("import-markdown", text.as_bytes());
    let text = r#"{"schema": 1, "topics": [{"id": "gate", "title": " ", "objectives": [{"id": "o", "text": "t"}, {"id": "o", "text": ""}]}],
        "questions": [{"id": "q", "topic": "gate", "objective": "o", "stem": "Who?", "answers": ["x"], "distractors": [{"text": "y"}]}]}"#;
    holds("import-json", text.as_bytes());
    let imported = import("json", text.as_bytes());
    assert_eq!((imported.bank.topics()[0].objectives.len(), imported.read), (1, 1));
}

#[test]
fn no_color_of_a_table_of_answers_is_printed() {
    let text = "student,\u{1b}[31mQ1,Q2\nkey,A,B\n\u{1b}[7mann,A,B\nbob,\u{1b}[5mB,B\n";
    let file = ResponseFile { name: String::from("class.csv"), bytes: text.as_bytes().to_vec() };
    let responses = gather(&[file], None, &desk()).responses;
    assert_eq!((responses.items.len(), responses.students.len()), (2, 2));
    let said = format!("{responses:?}");
    assert!(!said.contains("u{1b}") && said.contains('\u{fffd}'), "{said}");
}

#[test]
fn a_bank_whose_ids_are_wrong_is_imported_as_one_that_can_be_written() {
    let text = "schema = 1\n[topic]\nid = \"<Gate>\"\ntitle = \"T\"\nsummary = \"S\"\n[[objective]]\nid = \"one\"\n[[question]]\nid = \"q 1\"\nobjective = \"O p\"\nkind = \"concept\"\nlevel = \"recall\"\nstem = \"Who?\"\nanswer = \"x\"\ndistractors = [{ text = \"y\" }]\n";
    holds("import-toml", text.as_bytes());
    let imported = import("toml", text.as_bytes());
    let question = imported.bank.question("q-1").expect("the question");
    assert_eq!((question.topic.as_str(), question.objective.as_str(), imported.read), ("gate", "o-p", 1));
    assert!(imported.problems.iter().any(|problem| problem.rule == "undeclared-objective"));
}

#[test]
fn a_fault_of_xml_behind_two_marks_of_an_encoding_is_told_at_its_place() {
    for text in ["\u{feff}\u{feff}<question \"\">", "\u{feff}\u{feff}<"] {
        holds("import-moodle-xml", text.as_bytes());
    }
    let imported = import("moodle-xml", "\u{feff}\u{feff}<question \"\">".as_bytes());
    let place = imported.problems[0].place.as_ref().expect("a place");
    assert_eq!(&place.source.text[place.span.start..], "<question \"\">");
}

#[test]
fn the_name_of_a_value_that_is_lost_turns_no_text_around() {
    let text = "{\"\":\"\",\"\":true}{\"question\":\"T\",\":True\u{ffff}\":\"r\",\"answer\":true}";
    holds("import-json", text.as_bytes());
    let lines = import("json", text.as_bytes()).loss.lines();
    assert!(lines[0].contains("values of `:True\u{fffd}`"), "{lines:?}");
}
