//! Backups of several versions, packed as tar and as zip, and backups that are made to harm.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::FORMAT;
use crate::exchange::archive::Archive;
use crate::exchange::tests::told;
use crate::exchange::{ImportOptions, recognize};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(vec![], Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A tar archive whose entries have these sizes, whatever they hold.
fn tar(files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut tar = vec![];
    for (name, size, content) in files {
        let mut head = [0; 512];
        head[..name.len()].copy_from_slice(name.as_bytes());
        head[124..124 + size.len()].copy_from_slice(size.as_bytes());
        head[156] = b'0';
        head[257..263].copy_from_slice(b"ustar\0");
        tar.extend(head);
        tar.extend(*content);
        tar.resize(tar.len().next_multiple_of(512), 0);
    }
    tar.extend([0; 1024]);
    tar
}

fn backup(questions: &str) -> Vec<u8> {
    let size = format!("{:011o}", questions.len());
    gzip(&tar(&[
        (".ARCHIVE_INDEX", "00000000005", b"index"),
        ("moodle_backup.xml", "00000000003", b"<m>"),
        ("questions.xml", &size, questions.as_bytes()),
    ]))
}

fn question(id: u32, kind: &str, stem: &str, inside: &str) -> String {
    format!(
        "<question id=\"{id}\"><parent>0</parent><name>{stem}</name><questiontext>&lt;p&gt;{stem}&lt;/p&gt;</questiontext><questiontextformat>1</questiontextformat><generalfeedback>See the orders.</generalfeedback><generalfeedbackformat>1</generalfeedbackformat><defaultmark>1.0000000</defaultmark><qtype>{kind}</qtype><plugin_qtype_{kind}_question>{inside}</plugin_qtype_{kind}_question><question_hints></question_hints><tags></tags></question>"
    )
}

fn answers(answers: &[(&str, &str, &str)]) -> String {
    let one = |(share, text, why): &(&str, &str, &str)| {
        format!(
            "<answer id=\"1\"><answertext>{text}</answertext><answerformat>1</answerformat><fraction>{share}</fraction><feedback>{why}</feedback><feedbackformat>1</feedbackformat></answer>"
        )
    };
    format!("<answers>{}</answers>", answers.iter().map(one).collect::<String>())
}

fn choice(single: u8) -> String {
    format!(
        "<multichoice id=\"1\"><layout>0</layout><single>{single}</single><shuffleanswers>1</shuffleanswers><correctfeedback>Your answer is correct.</correctfeedback><correctfeedbackformat>1</correctfeedbackformat><incorrectfeedback>Read page 4.</incorrectfeedback></multichoice>"
    )
}

const TWO: &[(&str, &str, &str)] =
    &[("1.0000000", "The guard", ""), ("0.0000000", "The driver", "He waits.")];

fn category(id: u32, parent: u32, name: &str, inside: &str) -> String {
    format!(
        "<question_category id=\"{id}\">\n<name>{name}</name><contextid>9</contextid><info>&lt;p&gt;For week two.&lt;/p&gt;</info><infoformat>1</infoformat><parent>{parent}</parent><idnumber>$@NULL@$</idnumber>\n{inside}\n</question_category>\n"
    )
}

fn bank(inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<question_categories>\n{inside}</question_categories>"
    )
}

fn check(bytes: &[u8], expected: &[&str]) {
    assert_eq!(recognize("course.mbz", bytes).map(|format| format.name), Some("mbz"));
    let found = told("course.mbz", bytes);
    assert_eq!(found, expected, "failed: {found:#?}");
}

