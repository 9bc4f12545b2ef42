//! What is kept beside the log says what the log says, whatever was written since and whatever is wrong with it.

use std::path::Path;

use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use super::super::{Guest, Store, snapshot};
use super::{connection, flag, start};
use crate::progress::{Answer, Body, Derived, paused};

fn answer(item: usize) -> Body {
    Body::Answer(Answer {
        item,
        question: format!("q{item}"),
        topic: String::from("t"),
        chosen: vec![String::from("c")],
        correct: item.is_multiple_of(2),
        key: String::from("00000000000000ff"),
        took: 1,
    })
}

/// Keeps what follows from the log, however little has come since.
fn keep(store: &mut Store) -> Derived {
    let derived = store.derived().unwrap();
    let mut reached = store.reached;
    snapshot::keep(connection(store), &derived, &mut reached).unwrap();
    derived
}

/// Whatever is kept, what is said is what the whole log says.
#[track_caller]
fn agrees(derived: &Derived, store: &Store) {
    let log = store.events().unwrap();
    let whole = Derived::of(log.clone(), derived.end().cloned());
    assert_eq!(derived.history, whole.history);
    assert_eq!(derived.events(), log.len());
    assert_eq!(paused(derived.open()), paused(&log));
}

/// A file with a quiz, and what follows from it kept.
fn file() -> (TempDir, Store) {
    let folder = tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("progress.db")).unwrap();
    let quiz = store.record(1, None, start()).unwrap();
    for item in 0..5 {
        store.record(2, Some(&quiz.id), answer(item)).unwrap();
    }
    keep(&mut store);
    (folder, store)
}

fn reopened(folder: &TempDir) -> Store {
    Store::open(&folder.path().join("progress.db")).unwrap()
}

fn run(folder: &TempDir, sql: &str) {
    let other = Connection::open(folder.path().join("progress.db")).unwrap();
    other.execute_batch(sql).unwrap();
}

#[test]
fn what_fits_is_used_and_only_what_came_since_is_read() {
    let (folder, mut store) = file();
    let expected = store.derived().unwrap();
    // The log cannot be read any more, and nobody notices.
    run(&folder, "UPDATE event SET body = '{}' WHERE entry = 3");
    store.events().unwrap_err();
    assert_eq!(store.derived().unwrap(), expected);
    // The program was killed after an answer and before anything was kept.
    let quiz = paused(expected.open())[0].start.id.clone();
    store.record(3, Some(&quiz), answer(7)).unwrap();
    drop(store);
    let mut store = reopened(&folder);
    let derived = store.derived().unwrap();
    assert_eq!((derived.events(), derived.history.newest().len()), (7, 6));
    assert_eq!(derived.history.newest()[0].0, "q7");
    // What takes back an answer needs the whole log.
    let target = store.record(4, None, Body::Undo { target: quiz }).unwrap().id;
    store.derived().unwrap_err();
    run(&folder, &format!("DELETE FROM event WHERE id = unhex('{target}')"));
}

#[test]
fn what_does_not_fit_is_computed_anew() {
    for (wrong, sql) in [
        ("an older guardprep", "UPDATE derived SET version = '0.0.1'"),
        ("a newer guardprep", "UPDATE derived SET version = '9999'"),
        ("garbage", "UPDATE derived SET body = randomblob(500)"),
        ("nothing", "UPDATE derived SET body = x''"),
        ("torn", "UPDATE derived SET body = substr(body, 1, length(body) / 2)"),
        ("of fewer events", "UPDATE derived SET events = events - 1"),
        ("of more events", "UPDATE derived SET events = events + 1"),
        ("of an earlier entry", "UPDATE derived SET last = last - 1"),
        ("of an entry that is not there", "UPDATE derived SET last = 999"),
        ("of an impossible entry", "UPDATE derived SET last = -1"),
        ("gone", "DELETE FROM derived"),
        ("the last event is gone", "DELETE FROM event WHERE entry = 6"),
        ("an event in the middle is gone", "DELETE FROM event WHERE entry = 4"),
        (
            "another event has the number of the last one",
            "UPDATE event SET id = randomblob(16), number = 7, body = replace(body, 'q4', 'q3') WHERE entry = 6",
        ),
    ] {
        let (folder, store) = file();
        drop(store);
        run(&folder, sql);
        let mut store = reopened(&folder);
        let derived = store.derived().unwrap();
        agrees(&derived, &store);
        assert!(store.reached.behind > 0, "{wrong}: what is kept was not used");
        let looked = &mut Store::look_at(&folder.path().join("progress.db")).unwrap().unwrap();
        assert_eq!(looked.derived().unwrap(), derived, "{wrong}");
        keep(&mut store);
        drop(store);
        let mut store = reopened(&folder);
        agrees(&store.derived().unwrap(), &store);
        assert_eq!(store.reached.behind, 0, "{wrong}: it was written anew");
    }
}

