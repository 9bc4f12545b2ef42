//! The order of the log does not depend on clocks.

use rusqlite::Connection;
use tempfile::tempdir;

use super::{Store, flag, join};
use crate::progress::Body;

/// The questions of the flags in a log, in its order.
fn told(store: &Store) -> Vec<String> {
    let question = |body: Body| match body {
        Body::Flag { question, .. } => question,
        body => body.name().to_owned(),
    };
    store.events().unwrap().into_iter().map(|event| question(event.body)).collect()
}

#[test]
fn a_clock_that_was_set_back_or_ahead_changes_nothing() {
    let mut store = Store::in_memory();
    for (n, at) in [100, 200, 50, 1_000_000, 60, 61].into_iter().enumerate() {
        store.record(at, None, flag(n)).unwrap();
    }
    assert_eq!(told(&store), ["q0", "q1", "q2", "q3", "q4", "q5"]);
    assert_eq!(store.events().unwrap()[2].at, 50, "the time is kept as the clock said it");
}

#[test]
fn what_a_file_knew_comes_before_what_was_written_to_it() {
    // The clock of the first machine is a year ahead, and resets everything; the second takes that in and answers.
    let (mut ahead, mut other) = (Store::in_memory(), Store::in_memory());
    for n in 0..3 {
        other.record(10 + n as i64, None, flag(n)).unwrap();
    }
    ahead.record(1_000_000, None, Body::Reset { topic: None }).unwrap();
    join(&mut other, &mut ahead);
    other.record(20, None, flag(3)).unwrap();
    // A third machine joined neither: its events come by time.
    let mut apart = Store::in_memory();
    apart.record(15, None, flag(4)).unwrap();
    let expected = ["q0", "q1", "q2", "q4", "reset", "q3"];
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
        let mut sum = Store::in_memory();
        for at in order {
            join(&mut sum, [&mut ahead, &mut other, &mut apart][at]);
        }
        assert_eq!(told(&sum), expected);
    }
}

#[test]
fn a_log_of_schema_1_has_the_same_order_read_and_migrated() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("old.db");
    let old = Connection::open(&path).unwrap();
    old.execute_batch(include_str!("../migrations/0001_events.sql")).unwrap();
    old.pragma_update(None, "application_id", super::super::migrate::APPLICATION_ID).unwrap();
    old.pragma_update(None, "user_version", 1).unwrap();
    // Machine a: its clock was set back between 2 and 3; b came in between by time.
    for (n, device, number, at) in [
        (0, "a", 1, 100),
        (1, "a", 2, 200),
        (4, "a", 3, 150),
        (5, "a", 4, 400),
        (3, "b", 2, 199),
        (2, "b", 1, 180),
    ] {
        let body = serde_json::to_string(&flag(n)).unwrap();
        let sql = "INSERT INTO event VALUES (?1, ?2, ?3, ?4, NULL, 'flag', ?5)";
        old.execute(sql, (format!("id{n}"), device, number, at, body)).unwrap();
    }
    drop(old);
    let expected = ["q0", "q2", "q3", "q1", "q4", "q5"];
    assert_eq!(told(&Store::look_at(&path).unwrap().unwrap()), expected, "only looked at");
    let mut store = Store::open(&path).unwrap();
    assert_eq!(told(&store), expected, "migrated");
    store.record(1, None, flag(6)).unwrap();
    assert_eq!(told(&store).last().unwrap(), "q6");
}