#[test]
fn of_moodle_three() {
    let gate = question(1, "multichoice", "Who opens?", &(answers(TWO) + &choice(1)));
    let night =
        question(2, "truefalse", "Is it shut?", &answers(&[("1.0", "True", ""), ("0.0", "False", "Look.")]));
    let text = bank(&format!(
        "{}{}{}",
        category(1, 0, "top", "<questions></questions>"),
        category(2, 1, "Gate", &format!("<questions>{gate}</questions>")),
        category(
            3,
            2,
            "Night",
            &format!("<questions>{night}{}</questions>", question(3, "essay", "Why?", ""))
        )
    ));
    check(
        &backup(&text),
        &[
            "mbz: 2 read, 1 skipped",
            "Who opens? (gate) + The guard - The driver (He waits.) ! See the orders.",
            "Is it shut? (gate-night) + True - False (Look.) ! See the orders.",
            "13 question-type: a question of type `essay` is not multiple choice",
            "not carried: feedback on wrong answers as a whole (1): course.mbz/questions.xml:9",
            "not carried: feedback that only says right or wrong (1): course.mbz/questions.xml:9",
        ],
    );
    // The same as a zip file, as older sites write it.
    let mut archive = Archive::new();
    archive.add("moodle_backup.xml", b"<moodle_backup/>");
    archive.add("questions.xml", text.as_bytes());
    check(
        &archive.finish(),
        &[
            "mbz: 2 read, 1 skipped",
            "Who opens? (gate) + The guard - The driver (He waits.) ! See the orders.",
            "Is it shut? (gate-night) + True - False (Look.) ! See the orders.",
            "13 question-type: a question of type `essay` is not multiple choice",
            "not carried: feedback on wrong answers as a whole (1): course.mbz/questions.xml:9",
            "not carried: feedback that only says right or wrong (1): course.mbz/questions.xml:9",
        ],
    );
}

#[test]
fn of_moodle_four_with_versions() {
    let version = |number: u32, question: &str| {
        format!(
            "<question_versions id=\"{number}\"><version>{number}</version><status>ready</status><questions>{question}</questions></question_versions>"
        )
    };
    let old = question(1, "multichoice", "Who open?", &(answers(TWO) + &choice(1)));
    let new = question(2, "multichoice", "Who opens?", &(answers(TWO) + &choice(1)));
    let both =
        answers(&[("0.5000000", "Ask", "Good."), ("0.5000000", "Note", ""), ("-1.0000000", "Shout", "")]);
    let several = question(3, "multichoice", "Which two?", &(both + &choice(0)))
        .replace("<defaultmark>1.", "<defaultmark>2.")
        .replace(
            "<tags></tags>",
            "<tags><tag id=\"1\"><name>night</name><rawname>Night</rawname></tag></tags>",
        )
        .replace(
            "<question_hints>",
            "<question_hints><question_hint id=\"1\"><hint>Count.</hint></question_hint>",
        );
    let entry = |id: &str, versions: &str| {
        format!(
            "<question_bank_entry id=\"1\"><idnumber>{id}</idnumber><question_version>{versions}</question_version></question_bank_entry>"
        )
    };
    let entries = format!(
        "<question_bank_entries>{}{}</question_bank_entries>",
        entry("gate-1", &(version(2, &new) + &version(1, &old))),
        entry("$@NULL@$", &version(1, &several))
    );
    check(
        &backup(&bank(&category(2, 0, "Gate", &entries))),
        &[
            "mbz: 2 read, 0 skipped",
            "Who opens? (gate) + The guard - The driver (He waits.) ! See the orders.",
            "Which two? (gate) + Ask + Note - Shout ! See the orders.",
            "not carried: feedback on wrong answers as a whole (2): course.mbz/questions.xml:5, 5",
            "not carried: feedback that only says right or wrong (2): course.mbz/questions.xml:5, 5",
            "not carried: feedback on right answers (1): course.mbz/questions.xml:5",
            "not carried: tags (1): course.mbz/questions.xml:5",
            "not carried: points (1): course.mbz/questions.xml:5",
            "not carried: hints (1): course.mbz/questions.xml:5",
        ],
    );
}

#[test]
fn markdown_and_parts_of_other_questions() {
    let marked = question(1, "multichoice", "x", &(answers(TWO) + &choice(1))).replace(
        "<questiontext>&lt;p&gt;x&lt;/p&gt;</questiontext><questiontextformat>1",
        "<questiontext>**Who** opens it?</questiontext><questiontextformat>4",
    );
    let part =
        question(2, "multichoice", "part", &(answers(TWO) + &choice(1))).replace("<parent>0", "<parent>3");
    let whole = question(3, "multianswer", "A cloze {#1}", "");
    let random = question(4, "random", "Random (Gate)", "").replace("<parent>0", "<parent>4");
    check(
        &backup(&bank(&category(
            2,
            0,
            "Gate",
            &format!("<questions>{marked}{part}{whole}{random}</questions>"),
        ))),
        &[
            "mbz: 1 read, 2 skipped",
            "Who opens it? (gate) + The guard - The driver (He waits.) ! See the orders.",
            "5 question-type: a question of type `multianswer` is not multiple choice",
            "5 question-type: it draws a question from the bank, and is none itself",
            "not carried: feedback on wrong answers as a whole (1): course.mbz/questions.xml:5",
            "not carried: feedback that only says right or wrong (1): course.mbz/questions.xml:5",
            "not carried: formatting (1): course.mbz/questions.xml:5",
        ],
    );
}

