//! What is remembered: one event, a progress file to be merged, a progress file of one's own.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use jiff::tz::TimeZone;
use serde_json::Value;
use tempfile::TempDir;

use super::banks::desk;
use super::dice::hash;
use super::invariants::harmless;
use crate::bank::Question;
use crate::exam::{ExamRequest, Profiles, Setup};
use crate::progress::{
    Body, Calendar, Derived, Event, History, Knowledge, Mark, Millis, last_answers, lucky_guesses,
    misconceptions, overall, pacing, past_exams, paused, readiness, study_plan, topics,
};
use crate::store::{Guest, Store};

/// 2026-11-28.
const NOW: Millis = 1_795_800_000_000;

/// One event as the store keeps it.
pub(super) fn check_event(_: &str, bytes: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(bytes);
    let read = Body::read(&text);
    let slowly: Result<Body, _> = serde_json::from_str(&text);
    let Ok(body) = read else {
        // What is read fast is read by the rules of what is read slowly: a name twice is an error for one of them.
        return 1;
    };
    if let Ok(slowly) = slowly {
        assert_eq!(body, slowly);
    }
    let json = serde_json::to_string(&body).expect("an event is JSON");
    assert_eq!(Body::read(&json).ok().as_ref(), Some(&body), "{json}");
    texts(&serde_json::to_value(&body).expect("an event is JSON"), &body);
    if !body.is_sound() {
        return 2;
    }
    let event = |number: u64, body: Body| Event {
        id: format!("{number:032x}"),
        device: String::from("device"),
        number,
        at: NOW - 86_400_000 + number as i64,
        sitting: Some(format!("{:032x}", 1)),
        body,
    };
    let kind = hash(body.name().as_bytes());
    follow(&[event(1, body.clone()), event(2, body.clone()), event(3, body)]);
    kind
}

/// Every text that may be printed.
fn texts(value: &Value, body: &Body) {
    // Ids of other events, and the fingerprints of keys and options, are only ever compared.
    if matches!(body, Body::Undo { .. } | Body::Guess { .. } | Body::HandIn { .. }) {
        return;
    }
    match value {
        Value::String(text) => harmless(text),
        Value::Array(all) => all.iter().for_each(|value| texts(value, body)),
        Value::Object(all) => {
            all.iter()
                .filter(|(name, _)| !["key", "options"].contains(&name.as_str()))
                .for_each(|(_, value)| texts(value, body));
        }
        _ => {}
    }
}

/// Everything that is computed from a log.
fn follow(events: &[Event]) {
    let bank = desk();
    let profiles = Profiles::embedded();
    let history = History::derive(events);
    let questions: Vec<&Question> = bank.questions().iter().collect();
    let statistics = topics(bank, &history, NOW);
    overall(bank, &history, &statistics);
    let knowledge = Knowledge::new(&questions, &history);
    for known in knowledge.questions() {
        let chance = knowledge.chance(known, NOW);
        assert!((0.0..=1.0).contains(&chance), "a chance of {chance}");
    }
    let calendar = Calendar::new(NOW, TimeZone::UTC);
    pacing(&knowledge, &history, &study_plan(events), &calendar).needed();
    if let Ok(setup) = Setup::new(None, &ExamRequest::default()) {
        let ready = readiness(&knowledge, &setup.aim(&profiles.blueprint, bank), NOW);
        assert!(ready.low <= ready.high && ready.low >= 0.0 && ready.high <= 1.0);
    }
    paused(events);
    past_exams(events);
    last_answers(events, 10);
    misconceptions(bank, &history);
    lucky_guesses(bank, &history);
}

