//! The log on disk: what is refused, what is kept, and that files can be merged.

mod compact;
mod guest;
mod order;
mod snapshot;
mod versions;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::tempdir;

use super::migrate::NEWEST;
use super::rows::{Stamped, each, union};
use super::{Cause, Log, Store};
use crate::progress::{Body, Event, QuizPlan, SittingPlan};

fn flag(question: usize) -> Body {
    Body::Flag { question: format!("q{question}"), topic: String::from("t"), on: true }
}

fn start() -> Body {
    Body::Start {
        plan: SittingPlan::Quiz(QuizPlan {
            seed: 1,
            purpose: crate::progress::Purpose::Practice,
            items: vec![].into(),
        }),
    }
}

#[test]
fn an_event_comes_back_as_it_was_recorded() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("new/folder/progress.db");
    let mut store = Store::open(&path).unwrap();
    let first = store.record(5, None, start()).unwrap();
    let second = store.record(6, Some(&first.id), flag(1)).unwrap();
    drop(store);
    let store = Store::look_at(&path).unwrap().unwrap();
    assert_eq!(store.events().unwrap(), [first, second]);
}

#[cfg(unix)]
#[test]
fn the_file_its_journal_and_its_folder_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempdir().unwrap();
    let path = folder.path().join("new/folder/progress.db");
    let mut store = Store::open(&path).unwrap();
    store.record(1, None, flag(1)).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!([&path, path.parent().unwrap(), &folder.path().join("new")].map(mode), [0o600, 0o700, 0o700]);
    // In the middle of a write.
    connection(&mut store).execute_batch("BEGIN; UPDATE own SET stamp = 7").unwrap();
    let journal = path.with_file_name("progress.db-journal");
    assert_eq!(mode(&journal), 0o600);
    drop(store);
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "nothing is left beside it");
}

fn looked_at(path: &Path) -> Result<Vec<Event>, super::StoreError> {
    Store::look_at(path)?.unwrap().events()
}

/// Opens a file that is to be refused, and checks that it was left as it was.
fn refused(path: &Path) -> Cause {
    let before = fs::read(path).unwrap();
    // An overwritten page is noticed when its rows are read, which every command does first.
    let opened =
        Store::open(path).and_then(|store| store.events().map(|events| events.len())).unwrap_err().cause;
    looked_at(path).unwrap_err();
    assert_eq!(fs::read(path).unwrap(), before, "the file is untouched");
    opened
}

#[test]
fn what_is_not_ours_is_refused_and_left_alone() {
    let folder = tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);

    fs::write(file("random"), [7_u8; 5_000]).unwrap();
    assert!(matches!(refused(&file("random")), Cause::NotOurs));

    let other = Connection::open(file("other")).unwrap();
    other.execute_batch("CREATE TABLE things (x); INSERT INTO things VALUES (1)").unwrap();
    drop(other);
    assert!(matches!(refused(&file("other")), Cause::NotOurs));

    let mut store = Store::open(&file("newer")).unwrap();
    store.record(1, None, flag(1)).unwrap();
    drop(store);
    let other = Connection::open(file("newer")).unwrap();
    other.pragma_update(None, "user_version", 99).unwrap();
    drop(other);
    assert!(matches!(refused(&file("newer")), Cause::Newer { found: 99, .. }));

    let mut store = Store::open(&file("truncated")).unwrap();
    for n in 0..200 {
        store.record(n, None, flag(1)).unwrap();
    }
    drop(store);
    let whole = fs::read(file("truncated")).unwrap();
    for length in [17, 100, 8_192, whole.len() / 2, whole.len() - 8_192] {
        fs::write(file("truncated"), &whole[..length]).unwrap();
        let cause = refused(&file("truncated"));
        assert!(matches!(cause, Cause::Damaged | Cause::NotOurs), "{length} bytes: {cause:?}");
    }
    let mut refusals = 0;
    for at in (4_096..whole.len() - 1_000).step_by(1_000) {
        let mut torn = whole.clone();
        torn[at..at + 1_000].fill(0xa5);
        fs::write(file("truncated"), &torn).unwrap();
        // If only unused space was overwritten, everything has to be there.
        if let Ok(events) = looked_at(&file("truncated")) {
            assert_eq!(events.len(), 200, "torn at {at}");
        } else {
            let cause = refused(&file("truncated"));
            assert!(matches!(cause, Cause::Damaged | Cause::NotOurs), "torn at {at}: {cause:?}");
            refusals += 1;
        }
    }
    assert!(refusals > 10, "{refusals}");
}

