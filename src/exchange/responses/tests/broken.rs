//! Every mistake of a file is told in one go, with its line and column.

use super::class::{bank, file, problems, read};
use crate::analysis::{Analysis, Given};
use crate::exchange::responses::gather;

const CLOSES: &str = "Until the desk closes on that day";

#[test]
fn all_problems_of_a_file_come_at_once() {
    let text = "student,desk-3,desk-99,desk-7\n\
                key,A,B,A\n\
                ann,A,B,A\n\
                bob,E,B,B\n\
                cyd,B,x9,A\n\
                ann,B,B,B\n\
                dan,A\n\
                eve,\"A,B,A\n\
                fay,A,A,A,B\n\
                gus,,,\n";
    let gathered = read(text);
    assert_eq!(
        problems(&gathered),
        [
            "torn-row 7:1",
            "torn-row 8:1",
            "torn-row 9:1",
            "duplicate-student 6:1",
            "no-answer 10:1",
            "unknown-question 1:16",
            "unknown-answer 4:5",
            "unknown-answer 5:7",
        ]
    );
    assert_eq!(gathered.responses.students.len(), 3);
    assert_eq!(
        gathered.responses.students[1].given[0],
        Given::Blank,
        "E of four options counts as no answer"
    );
}

#[test]
fn letters_say_nothing_without_a_key() {
    let gathered = read("student,desk-3,desk-4\nann,A,B\nbob,B,C\n");
    assert_eq!(problems(&gathered), ["no-key 1:9", "no-key 1:16"]);
    assert!(gathered.responses.items.is_empty());
    assert!(gathered.problems[0].help.as_ref().unwrap().contains("--key"));
}

#[test]
fn two_keys_that_differ_are_named_with_both_places() {
    let key = file("key.csv", "number,answer\n1,A\n2,B\n2,C\n");
    let class = file("class.csv", "student,Q1,Q2,Q3\nkey,A,C,A\nann,A,B,A\nbob,B,B,A\n");
    let gathered = gather(&[class], Some(&key), &bank());
    assert_eq!(problems(&gathered), ["two-keys 4:1", "two-keys 2:7", "unknown-question 1:15"]);
    assert_eq!(gathered.problems[1].related[0].0.text(), "key.csv:3:1");
    let analysis = Analysis::new(&gathered.responses);
    assert_eq!((analysis.items[0].right, analysis.items[1].right), (1, 2));
}

#[test]
fn delimiters_and_encodings_of_spreadsheets_are_understood() {
    let table = |mark: &str| {
        format!("Name{mark}desk-3{mark}Köder\nkey{mark}{CLOSES}{mark}A\nÄnn{mark}{CLOSES}{mark}B\n")
    };
    for mark in [",", ";", "\t"] {
        let gathered = read(table(mark));
        assert_eq!((gathered.responses.items.len(), gathered.problems.len()), (2, 0), "{mark:?}");
    }
    assert_eq!(read(format!("sep=;\n{}", table(";"))).responses.students.len(), 1);
    let latin: Vec<u8> = table(";").chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert_eq!(problems(&read(latin)), ["encoding 1:14"]);
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(table("\t").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let gathered = read(utf16);
    assert_eq!((problems(&gathered), gathered.responses.students.len()), (vec![], 1));
    assert_eq!(gathered.responses.students[0].name, "Änn");
    let mark = [b"\xef\xbb\xbf".as_slice(), table(",").as_bytes()].concat();
    assert_eq!(problems(&read(mark)), [] as [&str; 0]);
}

#[test]
fn a_text_that_is_nearly_an_option_is_asked_about() {
    let gathered = read(format!(
        "student,desk-3\nann,{CLOSES}\nbob,until the  desk closes on that day.\ncyd,Until the desk closes on this day\n"
    ));
    assert_eq!(problems(&gathered), ["unknown-answer 4:5"]);
    assert!(gathered.problems[0].help.as_ref().unwrap().contains(CLOSES));
}

#[test]
fn a_key_that_differs_from_the_bank_is_told_and_the_bank_counts() {
    let gathered = read(format!("student,desk-3\nkey,Until the visitor leaves the house\nann,{CLOSES}\n"));
    assert_eq!(problems(&gathered), ["key-differs 2:5"]);
    assert_eq!(Analysis::new(&gathered.responses).items[0].right, 1);
}

#[test]
fn numbers_are_points_only_where_nothing_says_otherwise() {
    let points = read("student,a,b\nann,1,0\nbob,0,1\n");
    assert_eq!(points.responses.students[0].given, [Given::Scored(true), Given::Scored(false)]);
    let from_one = read("student,a,b\nkey,1,4\nann,1,4\nbob,2,1\n");
    assert_eq!(from_one.responses.students[0].given, [Given::Chose(1), Given::Chose(8)]);
    let from_zero = read("student,a,b\nkey,0,3\nann,0,3\nbob,2,1\n");
    assert_eq!(from_zero.responses.students[0].given, [Given::Chose(1), Given::Chose(8)]);
    // The options of a question of the bank may be numbers themselves; and a table may have no names.
    let bare = read("key,A,B,A\nann,A,B,B\nbob,B,B,A\n");
    let names: Vec<&str> = bare.responses.items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!((names, bare.responses.students.len()), (vec!["1", "2", "3"], 2));
}

#[test]
fn nothing_at_all_is_a_problem_and_no_panic() {
    for text in [
        "",
        "\n\n",
        "name\n",
        "name,class\nann,3\n",
        "{\"guardprep-result\": 1",
        "\"",
        "a,b\n\"",
        "{\"guardprep-result\": 1, \"items\": [{}]}",
    ] {
        let gathered = read(text);
        assert!(gathered.responses.items.is_empty() && !gathered.problems.is_empty(), "{text:?}");
    }
}

#[test]
fn mistakes_of_every_sort_come_at_once_from_an_old_spreadsheet_with_a_key_file() {
    // Latin-1, semicolons, two keys in the key file and another one in the class.
    let text = "\u{e9}l\u{e8}ve;desk-3;desk-99;desk-7;Q9\n\
                key;B;B;B;\n\
                ann;A;B;A;A\n\
                bob;E;B;B;B\n\
                ann;B;B;B;B\n\
                dan;A\n\
                eve;A;9;B;\"C\n";
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let key = file("key.csv", "id;answer\ndesk-3;A\ndesk-3;C\ndesk-7;B\n");
    let gathered = gather(&[file("class.csv", latin)], Some(&key), &bank());
    let mut found = problems(&gathered);
    found.sort();
    let expected = [
        "duplicate-student 5:1",
        "encoding 1:1",
        "torn-row 6:1",
        "two-keys 2:5",
        "two-keys 3:1",
        "unknown-answer 4:5",
        "unknown-question 1:14",
        "unknown-question 1:14",
        "unknown-question 1:29",
    ];
    assert_eq!(found, expected);
}
