//! Limits that the crate's docs list (`src/limits.rs`) and README leaves out: each is crossed here, unless a test of its
//! room does it.

use std::fmt::Write as _;

use rusqlite::Connection;

use crate::bounded::Bounded;
use crate::hostile::zip::{Entry, gzip, tar, zip};
use crate::support::{Ran, Sandbox, root};

/// What a run printed, in one line.
fn said(ran: &Ran) -> String {
    format!("{} {}", ran.stdout, ran.stderr).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Looks for a row of the docs.
fn documented(row: &str) {
    let docs = std::fs::read_to_string(root().join("src/limits.rs")).unwrap();
    assert!(docs.lines().any(|line| line.starts_with(&format!("//! | {row} |"))), "no row of {row}");
}

/// Runs a command with a file, within the bounds of memory, and looks for words in what is said.
fn refused(name: &str, content: impl AsRef<[u8]>, arguments: &[&str], words: &[&str]) {
    let sandbox = Sandbox::new();
    sandbox.write(name, content);
    let ran = Bounded::run(sandbox.command(arguments), b"").within();
    assert!(matches!(ran.code, Some(1 | 2)), "{name}: {ran:?}");
    for word in words {
        assert!(said(&ran).contains(word), "{name}: no {word:?} in {}", said(&ran));
    }
}

#[test]
fn nesting_of_toml_and_json() {
    documented("tables and lists in each other in TOML; values in each other in JSON | 80; 128");
    let lists = |deep: usize| format!("schema = 1\nx = {}{}\n", "[".repeat(deep), "]".repeat(deep));
    refused("b.toml", lists(81), &["check", "b.toml"], &["b.toml:2:", "max recursion depth"]);
    let question = |deep: usize| {
        format!(
            "[{{\"question\": \"Who opens the gate?\", \"options\": [\"A guard\", \"A guest\"], \"answer\": \"A guard\", \"more\": {}{}}}]",
            "[".repeat(deep),
            "]".repeat(deep)
        )
    };
    let import = ["import", "q.json", "--dry-run"];
    refused("q.json", question(128), &import, &["q.json:1:1", "no list of questions"]);
    let sandbox = Sandbox::new();
    sandbox.write("q.json", question(126));
    assert!(said(&sandbox.run(&import, "")).contains("1 question read"));
}

#[test]
fn elements_of_xml_in_memory() {
    documented("elements of XML in each other, and in memory at once | 64, and 1,200,000");
    let quiz =
        format!("<quiz>\n<question type=\"multichoice\">{}</question></quiz>", "<a/>".repeat(1_200_000));
    refused("q.xml", quiz, &["import", "q.xml", "--dry-run"], &["q.xml:2:", "more than 1,200,000 elements"]);
}

#[test]
fn letters_of_an_id() {
    documented("letters of an id | 100");
    let bank = format!(
        "schema = 1\n[topic]\nid = \"t\"\ntitle = \"T\"\n[[question]]\nid = \"{}\"\n",
        "q".repeat(101)
    );
    refused("b.toml", bank, &["check", "b.toml"], &["b.toml:6:", "an id of 101 bytes; 100 are the most"]);
}

#[test]
fn a_file_of_a_package() {
    documented("what comes out of a package of QTI or Canvas; a file of it | 96 MB; 64 MB");
    let file = format!("<questestinterop>{}</questestinterop>", " ".repeat(64 << 20));
    let package = zip(&[Entry::deflated("a.xml", file.as_bytes())]);
    let import = ["import", "--from", "canvas", "p.zip", "--dry-run"];
    refused("p.zip", package, &import, &["p.zip/a.xml:1:1", "larger than 64 MB"]);
}

#[test]
fn notes_of_a_deck() {
    documented("what comes out of a deck of Anki; its notes | 64 MB; 100,000");
    let mut connection = Connection::open_in_memory().unwrap();
    connection
        .execute_batch(
            "CREATE TABLE col (id integer PRIMARY KEY, models text, decks text);
             CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, tags text, flds text);
             CREATE TABLE cards (id integer PRIMARY KEY, nid integer, did integer, odid integer);
             INSERT INTO col VALUES (1, '{\"1\": {\"name\": \"Basic\", \"flds\": []}}', '{}');
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100001)
             INSERT INTO notes SELECT i, i, 1, '', 'f' FROM n;",
        )
        .unwrap();
    let deck = zip(&[Entry::stored("collection.anki2", connection.serialize("main").unwrap().to_vec())]);
    refused("d.apkg", deck, &["import", "d.apkg", "--dry-run"], &["d.apkg", "more than 100,000 notes"]);
}

#[test]
fn questions_of_a_backup() {
    documented("what a backup of Moodle unpacks to; its questions | 256 MB; 64 MB");
    let more = (64 << 20) + 1;
    let mut backup = tar(&[("questions.xml", &format!("{more:011o}"), b'0', b"")]);
    backup.truncate(512);
    let backup = [gzip(&backup, 1), gzip(&vec![b' '; 1 << 20], 66)].concat();
    refused("b.mbz", backup, &["import", "b.mbz", "--dry-run"], &["b.mbz", "more than 64 MB"]);
}

#[test]
fn events_of_a_file_to_merge() {
    documented(
        "a progress file to be merged: its size, events, an event, time | 256 MB, 1,000,000, 16 MB, 60 s",
    );
    let sandbox = Sandbox::new();
    let mut schema = std::fs::read_to_string(root().join("src/store/migrations/0001_events.sql")).unwrap();
    schema.push_str(
        "PRAGMA application_id = 0x67707270; PRAGMA user_version = 1;
         DROP INDEX event_by_sitting; DROP INDEX event_by_number; DROP INDEX event_by_kind;
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000001)
         INSERT INTO event SELECT printf('%032x', i), 'd', i, 1, NULL, 'end', '{}' FROM n;
         CREATE INDEX event_by_sitting ON event (sitting);
         CREATE INDEX event_by_number ON event (device, number);
         CREATE INDEX event_by_kind ON event (kind, at);",
    );
    Connection::open(sandbox.path("other.db")).unwrap().execute_batch(&schema).unwrap();
    let ran = Bounded::run(sandbox.command(&["progress", "merge", "other.db"]), b"").within();
    assert!(said(&ran).contains("more than 1,000,000 events"), "{}", said(&ran));
}

#[test]
fn a_typed_line() {
    documented("a typed line | 4,096 bytes; a longer one is passed over up to 16 MB");
    let sandbox = Sandbox::new();
    let quiz = ["quiz", "-n", "2", "--plain", "--no-save"];
    // What stands beyond is no second answer.
    let mut typed = String::from("a");
    let _ = write!(typed, "{}b\nb\n", " ".repeat(5_000));
    let ran = Bounded::run(sandbox.command(&quiz), typed.as_bytes()).within();
    assert!(ran.stdout.contains("Question 2 of 2") && ran.code == Some(0), "{ran:?}");
    let typed = format!("a{}\nb\n", " ".repeat((16 << 20) + 4_096));
    let ran = Bounded::run(sandbox.command(&quiz), typed.as_bytes()).within();
    assert!(!ran.stdout.contains("Question 2 of 2") && said(&ran).contains("the input ended"), "{ran:?}");
}
