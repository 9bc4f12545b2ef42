//! Files to be merged that should not be trusted.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use super::super::guest::Guest;
use super::{Cause, Store, flag, start};
use crate::progress::Body;

/// A folder with a file of a quiz and five flags in it.
fn file() -> (TempDir, PathBuf) {
    let folder = tempdir().unwrap();
    let path = folder.path().join("other.db");
    let mut store = Store::open(&path).unwrap();
    let start = store.record(5, None, start()).unwrap();
    for n in 0..5 {
        store.record(6, Some(&start.id), flag(n)).unwrap();
    }
    (folder, path)
}

fn cause(path: &Path) -> Cause {
    Guest::open(path).expect_err("refused").cause
}

/// Checks that a file changed by statements is refused for a reason before it can run anything, and leaves no other
/// files in its folder.
#[track_caller]
fn check(change: &str, reason: &str) {
    let (folder, path) = file();
    Connection::open(&path).unwrap().execute_batch(change).unwrap();
    let before = fs::read(&path).unwrap();
    let cause = cause(&path).to_string();
    assert!(cause.contains(reason), "{change}: {cause}");
    assert_eq!(fs::read(&path).unwrap(), before, "{change}");
    let files: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(files, ["other.db"], "{change}");
}

const ENDLESS: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)";

#[test]
fn a_sound_file_is_joined_and_so_is_one_of_schema_1() {
    let (folder, path) = file();
    let mut own = Store::open(&folder.path().join("own.db")).unwrap();
    let guest = Guest::open(&path).unwrap().unwrap();
    assert_eq!(own.merge(&guest).unwrap().events, 6);
    assert_eq!(own.merge(&guest).unwrap().events, 0);
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/progress-v1.db");
    let before = fs::read(&old).unwrap();
    assert_eq!(own.merge(&Guest::open(&old).unwrap().unwrap()).unwrap().answers, 6);
    assert_eq!(fs::read(&old).unwrap(), before);
    // Its own file, by another name.
    let own_path = folder.path().join("./own.db");
    assert_eq!(own.merge(&Guest::open(&own_path).unwrap().unwrap()).unwrap().events, 0);
    assert!(Guest::open(&folder.path().join("none.db")).unwrap().is_none());
}

#[test]
fn tables_that_are_others_run_nothing() {
    check(
        &format!(
            "ALTER TABLE event RENAME TO hidden; CREATE VIEW event AS {ENDLESS} SELECT hidden.* FROM hidden, n"
        ),
        "its tables are others",
    );
    check(
        &format!(
            "PRAGMA foreign_keys = OFF; DROP TABLE device;
             CREATE VIEW device AS {ENDLESS} SELECT 1 AS number, sum(i) AS id FROM n"
        ),
        "its tables are others",
    );
    check("ALTER TABLE event ADD COLUMN bomb TEXT AS (hex(zeroblob(9000)))", "its tables are others");
    check("CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END", "its tables are others");
    check("CREATE INDEX another ON event (length(body))", "its tables are others");
    check("DROP TABLE derived", "its tables are others");
}

#[test]
fn values_that_nobody_wrote_are_not_believed() {
    let set = |what: &str| format!("PRAGMA foreign_keys = OFF; UPDATE event SET {what} WHERE number = 4");
    check(&set("number = 9223372036854775807"), "no possible number");
    check(&set("number = 7"), "no possible number");
    check(&set("number = -1"), "no possible number");
    check(&set("at = 9223372036854775807"), "no possible time");
    check(&set("at = -1"), "no possible time");
    check(&set("stamp = 9223372036854775807"), "no possible time");
    check(&set("stamp = 1"), "no possible time");
    check(&set("id = 'x'"), "no possible id");
    check(&set("id = upper(hex(randomblob(16)))"), "no possible id");
    check(&set("id = randomblob(15)"), "not whole");
    check("UPDATE device SET id = '\u{1b}[2J'", "no possible id");
    check(&set("device = 2"), "not whole");
    check(&set("kind = 'answer'"), "two kinds");
    check(&set("sitting = randomblob(16)"), "belongs to no sitting");
    check(
        &set(r#"kind = 'go', body = '{"event":"go","item":0,"spent":18446744073709551615}'"#),
        "no possible values",
    );
    check(
        &set(r#"kind = 'skip', body = '{"event":"skip","item":18446744073709551615}'"#),
        "no possible values",
    );
    check(
        &set(r#"kind = 'clock-set', body = '{"event":"clock-set","by":-9223372036854775808}'"#),
        "no possible values",
    );
    check(&set(r#"body = '{"event":"flag"}'"#), "not whole");
    check(&set(r#"kind = 'goal', body = '{"event":"goal"}'"#), "newer");
    check("UPDATE event SET sitting = NULL WHERE kind = 'start'", "no possible sitting");
}

#[test]
fn another_journal_mode_is_refused_before_anything_is_made() {
    let (folder, path) = file();
    let wal = Connection::open(&path).unwrap();
    wal.pragma_update(None, "journal_mode", "WAL").unwrap();
    drop(wal);
    assert!(cause(&path).to_string().contains("another journal mode"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn too_much_is_refused() {
    let (folder, path) = file();
    let large = folder.path().join("large.db");
    fs::copy(&path, &large).unwrap();
    fs::OpenOptions::new().write(true).open(&large).unwrap().set_len(300 << 20).unwrap();
    assert!(matches!(cause(&large), Cause::TooMuch(_)));
    let long = format!(
        r"UPDATE event SET body = json_object('event', 'flag', 'topic', 't', 'on', json('true'), 'question', hex(zeroblob({}))) WHERE number = 3",
        9 << 20
    );
    check(&long, "more than 16 MB");
    // A file that takes long to read, and a guest that has no time.
    let many = Connection::open(&path).unwrap();
    many.execute_batch(&format!(
        "{ENDLESS} INSERT INTO event SELECT 100 + i, randomblob(16), 1, i, 6, 6, NULL, 'end', '{{\"event\":\"end\"}}'
         FROM n LIMIT 20000"
    ))
    .unwrap();
    drop(many);
    assert!(matches!(Guest::open_within(&path, Duration::ZERO).unwrap_err(), Cause::TooMuch(_)));
}

#[test]
fn a_file_that_holds_an_impossible_number_already_can_still_be_written() {
    let (_folder, path) = file();
    let poisoned = Connection::open(&path).unwrap();
    poisoned
        .execute_batch(
            "UPDATE event SET number = 9223372036854775807, at = number, stamp = number WHERE number = 6",
        )
        .unwrap();
    drop(poisoned);
    let mut store = Store::open(&path).unwrap();
    let last = store.record(7, None, Body::Reset { topic: None }).unwrap();
    assert_eq!(last.number, 7);
}
