//! What a class showed goes on: into a file of statistics, from there to `check`, `export` and `exam`.

use std::fs;

use serde_json::Value;

use crate::support::{Sandbox, root};

/// A sandbox with the bank `desk.toml`, whose question `desk-5` has a wrong key, and a class of 40 in `moodle.csv`.
fn desk() -> Sandbox {
    let sandbox = Sandbox::new();
    for file in ["desk.toml", "moodle.csv", "points.csv"] {
        let path = root().join("tests/fixtures/responses").join(file);
        sandbox.write(file, fs::read(path).unwrap());
    }
    sandbox
}

const KEEP: [&str; 6] = ["analyze", "--bank", "desk.toml", "moodle.csv", "--write-stats", "stats.toml"];

fn read(sandbox: &Sandbox, file: &str) -> String {
    fs::read_to_string(sandbox.path(file)).unwrap()
}

#[test]
fn a_class_is_added_once_and_the_second_time_nothing_changes() {
    let sandbox = desk();
    sandbox.run(&KEEP, "").ended_with(0).complains("this class was added").says("40 students, 8 questions.");
    let first = read(&sandbox, "stats.toml");
    assert!(first.contains("id = \"desk-5\"\nanswers = 40\nfacility = 0.1750\n"), "{first}");
    assert!(!first.contains("Student"), "no student is kept");
    // The same rows in another order are the same class.
    let table = read(&sandbox, "moodle.csv");
    let (head, rows) = table.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.reverse();
    sandbox.write("moodle.csv", format!("{head}\n{}\n", rows.join("\n")));
    sandbox.run(&KEEP, "").ended_with(0).complains("there already");
    assert_eq!(read(&sandbox, "stats.toml"), first);
    // Half of it is another class.
    sandbox.write("moodle.csv", format!("{head}\n{}\n", rows[..20].join("\n")));
    sandbox.run(&KEEP, "").ended_with(0).complains("2 classes, 60 students");
}

#[test]
fn with_a_mended_key_the_class_is_counted_anew() {
    let sandbox = desk();
    sandbox.run(&KEEP, "").ended_with(0);
    let (wrong, right) =
        ("So that the badge can be billed to the visitor", "So that nobody else can use it to come in");
    let bank = read(&sandbox, "desk.toml").replace(wrong, "@").replace(right, wrong).replace('@', right);
    sandbox.write("desk.toml", bank);
    // Before it is counted anew, what was answered under the other key says nothing.
    let checked = sandbox.run(&["check", "desk.toml", "--stats", "stats.toml"], "");
    assert!(!checked.stdout.contains("suspected-key"), "{}", checked.stdout);
    checked.says("about 7 of 8 questions; 1 question had\nanother right answer then");
    sandbox.run(&KEEP, "").ended_with(0).complains("counted anew").complains("1 class");
    assert!(read(&sandbox, "stats.toml").contains("id = \"desk-5\"\nanswers = 40\nfacility = 0.5500\n"));
}

#[test]
fn what_is_no_file_of_statistics_is_never_written_over() {
    let sandbox = desk();
    sandbox.run(&KEEP, "").ended_with(0);
    let good = read(&sandbox, "stats.toml");
    for (name, content) in [
        ("bank", read(&sandbox, "desk.toml")),
        ("cut off", good[..good.len() / 2].to_owned()),
        ("changed", good.replacen("asked = 40", "asked = 4", 1)),
        ("newer", good.replacen("schema = 1", "schema = 2", 1)),
        ("letter", String::from("Dear all,\n")),
        ("empty", String::new()),
    ] {
        sandbox.write("stats.toml", &content);
        for arguments in [
            &KEEP[..],
            &["check", "desk.toml", "--stats", "stats.toml"],
            &["export", "--to", "gift", "--bank", "desk.toml", "--facility", "..1", "--stats", "stats.toml"],
            &["exam", "--bank", "desk.toml", "--facility", "..1", "--stats", "stats.toml"],
        ] {
            let ran = sandbox.run(arguments, "").ended_with(2).complains("--> stats.toml:");
            assert!(ran.stderr.contains("the file stays as it is"), "{name}: {}", ran.stderr);
        }
        assert_eq!(read(&sandbox, "stats.toml"), content, "{name}");
    }
    sandbox.write("stats.toml", [0xff, 0xfe, 0, 1]);
    sandbox.run(&KEEP, "").ended_with(2).complains("[not-utf-8]");
    let only_points = ["analyze", "points.csv", "--write-stats", "new.toml"];
    sandbox.run(&only_points, "").ended_with(2).complains("none of these questions is in the banks");
    assert!(!sandbox.path("new.toml").exists());
}

#[test]
fn check_tells_what_the_class_showed_unless_the_question_allows_it() {
    let sandbox = desk();
    sandbox.run(&KEEP, "").ended_with(0);
    let check = ["check", "desk.toml", "--stats", "stats.toml", "--json"];
    let found = |sandbox: &Sandbox, arguments: &[&str]| -> Vec<Value> {
        let report: Value = serde_json::from_str(&sandbox.run(arguments, "").stdout).unwrap();
        let all = report["problems"].as_array().unwrap().clone();
        all.into_iter().filter(|one| one.to_string().contains("suspected-key")).collect()
    };
    let problems = found(&sandbox, &check);
    assert_eq!(problems.len(), 1, "{problems:?}");
    let line =
        read(&sandbox, "desk.toml").lines().position(|line| line.contains("can be billed")).unwrap() + 1;
    assert_eq!(problems[0]["question"], "desk-5");
    assert!(problems[0].to_string().contains(&format!("\"line\":{line}")), "{problems:?}");
    assert!(found(&sandbox, &["check", "desk.toml", "--json"]).is_empty(), "only with --stats");
    let allowed = read(&sandbox, "desk.toml").replacen(
        "id = \"desk-5\"",
        "id = \"desk-5\"\nallow = [\"suspected-key: read again; the key stands\"]",
        1,
    );
    sandbox.write("desk.toml", allowed);
    assert!(found(&sandbox, &check).is_empty());
    // And without the statistics the entry is not called useless.
    assert!(found(&sandbox, &["check", "desk.toml", "--json"]).is_empty());
}

#[test]
fn questions_are_drawn_by_facility_and_what_is_left_out_is_counted() {
    let sandbox = desk();
    sandbox.run(&KEEP, "").ended_with(0);
    let export = |facility: &str| {
        let by = ["--facility", facility, "--stats", "stats.toml"];
        sandbox.run(&[&["export", "--to", "json", "--bank", "desk.toml", "desk"][..], &by].concat(), "")
    };
    let ran = export("0.4..0.6").ended_with(0).complains("6 questions; left out: 2 (other facility)");
    assert!(
        !ran.stdout.contains("\"id\":\"desk-5\"") && ran.stdout.contains("\"id\":\"desk-4\""),
        "{}",
        ran.stdout
    );
    export("90%..")
        .ended_with(2)
        .complains("no question has a facility of 0.90 to 1.00")
        .complains("widen --facility");
    export("0.6..0.4").ended_with(2).complains("two dots");
    let alone = ["export", "--to", "json", "--facility", "0.4..0.6"];
    sandbox.run(&alone, "").ended_with(2).complains("--stats");
    let exam = ["exam", "--bank", "desk.toml", "--untimed", "--facility", "..0.2", "--stats", "stats.toml"];
    sandbox.run(&exam, "q\n").ended_with(0).says("1 question").complains("in no class");
}
