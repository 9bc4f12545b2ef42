//! Files made to never end: every one of them is gone through in a time that grows no faster than the file.

use crate::exchange::{ImportOptions, find};

/// Were one of these gone through again for each of its parts, the test would take hours.
#[test]
fn no_file_keeps_an_importer_busy_for_ever() {
    let cases: [(&str, String); 14] = [
        ("moodle-xml", "<question x=\"".repeat(30_000)),
        ("moodle-xml", "<question>".repeat(30_000)),
        ("moodle-xml", format!("<question><answer {}/></question>", "a='1' ".repeat(50_000))),
        ("gift", "{~a".repeat(100_000)),
        ("gift", format!("q{{{}}}", "~a\n\n=".repeat(50_000))),
        ("gift", format!("{}\nx{{=a~b}}", "// [id:".repeat(100_000))),
        ("gift", format!("//{}\nx{{=a~b}}", "[id:x]".repeat(100_000))),
        ("csv", format!("stem,answer,A,B\n{}", "\"x\n".repeat(50_000))),
        ("csv", format!("stem,answer,A,B\n{}", "x,A,".repeat(70_000))),
        ("aiken", "[ ] x\n".repeat(50_000)),
        ("aiken", format!("q\n{}", "A) x\n".repeat(50_000))),
        ("aiken", format!("q\n{}", "x\n".repeat(50_000))),
        ("json", "{\"a\":[".repeat(20_000)),
        ("json", "{\"".repeat(100_000)),
    ];
    for (name, text) in cases {
        let import = find(name).and_then(|format| format.import.as_ref()).unwrap();
        let imported = (import.read)(text.as_bytes(), &ImportOptions::default());
        assert!(imported.read <= 1 && imported.problems.len() <= 1_001, "{name}");
    }
}

#[test]
fn questions_beyond_any_measure_are_refused_by_name() {
    let many = (0..50).map(|n| format!("~option {n}\n")).collect::<Vec<_>>().concat();
    let long = "word ".repeat(5_000);
    let text =
        format!("::many::Many? {{=right\n{many}}}\n\n::long::{long}? {{=a ~b}}\n\n::good::Good? {{=a ~b}}\n");
    let import = find("gift").and_then(|format| format.import.as_ref()).unwrap();
    let imported = (import.read)(text.as_bytes(), &ImportOptions::default());
    let rules: Vec<&str> = imported.problems.iter().map(|problem| problem.rule).collect();
    assert_eq!((rules, imported.read, imported.skipped), (vec!["too-large", "too-large"], 1, 2));
}

#[test]
fn a_flood_of_faults_is_told_in_part_and_counted() {
    let text = format!("stem,answer,A,B\n{}Good?,A,x,y\n", "What?,Z,x,y\n".repeat(1_500));
    let import = find("csv").and_then(|format| format.import.as_ref()).unwrap();
    let imported = (import.read)(text.as_bytes(), &ImportOptions::default());
    assert_eq!((imported.problems.len(), imported.skipped, imported.read), (1_001, 1_500, 1));
    assert!(imported.problems.last().unwrap().message.starts_with("500 more"));
}

#[test]
fn a_package_cut_anywhere_ends_in_a_word() {
    let bank = super::samples::nasty();
    let exported = |name: &str| find(name).unwrap().export(&super::samples::whole(&bank)).unwrap().bytes;
    let fixture = |bytes: &[u8]| bytes.to_vec();
    for (name, bytes) in [
        ("xlsx", fixture(include_bytes!("../../../tests/fixtures/imports/questions.xlsx"))),
        ("canvas", fixture(include_bytes!("../../../tests/fixtures/imports/canvas-bank-group.zip"))),
        ("docx", exported("docx-exam")),
        ("qti21", exported("qti21")),
        ("qti30", exported("qti30")),
        ("kahoot", exported("kahoot")),
    ] {
        let read = find(name).and_then(|format| format.import.as_ref()).unwrap().read;
        // Every eighth byte of what is small; of what is not, so many places.
        for at in (0..bytes.len()).step_by((bytes.len() / 600).max(8)) {
            let imported = read(&bytes[..at], &ImportOptions::default());
            assert!(imported.read > 0 || !imported.problems.is_empty(), "{name} cut at {at}");
        }
    }
}
