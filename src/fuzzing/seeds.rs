//! Files to begin with: the goldens, the fixtures, the inputs of the tests of importers, and what neither has.

use std::fs;
use std::path::{Path, PathBuf};

use super::package::{gzipped, tarred, unzipped, zipped};
use crate::exchange::recognize;

/// A large file is changed slowly, and says little more than a small one.
const MOST: usize = 96 * 1024;

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The files of a folder of tests, by name.
pub(super) fn folder(name: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(tests().join(name)).into_iter().flatten().flatten();
    let mut files: Vec<(String, Vec<u8>)> = entries
        .filter(|entry| entry.path().is_file())
        .map(|entry| {
            (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap_or_default())
        })
        .filter(|(_, bytes)| bytes.len() <= MOST)
        .collect();
    files.sort();
    files
}

/// Files that some endings have.
pub(super) fn with_ending(folder_name: &str, endings: &[&str]) -> Vec<Vec<u8>> {
    let has = |name: &str| endings.iter().any(|ending| name.ends_with(ending));
    folder(folder_name).into_iter().filter(|(name, _)| has(name)).map(|(_, bytes)| bytes).collect()
}

/// Everything that may be a file of another program, each with the format that it is taken for.
pub(super) fn imports() -> Vec<(&'static str, Vec<u8>)> {
    let mut files = [folder("golden"), folder("fixtures/imports"), folder("fixtures/hostile")].concat();
    files.extend(literals().into_iter().map(|text| (String::from("file"), text.into_bytes())));
    files.push((String::from("course.mbz"), backup()));
    files.push((String::from("list.docx"), document()));
    // Small packages are changed faster.
    files.extend(["canvas.zip", "qti21.zip", "qti30.zip"].iter().filter_map(|name| small(name)));
    let known =
        |(name, bytes): (String, Vec<u8>)| recognize(&name, &bytes).map(|format| (format.name, bytes));
    files.into_iter().filter_map(known).collect()
}

/// A package of the goldens with its first few parts.
fn small(name: &str) -> Option<(String, Vec<u8>)> {
    let bytes = fs::read(tests().join("golden").join(name)).ok()?;
    let mut parts = unzipped(&bytes)?;
    parts.truncate(4);
    Some((name.to_owned(), zipped(&parts, false)?))
}

/// The texts that the tests of importers have in quotation marks.
fn literals() -> Vec<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/exchange");
    let mut found = vec![];
    for inside in ["tests/inputs", "tests/broken", "list/tests", "json", "aiken", "anki"] {
        let entries = fs::read_dir(src.join(inside)).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        for text in paths.iter().filter_map(|path| fs::read_to_string(path).ok()) {
            found.extend(quoted(&text).into_iter().filter(|text| text.len() > 20 && text.contains('\n')));
        }
    }
    found
}

/// The texts in quotation marks of a file of Rust.
fn quoted(code: &str) -> Vec<String> {
    let (mut found, mut open): (Vec<String>, Option<String>) = (vec![], None);
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match (c, open.as_mut()) {
            ('"', None) => open = Some(String::new()),
            ('"', Some(_)) => found.extend(open.take()),
            ('\\', Some(text)) => match chars.next() {
                Some('n') => text.push('\n'),
                Some('t') => text.push('\t'),
                Some('r') => text.push('\r'),
                Some(c) => text.push(c),
                None => {}
            },
            (c, Some(text)) => text.push(c),
            _ => {}
        }
    }
    found
}

/// A backup of Moodle.
fn backup() -> Vec<u8> {
    let question = |id: usize, kind: &str, stem: &str, inside: &str| {
        format!(
            "<question id=\"{id}\"><parent>0</parent><name>{stem}</name><questiontext>&lt;p&gt;{stem}&lt;/p&gt;</questiontext>\n<questiontextformat>1</questiontextformat><generalfeedback>See the orders.</generalfeedback><generalfeedbackformat>1</generalfeedbackformat>\n<qtype>{kind}</qtype><plugin_qtype_{kind}_question>{inside}</plugin_qtype_{kind}_question><question_hints></question_hints><tags></tags></question>\n"
        )
    };
    let answer = |share: &str, text: &str| {
        format!(
            "<answer id=\"1\"><answertext>{text}</answertext><answerformat>1</answerformat><fraction>{share}</fraction><feedback>Look.</feedback><feedbackformat>1</feedbackformat></answer>\n"
        )
    };
    let choice = format!(
        "<answers>{}{}</answers><multichoice id=\"1\"><single>1</single><shuffleanswers>1</shuffleanswers><correctfeedback>Right.</correctfeedback></multichoice>",
        answer("1.0000000", "The guard"),
        answer("0.0000000", "The driver")
    );
    let shut = format!("<answers>{}{}</answers>", answer("1.0", "True"), answer("0.0", "False"));
    let several =
        question(1, "multichoice", "Who opens?", &choice) + &question(2, "truefalse", "Is it shut?", &shut);
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<question_categories>\n<question_category id=\"2\">\n<name>Gate</name><contextid>9</contextid><info>For week two.</info><infoformat>1</infoformat><parent>0</parent>\n<questions>{several}{}</questions>\n</question_category>\n</question_categories>",
        question(3, "essay", "Why?", "")
    );
    let part = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    gzipped(&tarred(&vec![part("moodle_backup.xml", "<moodle_backup/>"), part("questions.xml", &text)]))
}

/// A list in a document of Word.
fn document() -> Vec<u8> {
    let names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let line = |level: usize, text: &str, mark: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:rPr>{mark}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>\n"
        )
    };
    let body = [
        line(0, "Who opens the gate?", ""),
        line(1, "The guard", "<w:b/>"),
        line(1, "The driver", ""),
        line(0, "What is noted?", ""),
        line(1, "The plate", "<w:highlight w:val=\"yellow\"/>"),
        line(1, "The weather", ""),
    ];
    let level = |at: usize, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>\n"
        )
    };
    let numbering = format!(
        "<w:numbering {names}><w:abstractNum w:abstractNumId=\"7\">{}{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>",
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "%2)")
    );
    let text = format!(
        "<?xml version=\"1.0\"?><w:document {names}><w:body>{}<w:sectPr/></w:body></w:document>",
        body.concat()
    );
    let part = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    let parts = vec![
        part("[Content_Types].xml", String::from("<Types/>")),
        part("word/document.xml", text),
        part("word/numbering.xml", numbering),
    ];
    zipped(&parts, false).unwrap_or_default()
}

/// Some lines, each a file.
pub(super) fn lines(text: &str) -> Vec<Vec<u8>> {
    text.lines().map(|line| line.as_bytes().to_vec()).collect()
}
