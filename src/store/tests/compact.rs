//! What schema 4 changed: how rows are kept, and nothing that they say.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use rusqlite::{Connection, params};
use tempfile::tempdir;

use super::super::migrate::{APPLICATION_ID, NEWEST};
use super::{Log, Store, flag, put};
use crate::progress::{Answer, Body, Event, PlanItem, Purpose, QuizPlan, SittingPlan};
use crate::store::rows::{Stamped, each};

const MIGRATIONS: [&str; 3] = [
    include_str!("../migrations/0001_events.sql"),
    include_str!("../migrations/0002_order.sql"),
    include_str!("../migrations/0003_guess_and_plan.sql"),
];

/// Writes a file as a guardprep of this schema left it.
fn write_old(path: &Path, schema: usize, events: &[Stamped]) {
    let mut file = Connection::open(path).unwrap();
    for migration in &MIGRATIONS[..schema] {
        file.execute_batch(migration).unwrap();
    }
    file.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    file.pragma_update(None, "user_version", schema as i64).unwrap();
    let adding = file.transaction().unwrap();
    for Stamped { event, stamp } in events {
        let (stamped, value) = if schema > 1 { (", stamp", ", ?8") } else { ("", "") };
        let sql = format!(
            "INSERT INTO event (id, device, number, at, sitting, kind, body{stamped})
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7{value})"
        );
        let body = serde_json::to_string(&event.body).unwrap();
        let (number, kind) = (event.number as i64, event.body.name());
        let Event { id, device, at, sitting, .. } = event;
        if schema > 1 {
            adding.execute(&sql, params![id, device, number, at, sitting, kind, body, stamp]).unwrap();
        } else {
            adding.execute(&sql, params![id, device, number, at, sitting, kind, body]).unwrap();
        }
    }
    adding.commit().unwrap();
}

/// Ids of ours, and others that look alike.
fn ids() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[0-9a-f]{32}",
        1 => "[0-9A-F]{32}",
        1 => "[0-9a-g]{32}",
        1 => "[0-9a-f]{30,34}",
        1 => "[0-9a-f]{31}\u{0}",
        1 => "[0-9a-f]{32}\u{0}x",
        1 => "[0-9a-f]{14}\u{e9}[0-9a-f]{16}",
        1 => ".{0,5}",
    ]
}

/// Events of a few devices, each of them later than what its device wrote before, and some in a sitting.
fn logs() -> impl Strategy<Value = Vec<Stamped>> {
    let devices = prop::collection::vec(ids(), 1..4);
    let rows =
        prop::collection::btree_map(ids(), (any::<prop::sample::Index>(), 0..9_i64, any::<bool>()), 1..30);
    (devices, rows).prop_map(|(devices, rows)| {
        let first = rows.keys().next().cloned();
        let mut latest = std::collections::BTreeMap::new();
        let event = |(n, (id, (device, at, sits))): (usize, (String, (prop::sample::Index, i64, bool)))| {
            let device = device.get(&devices).clone();
            let stamp = latest.entry(device.clone()).or_insert(0);
            *stamp = at.max(*stamp);
            let sitting = first.clone().filter(|_| sits);
            let event = Event { id, device, number: n as u64 + 1, at, sitting, body: flag(n) };
            Stamped { event, stamp: *stamp }
        };
        rows.into_iter().enumerate().map(event).collect()
    })
}

fn in_order(log: &[Stamped]) -> Vec<Event> {
    let mut log = log.to_vec();
    log.sort_by_key(|Stamped { event, stamp }| {
        (*stamp, event.number, event.device.clone(), event.id.clone())
    });
    log.into_iter().map(|stamped| stamped.event).collect()
}

fn kept(store: &Store) -> Vec<Stamped> {
    let Log::Kept(connection) = &store.log else { unreachable!() };
    let mut all = vec![];
    each(connection, NEWEST, |stamped, _| {
        all.push(stamped);
        Ok(())
    })
    .unwrap();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_log_of_any_schema_says_the_same_afterwards(log in logs(), schema in 1_usize..=3) {
        let folder = tempdir().unwrap();
        let path = folder.path().join("progress.db");
        write_old(&path, schema, &log);
        let expected = in_order(&log);
        prop_assert_eq!(&Store::look_at(&path).unwrap().unwrap().events().unwrap(), &expected, "looked at");
        let mut store = Store::open(&path).unwrap();
        prop_assert_eq!(&store.events().unwrap(), &expected, "migrated");
        let added: Vec<Event> = kept(&store).into_iter().map(|stamped| stamped.event).collect();
        prop_assert_eq!(&added, &expected, "the rows are in this order, too");
        // What is written next comes last, and the same rows are not taken in again.
        let last = store.record(0, None, flag(99)).unwrap();
        prop_assert_eq!(last.number, log.len() as u64 + 1);
        put(&mut store, &log);
        prop_assert_eq!(store.events().unwrap(), [expected.as_slice(), &[last]].concat());
        let mut other = Store::in_memory();
        put(&mut other, &kept(&store));
        prop_assert_eq!(other.events().unwrap(), store.events().unwrap());
    }
}

/// Quizzes of twenty questions, as a learner leaves them.
fn quizzes(count: u32) -> Vec<Stamped> {
    let id = |n: u32| format!("{:032x}", u128::from(n.wrapping_mul(2_654_435_761)) << 64 | u128::from(n));
    let mut log = vec![];
    for _ in 0..count {
        let start = id(log.len() as u32);
        let item = |n: u32| PlanItem {
            question: format!("desk-work-{n:03}"),
            options: (0..4).map(|option| format!("{:016x}", u64::from(n * 4 + option) << 40)).collect(),
        };
        let quiz = QuizPlan { seed: 1, purpose: Purpose::Practice, items: (0..20).map(item).collect() };
        let mut bodies = vec![Body::Start { plan: SittingPlan::Quiz(quiz) }];
        bodies.extend((0..20).map(|n| {
            Body::Answer(Answer {
                item: n,
                question: format!("desk-work-{n:03}"),
                topic: String::from("desk-work"),
                chosen: vec!["Ask the visitor to wait ".repeat(1 + n % 3)],
                correct: n % 3 > 0,
                key: String::from("0123456789abcdef"),
                took: 15_000,
            })
        }));
        bodies.push(Body::End);
        for body in bodies {
            let number = log.len() as u64 + 1;
            let at = 1_700_000_000_000 + 15_000 * number as i64;
            let (id, sitting) = (id(log.len() as u32), Some(start.clone()));
            let event = Event { id, device: format!("{:032x}", 7), number, at, sitting, body };
            log.push(Stamped { event, stamp: at });
        }
    }
    log
}

#[test]
fn a_file_takes_at_most_half_as_much_again_as_its_events_in_plain_json() {
    let log = quizzes(200);
    let plain: usize =
        log.iter().map(|stamped| serde_json::to_string(&stamped.event.body).unwrap().len() + 1).sum();
    let folder = tempdir().unwrap();
    let (new, old) = (folder.path().join("new.db"), folder.path().join("old.db"));
    put(&mut Store::open(&new).unwrap(), &log);
    write_old(&old, 3, &log);
    let before = fs::metadata(&old).unwrap().len() as f64 / plain as f64;
    assert!(before > 1.9, "{before}");
    assert_eq!(Store::open(&old).unwrap().events().unwrap(), in_order(&log));
    for file in [&new, &old] {
        let ratio = fs::metadata(file).unwrap().len() as f64 / plain as f64;
        assert!(ratio < 1.5, "{}: {ratio}", file.display());
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside them");
}