/// What is kept beside the log, behind a checksum that is right.
pub(super) fn check_snapshot(_: &str, bytes: &[u8]) -> u64 {
    // The first byte stands for the number of events, which is kept apart.
    let Some((events, bytes)) = bytes.split_first() else { return 0 };
    let decoded = |bytes: Vec<u8>| Derived::decode(bytes, usize::from(*events));
    assert!(bytes.len() < 9 || decoded(bytes.to_vec()).is_none() || Derived::sealed(&bytes[8..]) == bytes);
    let Some(derived) = decoded(Derived::sealed(bytes)) else { return 0 };
    // Events that are no longer open are not written again.
    if let Some(once) = decoded(derived.encode()) {
        assert_eq!(decoded(once.encode()).as_ref(), Some(&once));
    }
    follow(derived.open());
    let bank = desk();
    overall(bank, &derived.history, &topics(bank, &derived.history, NOW));
    1 + derived.events().min(9) as u64
}

/// What is kept beside some logs, without its checksum, each behind the number of events.
pub(super) fn snapshots(logs: &[Vec<Event>]) -> Vec<Vec<u8>> {
    let beside = |log: &[Event]| {
        let derived = Derived::of(log.to_vec(), log.last().map(mark));
        [&[log.len() as u8], derived.encode().get(8..).unwrap_or_default()].concat()
    };
    let few = logs.iter().map(|log| beside(&log[..log.len().min(4)]));
    logs.iter().map(|log| beside(&log[..log.len().min(255)])).chain(few).collect()
}

fn mark(event: &Event) -> Mark {
    (event.at, event.number, event.device.clone(), event.id.clone())
}

/// A folder in memory, where there is one: a file is written for every case.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let make = || {
        let memory = Path::new("/dev/shm");
        let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        made.expect("a folder")
    };
    FOLDER.get_or_init(make).path()
}

fn file(bytes: &[u8], use_it: impl FnOnce(&Path)) {
    let name = format!("{:x}-{:?}.db", hash(bytes), std::thread::current().id());
    let path = folder().join(name.replace(['(', ')'], ""));
    fs::write(&path, bytes).expect("a file");
    use_it(&path);
    for end in ["", "-journal", "-wal", "-shm"] {
        let mut name = path.clone().into_os_string();
        name.push(end);
        let left = fs::remove_file(&name).is_ok();
        assert!(!left || end.is_empty(), "a file ...{end} was left");
    }
}

/// A file that somebody merges.
pub(super) fn check_merge(_: &str, bytes: &[u8]) -> u64 {
    let mut signs = 0;
    file(bytes, |path| {
        let guest = match Guest::open(path) {
            Ok(Some(guest)) => guest,
            Ok(None) => return,
            Err(error) => {
                let said = error.to_string();
                harmless(&said);
                signs = hash(said.split(": ").last().unwrap_or_default().as_bytes());
                return;
            }
        };
        let mut own = Store::in_memory();
        let merged = own.merge(&guest).expect("what was checked is merged");
        let events = own.events().expect("what was merged is read");
        assert_eq!(events.len(), merged.events);
        assert!(events.iter().all(|event| event.body.is_sound()));
        assert_eq!(own.merge(&guest).expect("merged again").events, 0);
        assert_eq!(own.events().expect("what was merged is read"), events);
        follow(&events);
        // Life goes on after it.
        let last = own.record(NOW, None, Body::Reset { topic: None }).expect("written");
        assert!(events.iter().all(|event| event.number < last.number));
        assert_eq!(
            own.events().expect("read").last(),
            Some(&last),
            "an event came before those that were there"
        );
        signs = 1 + merged.events.min(99) as u64;
    });
    signs
}

/// The person's own file, whatever has happened to it.
pub(super) fn check_progress(_: &str, bytes: &[u8]) -> u64 {
    let mut signs = 0;
    file(bytes, |path| {
        let before = fs::read(path).expect("the file");
        let events = Store::look_at(path).and_then(|store| store.map_or(Ok(vec![]), |store| store.events()));
        match events {
            Ok(events) => {
                follow(&events);
                signs = 1 + events.len().min(99) as u64;
            }
            Err(error) => {
                let said = error.to_string();
                harmless(&said);
                signs = hash(said.split(": ").last().unwrap_or_default().as_bytes());
            }
        }
        assert_eq!(fs::read(path).expect("the file"), before, "a file that was looked at was changed");
    });
    signs
}
