//! Tables as other people lay them out.

use crate::bank::Bank;
use crate::exchange::export::{Export, ExportOptions};
use crate::exchange::tests::samples::nasty;
use crate::exchange::{ImportOptions, Imported, find};

fn import(text: &str, options: &ImportOptions) -> Imported {
    super::import::import(text.as_bytes(), options)
}

/// The keys and the distractors of the only question.
fn check(text: &str, keys: &[&str], distractors: &[&str]) {
    let imported = import(text, &ImportOptions::default());
    assert_eq!(imported.problems, vec![], "{text}");
    let [question] = imported.bank.questions() else { panic!("{text}: {imported:#?}") };
    let found: Vec<&str> = question.distractors.iter().map(|distractor| distractor.text.as_str()).collect();
    assert_eq!(
        (&question.keys[..], &found[..]),
        (&keys.iter().map(|&key| key.to_owned()).collect::<Vec<_>>()[..], distractors),
        "{text}"
    );
}

#[test]
fn columns_are_known_by_many_names() {
    check("Question,Option 1,Option 2,Correct Answer\nWhat?,this,that,2\n", &["that"], &["this"]);
    check("question_text;choice A;choice B;key\nWhat?;this;that;a\n", &["this"], &["that"]);
    check("Question\tA\tB\tC\tanswer\nWhat?\tx\ty\tz\tA, C\n", &["x", "z"], &["y"]);
    check(
        "Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional)\nWhat?,yes,no,never\n",
        &["yes"],
        &["no", "never"],
    );
    check("STEM,A,B,ANSWER\n\"Two\nlines?\",x,y,y\n", &["y"], &["x"]);
    check("\n\nstem,answer1,answer2,correct\nWhat?,x,y,X\n\n,,,\n", &["x"], &["y"]);
}

#[test]
fn a_column_with_a_name_of_its_own_can_be_mapped() {
    let options = ImportOptions {
        columns: vec![
            (String::from("stem"), String::from("Frage")),
            (String::from("answer"), String::from("Lösung")),
        ],
        ..ImportOptions::default()
    };
    let imported = import("Frage,A,B,Lösung\nWas?,dies,das,B\n", &options);
    assert_eq!((imported.read, imported.problems.len()), (1, 0));
}

#[test]
fn a_spreadsheet_is_given_no_formula_and_the_texts_come_back_as_they_were() {
    let bank = nasty();
    for name in ["csv", "tsv"] {
        let export = Export::whole(&bank, ExportOptions::default());
        let exported = find(name).unwrap().export(&export).unwrap();
        assert!(exported.bytes.starts_with(b"\xef\xbb\xbf"));
        let text = String::from_utf8(exported.bytes.clone()).unwrap();
        assert!(!text.contains(",=") && !text.contains("\"=") && text.contains("'=cmd"), "{text}");
        assert_eq!(exported.loss.lines().len(), 1, "{:?}", exported.loss.lines());
        let imported = super::import::import(&exported.bytes, &ImportOptions::default());
        let texts = |bank: &Bank| -> Vec<String> {
            let mut all: Vec<String> = bank
                .questions()
                .iter()
                .flat_map(|q| q.options().map(ToOwned::to_owned).chain([q.source.clone()]))
                .collect();
            all.sort();
            all
        };
        assert_eq!(texts(&imported.bank), texts(&bank));
    }
}

#[test]
fn raw_cells_go_out_and_come_in_as_they_are() {
    let bank = nasty();
    let export = Export::whole(&bank, ExportOptions { raw: true, ..ExportOptions::default() });
    let raw = String::from_utf8(find("csv").unwrap().export(&export).unwrap().bytes).unwrap();
    assert!(raw.starts_with("id,") && raw.contains("=cmd") && !raw.contains("'=cmd"), "{raw}");
    let table = b"stem,A,B,answer\n'=1+1?,'+1,''quoted'',A\n";
    let stem = |raw| {
        let options = ImportOptions { raw, ..ImportOptions::default() };
        super::import::import(table, &options).bank.questions()[0].clone()
    };
    assert_eq!(stem(true).stem, "'=1+1?");
    assert_eq!(stem(false).stem, "=1+1?");
    let texts: Vec<String> = stem(false).options().map(ToOwned::to_owned).collect();
    assert_eq!(texts, ["+1", "''quoted''"]);
}

#[test]
fn what_a_spreadsheet_saves_in_its_own_encoding_is_read_and_told() {
    let imported =
        super::import::import(b"stem,A,B,answer\nCaf\xe9 \x93ouvert\x94?,x,y,A\n", &ImportOptions::default());
    assert_eq!(imported.bank.questions()[0].stem, "Café “ouvert”?");
    assert_eq!(imported.problems.len(), 1);
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("stem\tA\tB\tanswer\nÉ?\tx\ty\tA\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert_eq!(super::import::import(&utf16, &ImportOptions::default()).bank.questions()[0].stem, "É?");
}