#[test]
fn an_empty_file_is_a_new_one() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("empty");
    fs::write(&path, "").unwrap();
    Store::open(&path).unwrap().record(1, None, flag(1)).unwrap();
}

#[test]
fn two_writers_lose_nothing() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("progress.db");
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut store = Store::open(&path).unwrap();
                for n in 0..50 {
                    store.record(n, None, flag(1)).unwrap();
                }
            });
        }
    });
    let events = Store::open(&path).unwrap().events().unwrap();
    assert_eq!(events.len(), 100);
    let numbers: std::collections::BTreeSet<u64> = events.iter().map(|event| event.number).collect();
    assert_eq!(numbers.len(), 100, "each has a number of its own");
}

fn connection(store: &mut Store) -> &mut Connection {
    let Log::Kept(connection) = &mut store.log else { unreachable!() };
    connection
}

fn put(store: &mut Store, events: &[Stamped]) {
    union(connection(store), |put| events.iter().try_for_each(put)).unwrap();
}

/// Merges two stores the way `merge` does after the other file was checked.
fn join(store: &mut Store, other: &mut Store) {
    let mut events = vec![];
    let read = each(connection(other), NEWEST, |stamped, _| {
        events.push(stamped);
        Ok(())
    });
    read.unwrap();
    put(store, &events);
}

/// A store with some of these events, each of which has its own id.
fn store_of(world: &[Stamped], chosen: &[bool]) -> Store {
    let part: Vec<Stamped> =
        world.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(e, _)| e.clone()).collect();
    let mut store = Store::in_memory();
    put(&mut store, &part);
    store
}

fn merged<const N: usize>(stores: [&mut Store; N]) -> Vec<Event> {
    let mut sum = Store::in_memory();
    for store in stores {
        join(&mut sum, store);
    }
    sum.events().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn merge_is_commutative_associative_and_idempotent(
        a in prop::collection::vec(any::<bool>(), 12),
        b in prop::collection::vec(any::<bool>(), 12),
        c in prop::collection::vec(any::<bool>(), 12),
        times in prop::collection::vec(0..5_i64, 12),
    ) {
        let stamped = |(n, at): (usize, &i64)| {
            let (id, device) = (format!("id{n}"), format!("d{}", n % 3));
            let event = Event { id, device, number: n as u64, at: *at, sitting: None, body: flag(n) };
            Stamped { event, stamp: *at }
        };
        let world: Vec<Stamped> = times.iter().enumerate().map(stamped).collect();
        let (mut a, mut b, mut c) = (store_of(&world, &a), store_of(&world, &b), store_of(&world, &c));
        let (a, b, c) = (&mut a, &mut b, &mut c);
        let all = merged([a, b, c]);
        prop_assert_eq!(merged([b, a]), merged([a, b]));
        let mut twice = store_of(&world, &[]);
        join(&mut twice, a);
        join(&mut twice, a);
        prop_assert_eq!(twice.events().unwrap(), merged([a]));
        prop_assert_eq!(&merged([c, b, a]), &all);
        let mut left = store_of(&[], &[]);
        join(&mut left, b);
        join(&mut left, c);
        prop_assert_eq!(&merged([a, &mut left]), &all, "(b + c) + a");
        let expected: std::collections::BTreeSet<String> =
            [a, b, c].iter().flat_map(|s| s.events().unwrap()).map(|event| event.id).collect();
        prop_assert_eq!(all.iter().map(|event| event.id.clone()).collect::<std::collections::BTreeSet<_>>(), expected);
    }
}
