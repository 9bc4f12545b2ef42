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
