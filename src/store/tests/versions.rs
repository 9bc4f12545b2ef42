//! Which kinds of events belong to which schema of the file, and that a newer file is recognized.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use tempfile::tempdir;

use super::{Cause, Store, flag};
use crate::progress::{Body, History, StudyPlan, study_plan};

/// The kinds of events that came with each schema. Never edit a line: a new kind needs a new line, a migration and so
/// a new `user_version`, or a guardprep that does not know it calls a good file damaged.
const KINDS: [&[&str]; 4] = [
    &[
        "start",
        "answer",
        "undo",
        "skip",
        "flag",
        "end",
        "choose",
        "mark",
        "go",
        "clock-set",
        "hand-in",
        "reset",
    ],
    &[],
    &["guess", "plan"],
    &[],
];

#[test]
fn a_new_kind_of_event_has_a_new_schema() {
    assert_eq!(KINDS.len() as i64, super::super::migrate::NEWEST);
    for schema in 1..=KINDS.len() {
        let name = format!("tests/fixtures/progress-v{schema}.db");
        assert!(
            Path::new(env!("CARGO_MANIFEST_DIR")).join(&name).exists(),
            "{name}: see tests/it/upgrades.rs"
        );
    }
    let all = KINDS.concat();
    assert_eq!(Body::KINDS[..], all, "the list beside the events");
    // What serde knows is what can really be read.
    let error = serde_json::from_str::<Body>(r#"{"event":"?"}"#).unwrap_err().to_string();
    let known: Vec<&str> = error.split('`').skip(3).step_by(2).collect();
    assert_eq!(known, all, "{error}");
}

/// Changes a file with one event by a statement, and returns why it is refused.
fn refused(change: &str) -> Cause {
    let folder = tempdir().unwrap();
    let path = folder.path().join("progress.db");
    Store::open(&path).unwrap().record(1, None, flag(1)).unwrap();
    Connection::open(&path).unwrap().execute_batch(change).unwrap();
    let before = fs::read(&path).unwrap();
    let looked = Store::look_at(&path).and_then(|store| store.unwrap().events()).unwrap_err().cause;
    let opened = Store::open(&path).and_then(|store| store.events()).unwrap_err().cause;
    assert_eq!(looked.to_string(), opened.to_string());
    assert_eq!(fs::read(&path).unwrap(), before, "the file is untouched");
    opened
}

#[test]
fn what_is_newer_is_not_called_damaged() {
    assert!(matches!(refused("PRAGMA user_version = 5"), Cause::Newer { found: 5, known: 4 }));
    let planned = r#"UPDATE event SET kind = 'goal', body = '{"event":"goal","exam_on":"2026-06-01"}'"#;
    assert!(matches!(refused(planned), Cause::NewerKind(kind) if kind == "goal"));
    assert!(matches!(refused(r#"UPDATE event SET body = '{"event":"flag"}'"#), Cause::Damaged));
}

#[test]
fn the_guesses_and_the_plan_of_a_kept_file_are_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/progress-v3.db");
    let events = Store::look_at(&path).unwrap().unwrap().events().unwrap();
    let guessed: Vec<(String, bool)> = History::derive(&events)
        .newest()
        .into_iter()
        .map(|(question, attempt)| (question.to_owned(), attempt.guessed))
        .collect();
    let expected = [("gates-3", false), ("gates-2", false), ("gates-4", true), ("gates-1", false)];
    assert_eq!(guessed, expected.map(|(question, guessed)| (question.to_owned(), guessed)));
    let exam = Some(String::from("2026-06-01"));
    assert_eq!(study_plan(&events), StudyPlan { exam, minutes: Some(20), profile: None });
}

#[test]
fn no_schema_is_below_zero() {
    assert!(matches!(refused("PRAGMA user_version = -1"), Cause::Damaged));
    assert!(matches!(refused("PRAGMA user_version = -2147483648"), Cause::Damaged));
    assert!(matches!(refused("PRAGMA user_version = 0"), Cause::Damaged));
}
