//! Word documents of different habit.

use super::{check_bytes, told};
use crate::exchange::archive::Archive;

const NAMES: &str =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:wp=\"wp\"";

/// A document with this body, and lists 1 (`1.`, below it `a)`) and 2 (bullets).
fn document(body: &str) -> Vec<u8> {
    let level = |at: usize, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering {NAMES}><w:abstractNum w:abstractNumId=\"7\">{}{}</w:abstractNum><w:abstractNum w:abstractNumId=\"8\">{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num></w:numbering>",
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "%2)"),
        level(0, "bullet", "•"),
    );
    let mut archive = Archive::new();
    archive.add("[Content_Types].xml", b"<Types/>");
    archive.add(
        "word/document.xml",
        format!("<?xml version=\"1.0\"?><w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>")
            .as_bytes(),
    );
    archive.add("word/numbering.xml", numbering.as_bytes());
    archive.finish()
}

fn run(text: &str, properties: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", run(text, ""))
}

fn marked(text: &str, properties: &str) -> String {
    format!("<w:p>{}</w:p>", run(text, properties))
}

fn item(level: usize, text: &str, properties: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}</w:p>",
        run(text, properties)
    )
}

fn table(rows: &[&[&str]]) -> String {
    let mut table = String::from("<w:tbl>");
    for row in rows {
        table.push_str("<w:tr>");
        for cell in *row {
            table += &format!("<w:tc>{}</w:tc>", p(cell));
        }
        table.push_str("</w:tr>");
    }
    table + "</w:tbl>"
}

#[test]
fn what_is_typed_reads_as_a_list() {
    let body = [
        p("1. Who opens?"),
        p("a) host"),
        p("b) guard"),
        p("Answer: b"),
        p("2. Who shuts?"),
        p("a) guard"),
        p("*b) host"),
    ]
    .concat();
    check_bytes(
        "typed.docx",
        &document(&body),
        &[
            "docx: 2 read, 0 skipped",
            "Who opens? (typed) + guard - host",
            "Who shuts? (typed) + host - guard",
        ],
    );
}

#[test]
fn numbers_of_word_are_written_and_bold_keys_found() {
    let bold = "<w:b/>";
    let body = [
        item(0, "Who opens?", bold),
        item(1, "host", ""),
        item(1, "guard", bold),
        item(0, "Who shuts?", bold),
        item(1, "guard", bold),
        item(1, "host", "<w:b w:val=\"0\"/>"),
        item(1, "cook", ""),
    ]
    .concat();
    check_bytes(
        "numbered.docx",
        &document(&body),
        &[
            "docx: 2 read, 0 skipped",
            "Who opens? (numbered) + guard - host",
            "Who shuts? (numbered) + guard - host - cook",
        ],
    );
}

#[test]
fn highlighted_keys_count_where_everything_is_bold() {
    let body = [
        marked("1. Who opens?", "<w:b/>"),
        marked("A. host", "<w:b/>"),
        marked("B. guard", "<w:b/><w:highlight w:val=\"yellow\"/>"),
        marked("2. Who shuts?", "<w:b/>"),
        marked("A. guard", "<w:b/><w:shd w:fill=\"FFFF00\"/>"),
        marked("B. host", "<w:b/>"),
    ]
    .concat();
    check_bytes(
        "highlight.docx",
        &document(&body),
        &[
            "docx: 2 read, 0 skipped",
            "Who opens? (highlight) + guard - host",
            "Who shuts? (highlight) + guard - host",
        ],
    );
    let red = [p("1. Who opens?"), p("A. host"), marked("B. guard", "<w:color w:val=\"FF0000\"/>")].concat();
    check_bytes("red.docx", &document(&red), &["docx: 1 read, 0 skipped", "Who opens? (red) + guard - host"]);
}

#[test]
fn a_table_of_questions_and_one_of_options() {
    let questions = table(&[
        &["Question", "A", "B", "Answer"],
        &["Who opens?", "host", "guard", "B"],
        &["Who shuts?", "guard", "host", "A"],
    ]);
    check_bytes(
        "table.docx",
        &document(&questions),
        &[
            "docx: 2 read, 0 skipped",
            "Who opens? (table) + guard - host",
            "Who shuts? (table) + guard - host",
        ],
    );
    let layout = [p("1. Who opens?"), table(&[&["a)", "host"], &["b)", "guard"]]), p("Answer: b")].concat();
    check_bytes(
        "layout.docx",
        &document(&layout),
        &["docx: 1 read, 0 skipped", "Who opens? (layout) + guard - host"],
    );
}

#[test]
fn breaks_raised_letters_and_pictures() {
    let raised = "<w:vertAlign w:val=\"superscript\"/>";
    let body = format!(
        "<w:p>{}<w:r><w:drawing><wp:docPr descr=\"the plan\"/></w:drawing></w:r><w:r><w:br/></w:r>{}<w:r><w:br/></w:r>{}{}</w:p>{}",
        run("1. How far? ", ""),
        run("a) 10 m", ""),
        run("b) 10", ""),
        run("3", raised),
        p("Answer: b")
    );
    check_bytes(
        "breaks.docx",
        &document(&body),
        &[
            "docx: 1 read, 0 skipped",
            "How far? [the plan] (breaks) + 10³ - 10 m",
            "1 picture: a picture of the document did not come in",
        ],
    );
}

#[test]
fn documents_without_questions_and_broken_ones_end_in_a_word() {
    let letter = told("letter.docx", &document(&p("Dear tenant,")));
    assert_eq!(letter[1], "1 stray-text: this text belongs to no question: \"Dear tenant,\"");
    let mut archive = Archive::new();
    archive.add("word/document.xml", b"<w:document><w:body><w:p>");
    let torn = told("torn.docx", &archive.finish());
    assert!(torn[1].contains("this Word document cannot be read"), "{torn:?}");
    let deep = document(&"<w:sdt>".repeat(500));
    assert!(told("deep.docx", &deep)[1].contains("cannot be read"));
    let nested =
        document(&format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(15), "</w:tc></w:tr></w:tbl>".repeat(15)));
    assert!(!told("nested.docx", &nested).is_empty());
}
