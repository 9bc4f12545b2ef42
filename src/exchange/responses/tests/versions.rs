//! Versions of a test, each with a key and an order of its own.

use super::class::{bank, file, problems, read};
use crate::analysis::{Analysis, Given};
use crate::exchange::export::{Export, ExportOptions};
use crate::exchange::find;
use crate::exchange::responses::gather;

#[test]
fn each_version_is_scored_by_its_own_key() {
    let text = "student,version,1,2\nkey,A,A,B\nkey,B,C,D\nann,A,A,B\nbob,B,C,D\ncyd,B,A,D\ndan,C,A,A\n";
    let gathered = read(text);
    assert_eq!(problems(&gathered), ["no-version-key 7:1"]);
    let names: Vec<&str> = gathered.responses.items.iter().map(|item| item.name.as_str()).collect();
    // Nothing says which question of B is which of A: they stay apart.
    assert_eq!(names, ["A 1", "A 2", "B 1", "B 2"]);
    let analysis = Analysis::new(&gathered.responses);
    assert_eq!(analysis.results, [(2, 2), (2, 2), (1, 2)]);
}

#[test]
fn a_key_file_puts_the_versions_together() {
    let closes = "Until the desk closes on that day";
    let leaves = "Until the visitor leaves the house";
    let key = format!(
        "version,number,id,answer,A,B\nA,1,desk-3,A,{closes},{leaves}\nA,2,desk-7,B,True,False\n\
         B,1,desk-7,A,False,True\nB,2,desk-3,B,{leaves},{closes}\n"
    );
    let class = "student,version,Q1,Q2\nann,A,A,B\nbob,B,A,B\ncyd,b,B,A\n";
    let gathered = gather(&[file("class.csv", class)], Some(&file("key.csv", key)), &bank());
    assert_eq!(problems(&gathered), [] as [&str; 0]);
    let names: Vec<&str> = gathered.responses.items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["desk-3", "desk-7"]);
    // The first option of the bank is the key, whatever its letter was.
    let given: Vec<&[Given]> = gathered.responses.students.iter().map(|student| &student.given[..]).collect();
    assert_eq!(
        given,
        [
            &[Given::Chose(1), Given::Chose(1)],
            &[Given::Chose(1), Given::Chose(1)],
            &[Given::Chose(2), Given::Chose(2)]
        ]
    );
    assert_eq!(Analysis::new(&gathered.responses).results, [(2, 2), (2, 2), (0, 2)]);
}

#[test]
fn known_columns_with_a_key_for_each_version_keep_only_who_was_right() {
    let gathered = read("student,version,desk-3\nkey A,,A\nkey B,,C\nann,A,A\nbob,B,A\n");
    assert_eq!(problems(&gathered), [] as [&str; 0]);
    assert_eq!(gathered.responses.students[0].given, [Given::Scored(true)]);
    assert_eq!(gathered.responses.students[1].given, [Given::Scored(false)]);
}

#[test]
fn the_key_that_an_export_writes_reads_the_marks_on_its_papers() {
    let bank = bank();
    let options = ExportOptions { seed: 11, versions: 3, ..ExportOptions::default() };
    let export = Export::whole(&bank, options);
    let key = find("exam-key").unwrap().export(&export).unwrap().bytes;
    // Everybody marks the first letter of each question: what that means is for the key to say.
    let row = |at: usize| format!("s{at},{},A,A,A,A,A,A,A,A", ["A", "B", "C"][at % 3]);
    let rows = (0..12).map(row).collect::<Vec<_>>().join("\n");
    let class = format!("student,version,1,2,3,4,5,6,7,8\n{rows}\n");
    let gathered = gather(&[file("class.csv", class)], Some(&file("key.csv", key.clone())), &bank);
    assert_eq!(problems(&gathered), [] as [&str; 0]);
    let key = String::from_utf8(key).unwrap();
    let mut table = csv::Reader::from_reader(key.as_bytes());
    let lines: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    for (version, student) in ["A", "B", "C"].iter().zip(&gathered.responses.students) {
        for (item, given) in gathered.responses.items.iter().zip(&student.given) {
            let line = lines.iter().find(|line| &line[0] == *version && line[2] == item.name).unwrap();
            let Given::Chose(bits) = given else { panic!("{given:?}") };
            assert_eq!(item.options[bits.trailing_zeros() as usize].text, line[4], "{version} {}", item.name);
        }
    }
    assert!(Analysis::new(&gathered.responses).results.iter().any(|(right, _)| *right != 8));
}