#[test]
fn two_guardpreps_see_what_the_other_one_wrote() {
    let (folder, mut one) = file();
    let mut other = reopened(&folder);
    let (mut here, mut there) = (one.derived().unwrap(), other.derived().unwrap());
    let mine = one.record(10, None, start()).unwrap();
    let theirs = other.record(5, None, start()).unwrap();
    for n in 0..20 {
        one.record(10 + n, Some(&mine.id), answer(n as usize)).unwrap();
        other.record(5, Some(&theirs.id), answer(n as usize)).unwrap();
        if n % 7 == 0 {
            one.catch_up(&mut here).unwrap();
            let mut reached = one.reached;
            snapshot::keep(connection(&mut one), &here, &mut reached).unwrap();
        }
    }
    one.catch_up(&mut here).unwrap();
    other.catch_up(&mut there).unwrap();
    agrees(&here, &one);
    agrees(&there, &one);
    // The other one keeps what it knew some time ago.
    let mut late = reopened(&folder);
    let derived = late.derived().unwrap();
    one.record(11, Some(&mine.id), answer(21)).unwrap();
    keep(&mut one);
    let mut reached = late.reached;
    snapshot::keep(connection(&mut late), &derived, &mut reached).unwrap();
    let mut store = reopened(&folder);
    agrees(&store.derived().unwrap(), &store);
    assert_eq!(store.reached.behind, 1);
}

#[test]
fn a_file_that_another_program_holds_is_not_waited_for() {
    let (folder, mut store) = file();
    let holding = Connection::open(folder.path().join("progress.db")).unwrap();
    holding.execute_batch("BEGIN IMMEDIATE").unwrap();
    let derived = store.derived().unwrap();
    let mut reached = store.reached;
    let began = std::thread::spawn({
        let (sent, got) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            snapshot::keep(connection(&mut store), &derived, &mut reached).unwrap_err();
            sent.send(()).unwrap();
        });
        move || got.recv_timeout(std::time::Duration::from_secs(5)).is_ok()
    });
    assert!(began.join().unwrap(), "it gives up at once");
}

#[test]
fn little_is_not_written_anew_each_time() {
    let (folder, mut store) = file();
    let body = |folder: &TempDir| -> Vec<u8> {
        let other = Connection::open(folder.path().join("progress.db")).unwrap();
        other.query_row("SELECT body FROM derived", [], |row| row.get(0)).unwrap()
    };
    let before = body(&folder);
    for _ in 0..super::super::FAR_BEHIND - 1 {
        store.record(9, None, flag(1)).unwrap();
    }
    let mut derived = store.derived().unwrap();
    store.keep(&derived);
    assert_eq!(body(&folder), before);
    store.record(9, None, flag(2)).unwrap();
    store.catch_up(&mut derived).unwrap();
    store.keep(&derived);
    assert_ne!(body(&folder), before);
}

fn merge(store: &mut Store, path: &Path) {
    store.merge(&Guest::open(path).unwrap().unwrap()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]
    #[test]
    fn whatever_two_computers_do_it_says_what_the_log_says(
        steps in prop::collection::vec((0..12_u8, 0..2_usize, 0..30_i64, 0..8_usize), 1..40),
    ) {
        let folder = tempdir().unwrap();
        let paths = ["a", "b"].map(|name| folder.path().join(name));
        let mut stores = paths.clone().map(|path| Store::open(&path).unwrap());
        let mut quizzes: [Option<String>; 2] = [None, None];
        for (what, at, time, item) in steps {
            // Clocks are set back, and differ.
            let store = &mut stores[at];
            match what {
                0..=1 => quizzes[at] = Some(store.record(time, None, start()).unwrap().id),
                2..=6 => drop(store.record(time, quizzes[at].as_deref(), answer(item)).unwrap()),
                7 => {
                    let newest = store.events().unwrap().into_iter().rev().nth(item);
                    if let Some(event) = newest {
                        store.record(time, None, Body::Undo { target: event.id }).unwrap();
                    }
                }
                8 if quizzes[at].is_some() => drop(store.record(time, quizzes[at].as_deref(), Body::End).unwrap()),
                9 => merge(store, &paths[1 - at]),
                _ => drop(keep(store)),
            }
            let store = &mut stores[at];
            let derived = store.derived().unwrap();
            agrees(&derived, store);
        }
    }
}
