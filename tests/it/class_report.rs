//! What `analyze` says of classes at the edge, and how it fits the window.

use std::fmt::Write as _;

use crate::support::{Sandbox, root};

/// A table of letters, one text a student: of 1 and 0, for right and wrong.
fn table(rows: &[String]) -> String {
    let width = rows[0].split(',').count();
    let rows: Vec<String> = rows.iter().map(|row| row.replace('1', "A").replace('0', "B")).collect();
    let mut text = String::from("student");
    for at in 1..=width {
        let _ = write!(text, ",Q{at}");
    }
    let _ = write!(text, "\nkey{}\n", ",A".repeat(width));
    for (at, row) in rows.iter().enumerate() {
        let _ = writeln!(text, "s{at},{row}");
    }
    text
}

fn said(rows: &[String]) -> String {
    let sandbox = Sandbox::new();
    sandbox.write("class.csv", table(rows));
    sandbox.run(&["analyze", "class.csv"], "").ended_with(0).stdout.replace("\n    ", " ")
}

fn of(students: usize, row: impl Fn(usize) -> String) -> Vec<String> {
    (0..students).map(row).collect()
}

#[test]
fn every_class_at_the_edge_has_its_word() {
    // All right, all wrong, left out by all, and three that differ.
    let rows = of(40, |at| format!("1,0,,{},{},{}", at % 2, at % 3 % 2, at / 3 % 2));
    let text = said(&rows);
    for words in [
        "Q2 (all wrong): None of 40 students was right.",
        "Q3 (no answer): None of 40 students answered it.",
        "Good to know: Q1 (all right).",
    ] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    // Everybody has three of six.
    let equal = said(&of(40, |at| String::from(if at % 2 == 0 { "1,1,1,0,0,0" } else { "0,0,0,1,1,1" })));
    assert!(equal.contains("standard deviation 0.0."), "{equal}");
    assert!(equal.contains("All scores are equal: nothing can be said about reliability."), "{equal}");
    // Everybody is right everywhere.
    let all = said(&of(40, |_| String::from("1,1,1,1,1,1")));
    assert!(all.contains("Mean 6.0 of 6 right (100%)") && all.contains("All scores are equal"), "{all}");
    let sandbox = Sandbox::new();
    sandbox.write("class.csv", table(&of(1, |_| String::from("1,0,1"))));
    sandbox
        .run(&["analyze", "class.csv"], "")
        .ended_with(2)
        .complains("there is 1 student with answers; for fewer than 10 nothing is said");
}

#[test]
fn the_report_fits_the_window_and_uses_a_wide_one() {
    let fixtures = root().join("tests/fixtures/responses");
    let paths = ["desk.toml", "moodle.csv"].map(|name| fixtures.join(name).display().to_string());
    let at = |columns: &str| {
        let mut sandbox = Sandbox::new();
        sandbox.environment.push((String::from("COLUMNS"), String::from(columns)));
        sandbox.run(&["analyze", "--bank", &paths[0], &paths[1]], "").ended_with(0).stdout
    };
    for columns in [40, 60, 80, 100, 120] {
        let text = at(&columns.to_string());
        // The name of the file may be longer than the window.
        for line in text.lines().filter(|line| !line.contains("moodle.csv") && !line.contains("desk.toml")) {
            assert!(line.chars().count() < columns, "{columns}: {line}");
        }
        assert!(text.contains("wrong key?"), "{columns}: what is urgent is in every table");
    }
    assert!(!at("80").contains("Begins"));
    let wide = at("120");
    assert!(wide.contains("Look        Begins\n"), "{wide}");
    assert!(wide.contains("  wrong key?  Why is a lost pass reported at"), "{wide}");
}
