//! What fuzzing found, one test each, with the smallest file that showed it.

use crate::diagnostic::Diagnostic;
use crate::exchange::{Export, ExportOptions, ImportOptions, Imported, ResponseFile, find, gather};
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
    let responses = gather(&[file], None, desk()).responses;
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

/// A document of Word with a line a paragraph.
fn document(lines: &[&str]) -> Vec<u8> {
    let lines: Vec<String> =
        lines.iter().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let text = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{}</w:body></w:document>",
        lines.concat()
    );
    zipped(&vec![(String::from("word/document.xml"), text.into_bytes())], false).expect("a package")
}

#[test]
fn a_line_of_a_document_is_text_whatever_it_looks_like() {
    // Its text was taken for no text, or for one in another encoding, and places were behind its end.
    for first in ["%PDF-1.4 begins which file?", "\u{feff}Who is \u{0}?", "\u{1f}\u{8b}, is it a gate?"] {
        let bytes = document(&[&format!("1. {first}"), "A. x", "B. y", first, "A. x", "B. y", "Answer: A"]);
        holds("import-docx", &bytes);
        let bytes = document(&[first, "A. x", "B. y", "", "2. Who?", "A. x", "B. y"]);
        holds("import-docx", &bytes);
        let imported = import("docx", &bytes);
        let of = |rule: &str| imported.problems.iter().filter(|problem| problem.rule == rule).count();
        assert_eq!((imported.skipped, of("no-key"), of("binary")), (2, 2, 0), "{:?}", imported.problems);
        let places: Vec<String> =
            imported.problems.iter().filter_map(|problem| Some(problem.place.as_ref()?.text())).collect();
        assert_eq!(places, [":1:1", ":5:1"], "{first:?}");
    }
}

#[test]
fn what_is_said_of_the_encoding_of_a_part_is_said_once() {
    let item = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><questestinterop><item ident=\"a\" title=\"Caf\u{e9}\"></item></questestinterop>";
    let latin: Vec<u8> = item.chars().map(|c| u32::from(c) as u8).collect();
    let bytes = zipped(&vec![(String::from("quiz.xml"), latin)], false).expect("a package");
    let said = import("canvas", &bytes).said;
    assert_eq!(said.iter().filter(|said| said.starts_with("the text is in")).count(), 1, "{said:?}");
}

#[test]
fn a_word_that_would_begin_code_in_a_line_of_its_own_does_not_get_one() {
    // The bank that was written had the fence alone in its line, and was read as code.
    let long = "g:".repeat(55);
    let words = "NNaa".repeat(26);
    holds("import-gift", format!("```e {long}Good?{{=o~s}}\n").as_bytes());
    for stem in
        [format!("``` {words} ~~~"), format!("{words} is ``` {words}"), format!("{words} {words}NNa ```")]
    {
        let text = format!("#Q {stem}\n^ x\nA x\nB y\n");
        holds("import-opentriviaqa", text.as_bytes());
        assert_eq!(import("opentriviaqa", text.as_bytes()).bank.questions()[0].stem, stem);
    }
}

#[test]
fn a_fence_with_nothing_behind_it_is_a_word() {
    // What writes a text into lines of their own left nothing of it.
    let file = "#Q Who?\n^ x\nA x\n#Q Who?\n^ x\nAB y\n\n#Q ```\n\n^ x\nA x\nB y\n#Q Who??\n^ x\n^ ^ x\n\n#Q`\n?\nA\nB y y\nA x\n Who?\n^ x\nA x\nB y\nA  \nB x\n";
    holds("import-opentriviaqa", file.as_bytes());
    let list = "1. Which line begins code?\n```\nA. x\nB. y\nAnswer: A\n";
    assert_eq!(import("list", list.as_bytes()).read, 0);
    let list =
        "1. Which begins code?\nA. ```\nB. ~~~\nAnswer: A\n\n2. ```rm``` does what?\nA. x\nB. y\nAnswer: A\n";
    let imported = import("list", list.as_bytes());
    let stems: Vec<&str> = imported.bank.questions().iter().map(|question| question.stem.as_str()).collect();
    assert_eq!(stems, ["Which begins code?", "```rm``` does what?"]);
}

#[test]
fn code_with_a_line_that_looks_like_a_fence_comes_back() {
    for format in ["moodle-xml", "canvas", "qti21", "qti30", "gift", "markdown", "toml"] {
        let stem = "What begins code?\n```\n```e\nx\n```";
        let bank = import(
            "json",
            format!("[{{\"question\": {stem:?}, \"options\": [\"x\", \"y\"], \"answer\": \"x\"}}]")
                .as_bytes(),
        );
        assert_eq!(bank.bank.questions()[0].stem, stem);
        let export = Export::new(&bank.bank, bank.bank.questions(), ExportOptions::default());
        let bytes = find(format).and_then(|format| format.export(&export)).expect("a file").bytes;
        assert_eq!(import(format, &bytes).bank.questions()[0].stem, stem, "{format}");
    }
}

#[test]
fn the_name_of_a_part_or_a_sheet_clears_no_screen() {
    let item = "<assessmentItem identifier=\"a\" title=\"t\"><itemBody><p>Who?</p>";
    let bytes = zipped(&vec![(String::from("items/\u{1b}[2J.xml"), item.as_bytes().to_vec())], false);
    let imported = import("qti21", &bytes.expect("a package"));
    let places: Vec<String> =
        imported.problems.iter().filter_map(|problem| Some(problem.place.as_ref()?.text())).collect();
    assert!(places.iter().any(|place| place.starts_with("/items/\u{fffd}[2J.xml:1")), "{places:?}");
    let part = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |cells: [&str; 4]| format!("<row>{}</row>", cells.map(cell).concat());
    let sheet = |rows: String| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let bytes = zipped(
        &vec![
            part(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Gate\" r:id=\"a\"/><sheet name=\"\u{1b}[2J\" r:id=\"b\"/></sheets></workbook>",
            ),
            part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"a\" Target=\"worksheets/a.xml\"/><Relationship Id=\"b\" Target=\"worksheets/b.xml\"/></Relationships>",
            ),
            part(
                "xl/worksheets/a.xml",
                &sheet(row(["Question", "Option A", "Option B", "Answer"]) + &row(["Who?", "x", "y", "A"])),
            ),
            part("xl/worksheets/b.xml", &sheet(row(["a", "b", "c", "d"]))),
        ],
        false,
    );
    let bytes = bytes.expect("a package");
    holds("import-xlsx", &bytes);
    let imported = import("xlsx", &bytes);
    assert_eq!((imported.read, imported.said.len()), (1, 1), "{:?} {:?}", imported.problems, imported.said);
    assert!(imported.said[0].contains("\u{fffd}[2J"), "{:?}", imported.said);
}
