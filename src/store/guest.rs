//! A file to be merged, perhaps from a stranger. Nothing in it is trusted before it is checked.
//!
//! What makes a merge safe, in the order in which it happens:
//!
//! 1. [`Guest::open`]: a regular SQLite file of ours, not newer, within a size limit, in rollback-journal mode. It is
//!    only read (after SQLite rolled back what a crash left unfinished), and interrupted after a minute.
//! 2. [`Guest::check`]: its schema is exactly ours, because a view, a trigger or a computed column would run code;
//!    there are limits on the number and length of events; every page passes SQLite's integrity check.
//! 3. [`flaw`], for every event: ids, numbers, times and values are ones that guardprep could have written (values:
//!    `progress/sound.rs`). Texts are cleaned as they are read (`progress/gate.rs`). A sitting that an event names has
//!    its start event in the same file.
//! 4. `union` in `store/rows.rs`: one transaction adds the events whose ids are new, and changes no row of ours.
//!
//! A merge cannot tell whether a well-formed event is honest: resets and undos of the other file count like our own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;

use super::rows::{self, LATEST, Merged, Stamped};
use super::{Cause, connect, migrate};
use crate::limits::grouped;
use crate::progress::{Body, Event};

/// No learner's log is larger: this is room for several hundred thousand answers.
const MOST_BYTES: u64 = 256 << 20;
const MOST_EVENTS: i64 = 1_000_000;
/// The limit for the bytes of one event: a plan of ten thousand questions needs a tenth of it.
const MOST_BODY: i64 = 16 << 20;
const MOST_TIME: Duration = Duration::from_mins(1);

/// A checked file that may be merged into ours.
#[derive(Debug)]
pub(crate) struct Guest {
    path: PathBuf,
    connection: Connection,
    schema: i64,
    /// Ends the time limit when it is dropped.
    _watch: Option<Sender<()>>,
}

impl Guest {
    /// Opens the file and checks everything in it; `None` if there is no such file or it is empty.
    pub(crate) fn open(path: &Path) -> Result<Option<Self>, super::StoreError> {
        Self::open_within(path, MOST_TIME).map_err(|cause| {
            let cause = if matches!(cause, Cause::Damaged) { Cause::TornCopy } else { cause };
            cause.at(path)
        })
    }

    pub(super) fn open_within(path: &Path, time: Duration) -> Result<Option<Self>, Cause> {
        let Some(found) = connect::metadata(path)? else { return Ok(None) };
        if found.len() > MOST_BYTES {
            return Err(Cause::TooMuch(format!("it has more than {} MB", MOST_BYTES >> 20)));
        }
        let header = connect::header(path)?;
        // In WAL mode SQLite creates files beside it, and would apply what such files contain.
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        if header[18] != 1 || header[19] != 1 || Path::new(&log).exists() {
            return Err(Cause::Altered(String::from("it is in another journal mode")));
        }
        let mut watching = None;
        let (connection, schema) = connect::open_with(path, |connection| {
            watching = Some(watch(connection, time));
            for (name, value) in [("query_only", true), ("trusted_schema", false), ("cell_size_check", true)]
            {
                connection.pragma_update(None, name, value)?;
            }
            Ok(())
        })?;
        let guest = Self { path: path.to_owned(), _watch: watching, connection, schema };
        guest.check()?;
        Ok(Some(guest))
    }

    /// One read transaction stays open from here on: what is merged later is what was checked.
    fn check(&self) -> Result<(), Cause> {
        self.connection.execute_batch("BEGIN")?;
        if self.schema == 0 {
            return Ok(());
        }
        if migrate::schema_of(&self.connection)? != migrate::schema_of_version(self.schema)? {
            return Err(Cause::Altered(String::from("its tables are others")));
        }
        // Before all else: looking at every page of so many would take long.
        let number = |sql: &str| self.connection.query_row(sql, [], |row| row.get::<_, i64>(0));
        let events = number("SELECT count(*) FROM event")?;
        if events > MOST_EVENTS {
            return Err(Cause::TooMuch(format!("it has more than {} events", grouped(MOST_EVENTS as usize))));
        }
        migrate::whole(&self.connection)?;
        if number("SELECT coalesce(max(octet_length(body)), 0) FROM event")? > MOST_BODY {
            return Err(Cause::TooMuch(format!("an event of it has more than {} MB", MOST_BODY >> 20)));
        }
        let mut starts = BTreeSet::new();
        let mut sittings = BTreeSet::new();
        rows::each(&self.connection, self.schema, |stamped, kind| {
            if let Some(flaw) = flaw(&stamped, kind, events) {
                return Err(Cause::Altered(format!("an event has {flaw}")));
            }
            if matches!(stamped.event.body, Body::Start { .. }) {
                starts.insert(stamped.event.id);
            } else if let Some(sitting) = stamped.event.sitting {
                sittings.insert(sitting);
            }
            Ok(())
        })?;
        if sittings.is_subset(&starts) {
            Ok(())
        } else {
            Err(Cause::Altered(String::from("an event belongs to no sitting")))
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Adds every event that is not in our file yet.
    pub(super) fn join(&self, connection: &mut Connection) -> Result<Merged, Cause> {
        rows::union(connection, |put| rows::each(&self.connection, self.schema, |stamped, _| put(&stamped)))
    }
}

/// Interrupts the connection when the time is up, until the returned sender is dropped.
fn watch(connection: &Connection, time: Duration) -> Sender<()> {
    let (alive, watched) = channel();
    let handle = connection.get_interrupt_handle();
    thread::spawn(move || {
        let mut wait = time;
        while let Err(RecvTimeoutError::Timeout) = watched.recv_timeout(wait) {
            handle.interrupt();
            // An interrupt between two statements has no effect, so it is repeated.
            wait = Duration::from_millis(50);
        }
    });
    alive
}

/// Why guardprep cannot have written this event. Numbers start at 1 and each is one more than the highest in the file,
/// so no number is higher than the number of events.
fn flaw(stamped: &Stamped, kind: &str, events: i64) -> Option<&'static str> {
    let Stamped { event: Event { id, device, number, at, sitting, body }, stamp } = stamped;
    let is_id = |text: &str| text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let is_number = (1..=events.unsigned_abs()).contains(number);
    [
        (is_id(id) && is_id(device) && sitting.as_deref().is_none_or(is_id), "no possible id"),
        (is_number, "no possible number"),
        ((0..=LATEST).contains(at) && (*at..=LATEST).contains(stamp), "no possible time"),
        (kind == body.name(), "two kinds"),
        (!matches!(body, Body::Start { .. }) || sitting.as_ref() == Some(id), "no possible sitting"),
        (body.is_sound(), "no possible values"),
    ]
    .into_iter()
    .find(|(is_right, _)| !is_right)
    .map(|(_, flaw)| flaw)
}
