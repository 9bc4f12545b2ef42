//! Files as people and Anki break them: no panic, the line of each fault, and every good row kept.

use super::tag::{decoded, encoded};
use crate::bank::Question;
use crate::exchange::tests::samples::{nasty, whole};
use crate::exchange::{ImportOptions, Imported, Loss, find};

/// How our own files begin.
const HEAD: &str = "#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#deck column:2\n#tags column:5\n#if matches:update current\n";

/// A sound row as we write it.
fn good(id: &str) -> String {
    let stem = format!("What comes first at gate {id}?");
    [
        id,
        "Guards::Doors",
        &format!("<div class=gp-stem>{stem}</div><ol class=gp-options><li>Look</li><li>Run</li><li>Wait</li></ol>"),
        "<div class=gp-key>A. Look</div><div class=gp-why>Not B. Too soon.</div><div class=gp-topic>Doors</div>",
        "topic::doors objective::see kind::concept level::recall",
    ]
    .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
    .join("\t")
        + "\n"
}

fn import(bytes: &[u8]) -> Imported {
    let options = ImportOptions { file_name: String::from("notes.txt"), ..ImportOptions::default() };
    (find("anki").unwrap().import.as_ref().unwrap().read)(bytes, &options)
}

/// Line and beginning of each message.
fn told(imported: &Imported) -> Vec<(usize, String)> {
    let line = |place: &crate::diagnostic::Place| place.source.line_and_column(place.span.start).0;
    imported
        .problems
        .iter()
        .map(|problem| (problem.place.as_ref().map_or(0, line), problem.message.clone()))
        .collect()
}

/// A file of a good row, a bad one and two good ones more: the bad one is told with its line.
fn check_row(bad: &str, message: &str) {
    let text = format!("{HEAD}{}{bad}{}{}", good("one"), good("two"), good("three"));
    let imported = import(text.as_bytes());
    let told = told(&imported);
    assert_eq!(told.len(), 1, "{bad}: {told:?}");
    assert_eq!(told[0].0, 9, "{bad}");
    assert!(told[0].1.contains(message), "{bad}: {}", told[0].1);
    let ids: Vec<&str> = imported.bank.questions().iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["one", "two", "three"], "{bad}");
    assert_eq!((imported.read, imported.skipped), (3, 1), "{bad}");
}

#[test]
fn one_bad_row_costs_no_other() {
    let sides = |front: &str, back: &str| format!("\"bad\"\t\"D\"\t\"{front}\"\t\"{back}\"\t\"\"\n");
    let list = "Which?<ol><li>Look</li><li>Run</li></ol>";
    // 1: a cell whose quotation mark is never closed, 2: the same in the last cell.
    check_row("\"bad\t\"D\"\t\"Which?\"\t\"A\"\t\"\"\n", "the row has 4 cells and the file says 5");
    check_row("\"bad\"\t\"D\"\t\"Which?\"\t\"A\"\t\"open\n", "not closed");
    // 3: a row cut short, 4: a row that Anki would take for a comment.
    check_row("\"bad\"\t\"D\"\t\"Which?\"\n", "a front and a back");
    check_row(&good("bad").replacen("\"bad\"", "#bad", 1), "comment");
    // 5: nothing to choose from, 6: a key that is not there, 7: letter and text that mean two options.
    check_row(&sides("What is the capital?", "Sacramento"), "no options");
    check_row(&sides(list, "C"), "no such option");
    check_row(&sides(list, "<div class=gp-key>A. Run</div>"), "does not read like");
    // 8: no key at all, 9: options that read the same, 10: no question before the options, 11: a list never closed.
    check_row(&sides(list, "<div class=gp-key></div>"), "no letter");
    check_row(&sides("Which?<ol><li>Run</li><li>Run.</li></ol>", "A"), "read the same");
    check_row(&sides("<ol><li>Look</li><li>Run</li></ol>", "A"), "asks nothing");
    check_row(&sides("Which?<ol><li>Look<li>Run", "A"), "no options");
    // 12: a reason for an option that is not there.
    check_row(
        &sides(list, "<div class=gp-key>A. Look</div><div class=gp-why>Not F. No.</div>"),
        "belongs to no option",
    );
}

#[test]
fn a_row_torn_by_a_missing_mark_is_told_and_the_next_one_is_read() {
    let mut bad = good("bad");
    bad.truncate(bad.trim_end().len() - 1);
    bad.push('\n');
    check_row(&bad, "not closed");
}

#[test]
fn two_notes_with_one_guid_are_told() {
    let other = good("one").replace("What comes first", "What comes last");
    let imported = import(format!("{HEAD}{}{}{other}{}", good("one"), good("one"), good("two")).as_bytes());
    assert_eq!(
        told(&imported).iter().map(|(line, _)| *line).collect::<Vec<_>>(),
        [9, 10],
        "the same once more is left out, another question gets another id"
    );
    assert_eq!((imported.read, imported.skipped), (3, 1));
}

