//! A file to be merged: another machine's, or anybody's. Nothing in it is believed before it was checked.
//!
//! It is only read (what a crash left half-done in it is rolled back first), with limits on its size, its events and
//! the time. Its schema has to be exactly ours: a view, a trigger or a computed column would be a program that runs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;

use super::rows::{self, LATEST, Merged, Stamped};
use super::{Cause, connect, migrate};
use crate::progress::{Body, Event};

/// No learner's log is larger: it would hold some hundred thousand answers.
const MOST_BYTES: u64 = 256 << 20;
const MOST_EVENTS: i64 = 1_000_000;
/// Of one event: a plan of ten thousand questions has a tenth of it.
const MOST_BODY: i64 = 16 << 20;
const MOST_TIME: Duration = Duration::from_mins(1);

/// A file that may be joined to ours.
#[derive(Debug)]
pub(crate) struct Guest {
    path: PathBuf,
    connection: Connection,
    schema: i64,
    /// Dropped when all is read: then nobody interrupts any more.
    _watch: Option<Sender<()>>,
}

impl Guest {
    /// Opens the file and checks everything in it; `None` where there is none.
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
        // In the other journal modes SQLite makes files beside it, and takes in what stands in such files.
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

    /// One transaction holds from here on: what was checked is what will be read.
    fn check(&self) -> Result<(), Cause> {
        self.connection.execute_batch("BEGIN")?;
        if self.schema == 0 {
            return Ok(());
        }
        if migrate::schema_of(&self.connection)? != migrate::schema_of_version(self.schema)? {
            return Err(Cause::Altered(String::from("its tables are others")));
        }
        migrate::whole(&self.connection)?;
        let (events, longest): (i64, i64) = self.connection.query_row(
            "SELECT count(*), coalesce(max(octet_length(body)), 0) FROM event",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        if events > MOST_EVENTS || longest > MOST_BODY {
            return Err(Cause::TooMuch(String::from("it has more events, or longer ones, than anybody's")));
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

    /// Puts every event into our file that is not there yet.
    pub(super) fn join(&self, connection: &mut Connection) -> Result<Merged, Cause> {
        rows::union(connection, |put| rows::each(&self.connection, self.schema, |stamped, _| put(&stamped)))
    }
}

/// Ends a connection's work when the time is over.
fn watch(connection: &Connection, time: Duration) -> Sender<()> {
    let (alive, watched) = channel();
    let handle = connection.get_interrupt_handle();
    thread::spawn(move || {
        let mut wait = time;
        while let Err(RecvTimeoutError::Timeout) = watched.recv_timeout(wait) {
            handle.interrupt();
            // An interrupt between two statements is lost: the next one comes soon.
            wait = Duration::from_millis(50);
        }
    });
    alive
}

/// What no file of guardprep holds. Every event of a file has a number of its own or shares it with another machine's,
/// so that no number is above how many there are.
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