#[test]
fn questions_that_lack_something() {
    let inside = [
        question(1, "multichoice", "No key?", &(answers(&[("0.0", "a", ""), ("0.0", "b", "")]) + &choice(1))),
        question(
            2,
            "multichoice",
            "No number?",
            &(answers(&[("much", "a", ""), ("0.0", "b", "")]) + &choice(1)),
        ),
        question(3, "multichoice", "Torn?", &(answers(TWO) + &choice(1))).replace("</name>", "</nome>"),
        question(4, "multichoice", "Half?", &(answers(&[("0.5", "a", ""), ("0.0", "b", "")]) + &choice(1))),
        question(5, "multichoice", "Good?", &(answers(TWO) + &choice(1))),
    ];
    check(
        &backup(&bank(&category(2, 0, "Gate", &format!("<questions>\n{}\n</questions>", inside.join("\n"))))),
        &[
            "mbz: 1 read, 4 skipped",
            "Good? (gate) + The guard - The driver (He waits.) ! See the orders.",
            "6 no-question: `No key?`: no option is marked as right",
            "7 no-question: an answer has no fraction that is a number",
            "8 syntax: this is no XML: ill-formed document: expected `</name>`, but `</nome>` was found",
            "9 no-question: no option is worth full marks",
            "not carried: feedback on wrong answers as a whole (1): course.mbz/questions.xml:10",
            "not carried: feedback that only says right or wrong (1): course.mbz/questions.xml:10",
        ],
    );
}

#[test]
fn a_course_without_questions() {
    check(
        &backup("<question_categories></question_categories>"),
        &["mbz: 0 read, 0 skipped", "1 no-question: no question was found"],
    );
    check(
        &gzip(&tar(&[("moodle_backup.xml", "00000000003", b"<m>")])),
        &[
            "mbz: 0 read, 0 skipped",
            "1 backup: this backup of a Moodle course cannot be read: there are no questions in it",
        ],
    );
}

#[test]
fn a_backup_of_long_ago() {
    let mut archive = Archive::new();
    archive.add("moodle.xml", b"<MOODLE_BACKUP/>");
    check(
        &archive.finish(),
        &[
            "mbz: 0 read, 0 skipped",
            "1 backup: this backup of a Moodle course cannot be read: it is one of Moodle 1.9 or older",
        ],
    );
}

#[test]
fn backups_made_to_harm_end_in_a_word() {
    let read = FORMAT.import.as_ref().unwrap().read;
    // What comes out is bounded, whatever goes in.
    let bomb = gzip(&tar(&[("files/video", "00040000000", &vec![0; 8 * 1024 * 1024])]));
    assert_eq!(
        super::read::questions(&bomb, 4 * 1024 * 1024),
        Err(String::from("more than 4 MB come out of it"))
    );
    let lying = |size: &str| gzip(&tar(&[("questions.xml", size, b"<question_categories>")]));
    for (bytes, word) in [
        (lying("77777777777"), "this is no text"),
        (lying("-0000000001"), "no questions in it"),
        (lying("\u{1}\u{2}"), "no questions in it"),
        (gzip(b"no archive"), "no archive"),
        (b"\x1f\x8b\x08".to_vec(), "cannot be read"),
    ] {
        let imported = read(&bytes, &ImportOptions::default());
        let message = &imported.problems[0].message;
        assert!(imported.read == 0 && message.contains(word), "{message}");
    }
    let whole = backup(&bank(&category(
        2,
        0,
        "Gate",
        &format!(
            "<questions>{}</questions>",
            question(1, "multichoice", "Who?", &(answers(TWO) + &choice(1)))
        ),
    )));
    for at in (0..whole.len()).step_by(8) {
        let imported = read(&whole[..at], &ImportOptions::default());
        assert!(imported.read > 0 || !imported.problems.is_empty(), "cut at {at}");
    }
}