#[test]
fn a_file_in_another_encoding_is_read_and_told() {
    let text = format!("{HEAD}{}", good("one").replace("Look", "Caf\u{e9}"));
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let imported = import(&latin);
    assert_eq!(imported.bank.questions()[0].keys, ["Café"]);
    assert_eq!(told(&imported).len(), 1);
}

#[test]
fn a_mark_of_the_byte_order_and_line_ends_of_windows_do_no_harm() {
    let text = format!("\u{feff}{HEAD}{}{}", good("one"), good("two")).replace('\n', "\r\n");
    let imported = import(text.as_bytes());
    assert_eq!((imported.read, told(&imported)), (2, vec![]));
}

#[test]
fn what_anki_wrote_itself_is_read() {
    // As its export of notes lays them out, touched up in its editor.
    let text = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n\
        one\tBasic\tGuards::Doors\t\"<div class=\"\"gp-stem\"\" style=\"\"color: red\"\"><b>Which</b>?&nbsp;</div>\
        <ol class=\"\"gp-options gp-fixed\"\"><li>Look<br></li><li>Run</li></ol>\"\t\
        \"<div class=\"\"gp-key\"\">A. Look</div><div class=\"\"gp-source\"\">Source: Rules</div>\"\ttopic::doors marked\n";
    let imported = import(text.as_bytes());
    assert_eq!(told(&imported), vec![]);
    let question = &imported.bank.questions()[0];
    assert_eq!(
        (question.stem.trim(), &question.order[..]),
        ("Which?", &[String::from("Look"), String::from("Run")][..])
    );
    assert_eq!((question.source.as_str(), question.topic.as_str()), ("Rules", "doors"));
    assert_eq!(imported.bank.title("doors"), "Doors");
    assert_eq!(
        imported.loss.lines(),
        ["not carried: tags (1): notes.txt:7", "not carried: formatting (1): notes.txt:7"]
    );
}

/// What Anki makes of the nasty bank says the same as what we gave it. `tests/consumers/tables/run` has it written.
#[test]
#[ignore = "needs a file that Anki wrote"]
fn notes_that_anki_exported_come_back() {
    #[allow(clippy::disallowed_methods, reason = "says where the file is; the program never asks")]
    let folder = std::env::var("GUARDPREP_EXPORTS").expect("GUARDPREP_EXPORTS names a folder");
    let written = std::fs::read(format!("{folder}/nasty/anki-again.txt")).unwrap();
    let bank = nasty();
    let ours = find("anki").unwrap().export(&whole(&bank)).unwrap().bytes;
    let (theirs, ours) = (import(&written), import(&ours));
    assert_eq!(told(&theirs), vec![]);
    assert_eq!(theirs.loss, Loss::default());
    let sorted = |imported: &Imported| -> Vec<Question> {
        let mut questions = imported.bank.questions().to_vec();
        questions.sort_by(|a, b| a.id.cmp(&b.id));
        questions
    };
    assert_eq!(sorted(&theirs).len(), bank.questions().len());
    assert_eq!(sorted(&theirs), sorted(&ours));
}

#[test]
fn cards_that_people_write_are_read() {
    for (front, back) in [
        ("Which?<br>A) Look<br>B) Run<br>C) Wait", "B"),
        ("Which?<div>a. Look</div><div>b. Run</div><div>c. Wait</div>", "b) Run"),
        ("Which?<ul><li>Look</li><li>Run</li><li>Wait</li></ul>", "Run<br>It is a fire.<br>Source: Plan"),
        ("Which?<ol><li>Look</li><li>Run</li><li>Wait</li></ol>", "B. Run"),
    ] {
        let imported = import(format!("#html:true\n{front}\t{back}\n").as_bytes());
        assert_eq!(told(&imported), vec![], "{front}");
        let question = &imported.bank.questions()[0];
        assert_eq!(
            (question.stem.as_str(), &question.keys[..]),
            ("Which?", &[String::from("Run")][..]),
            "{front}"
        );
        assert_eq!(question.distractors.len(), 2);
    }
    let plain = import("#separator:Semicolon\n#html:false\n\"Is 1 < 2?\nA) yes\nB) no\";A;mark\n".as_bytes());
    assert_eq!(plain.bank.questions()[0].stem, "Is 1 < 2?");
    assert_eq!(plain.loss.lines(), ["not carried: fields (1): notes.txt:3"]);
}

#[test]
fn hostile_cards_come_to_an_end() {
    for piece in ["<div>", "<ol><li>", "</li>", "<", "<div class=gp-key", "<li>A) x</li>", "&#"] {
        let front = piece.repeat(100_000);
        let imported = import(format!("#html:true\nWhich?<ol><li>x</li>{front}\tA\n").as_bytes());
        assert_eq!(imported.read, 0, "{piece}");
    }
}

#[test]
fn tags_carry_any_text() {
    for text in ["us-ca", "U.S. law: \"all\" 50%", "a\u{3000}b::c", "é%zz", "%41"] {
        let tag = encoded(text);
        assert!(!tag.contains(char::is_whitespace) && !tag.contains(':'), "{tag}");
        assert_eq!(decoded(&tag), text);
    }
    assert_eq!(decoded("100%"), "100%");
}
