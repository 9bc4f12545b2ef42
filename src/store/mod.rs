//! Progress on disk: the log in one SQLite file.
//!
//! Every event is one durable transaction (`synchronous = FULL`, rollback journal), so what was reported as saved
//! survives a power cut, and two guardpreps can write to one file. A file that is not ours, is damaged or is newer is
//! refused and left as it was.
//!
//! The order of the log is stored with it, and no clock can change it: every event comes after all events that were in
//! its file when it was written. Events that were written independently on two machines are ordered by time.

mod connect;
mod error;
mod guest;
mod ids;
mod migrate;
mod rows;
mod snapshot;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

pub(crate) use error::{Cause, StoreError};
pub(crate) use guest::Guest;
pub(crate) use rows::Merged;

use snapshot::Reached;

use crate::parallel;
use crate::progress::{Body, Derived, Event, Millis};

/// An open log.
#[derive(Debug)]
pub(crate) struct Store {
    path: PathBuf,
    log: Log,
    reached: Reached,
}

/// From so many events on that are not in what is kept beside the log, it is worth writing anew.
const FAR_BEHIND: usize = 200;

#[derive(Debug)]
enum Log {
    /// What is recorded is written to the file.
    Kept(Connection),
    /// What is recorded is kept in memory and lost when the program ends.
    Unkept {
        /// A file to read from, and its schema.
        file: Option<(Connection, i64)>,
        recorded: Vec<Event>,
    },
}

type Result<T> = std::result::Result<T, StoreError>;

impl Store {
    /// Opens a progress file for writing. Creates it (readable by its owner only) and its folder if needed.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let open = || -> std::result::Result<Connection, Cause> {
            if connect::metadata(path)?.is_none() {
                connect::create(path).map_err(Cause::Folder)?;
            }
            let (mut connection, found) = connect::open(path)?;
            if connection.is_readonly("main")? {
                return Err(Cause::ReadOnly);
            }
            connection.pragma_update(None, "synchronous", "FULL")?;
            if found < migrate::NEWEST {
                if found > 0 {
                    migrate::whole(&connection)?;
                }
                migrate::migrate(&mut connection)?;
            }
            let _ = migrate::give_back(&connection);
            Ok(connection)
        };
        match open() {
            Ok(connection) => {
                Ok(Self { path: path.to_owned(), log: Log::Kept(connection), reached: Reached::default() })
            }
            Err(cause) => Err(cause.at(path)),
        }
    }

    /// Opens a progress file for reading, if there is one; what is recorded is kept in memory only.
    pub(crate) fn look_at(path: &Path) -> Result<Option<Self>> {
        let look = || -> std::result::Result<Option<(Connection, i64)>, Cause> {
            connect::metadata(path)?.map(|_| connect::open(path)).transpose()
        };
        let file = look().map_err(|cause| cause.at(path))?;
        Ok(file.map(|file| Self {
            path: path.to_owned(),
            log: Log::Unkept { file: Some(file), recorded: vec![] },
            reached: Reached::default(),
        }))
    }

    /// A log without a file.
    pub(crate) fn nowhere() -> Self {
        let log = Log::Unkept { file: None, recorded: vec![] };
        Self { path: PathBuf::new(), log, reached: Reached::default() }
    }

    /// Whether what is recorded is written to the file.
    pub(crate) fn is_kept(&self) -> bool {
        matches!(self.log, Log::Kept(_))
    }

    /// Writes an event and returns when it is on disk. The id of a start event becomes the id of its sitting.
    pub(crate) fn record(&mut self, at: Millis, sitting: Option<&str>, body: Body) -> Result<Event> {
        match &mut self.log {
            Log::Kept(connection) => {
                let written = rows::append(connection, at, sitting.map(ToOwned::to_owned), body);
                written.map_err(|cause| cause.at(&self.path))
            }
            Log::Unkept { recorded, .. } => {
                let number = recorded.len() as u64 + 1;
                let (id, device) = (format!("unsaved-{number}"), String::from("unsaved"));
                let sitting = match &body {
                    Body::Start { .. } => Some(id.clone()),
                    _ => sitting.map(ToOwned::to_owned),
                };
                let event = Event { id, device, number, at, sitting, body };
                recorded.push(event.clone());
                Ok(event)
            }
        }
    }

    /// Writes several events, all of them or none.
    pub(crate) fn record_all(&mut self, at: Millis, bodies: Vec<(Option<String>, Body)>) -> Result<()> {
        match &mut self.log {
            Log::Kept(connection) => rows::append_all(connection, at, bodies),
            Log::Unkept { .. } => Err(Cause::ReadOnly),
        }
        .map_err(|cause| cause.at(&self.path))
    }

    /// All events, in the order of the log.
    pub(crate) fn events(&self) -> Result<Vec<Event>> {
        let mut events = match &self.log {
            Log::Kept(connection) => rows::in_order(connection, migrate::NEWEST),
            Log::Unkept { file: Some((connection, schema)), .. } => rows::in_order(connection, *schema),
            Log::Unkept { file: None, .. } => Ok(vec![]),
        }
        .map_err(|cause| cause.at(&self.path))?;
        if let Log::Unkept { recorded, .. } = &self.log {
            events.extend_from_slice(recorded);
        }
        Ok(events)
    }

    /// The same, while SQLite looks at every page of the file on another core: what is damaged may have been overlooked so
    /// far, and nothing is said of a log that may not be whole.
    pub(crate) fn checked_events(&self) -> Result<Vec<Event>> {
        let Log::Unkept { file: Some(_), .. } = &self.log else { return self.events() };
        let path = self.path.as_path();
        let check = || -> std::result::Result<(), Cause> { migrate::pages(&connect::open(path)?.0) };
        let (events, checked) = parallel::both(|| self.events(), || check().map_err(|cause| cause.at(path)));
        checked.and(events)
    }

    /// What follows from the log, from what is kept beside it as far as that fits.
    pub(crate) fn derived(&mut self) -> Result<Derived> {
        let (mut derived, reached) = match &self.log {
            Log::Kept(connection) => snapshot::read(connection, migrate::NEWEST),
            Log::Unkept { file: Some((connection, schema)), .. } => snapshot::read(connection, *schema),
            Log::Unkept { file: None, .. } => Ok((Derived::default(), Reached::default())),
        }
        .map_err(|cause| cause.at(&self.path))?;
        self.reached = reached;
        if !self.is_kept() {
            self.catch_up(&mut derived)?;
        }
        Ok(derived)
    }

    /// Adds what was recorded since [`Store::derived`], here or by another guardprep.
    pub(crate) fn catch_up(&mut self, derived: &mut Derived) -> Result<()> {
        match &self.log {
            Log::Kept(connection) => snapshot::catch_up(connection, derived, &mut self.reached)
                .map_err(|cause| cause.at(&self.path)),
            Log::Unkept { recorded, .. } => {
                let new = recorded.get(self.reached.recorded..).unwrap_or_default().to_vec();
                self.reached.recorded = recorded.len();
                if !derived.add(new, None) {
                    *derived = Derived::of(self.events()?, None);
                }
                Ok(())
            }
        }
    }

    /// Keeps what follows from the log for the next time, unless little has come since. It can be computed again, so
    /// nothing is said if it cannot be kept.
    pub(crate) fn keep(&mut self, derived: &Derived) {
        if let Log::Kept(connection) = &mut self.log
            && self.reached.behind >= FAR_BEHIND
        {
            let _ = snapshot::keep(connection, derived, &mut self.reached);
        }
    }

    /// Adds every event of another file that is not in this one, and returns how many events and answers were added.
    pub(crate) fn merge(&mut self, other: &Guest) -> Result<Merged> {
        // Merging a file into itself would wait for its own lock.
        let is_same = match (self.path.canonicalize(), other.path().canonicalize()) {
            (Ok(own), Ok(other)) => own == other,
            _ => false,
        };
        match &mut self.log {
            Log::Kept(_) if is_same => Ok(Merged::default()),
            Log::Kept(connection) => other.join(connection),
            Log::Unkept { .. } => Err(Cause::ReadOnly),
        }
        .map_err(|cause| cause.at(&self.path))
    }

    /// A consistent copy of the whole file, after checking every page. Copying the file by hand could catch it in the
    /// middle of a write.
    pub(crate) fn copy(&mut self) -> Result<Vec<u8>> {
        let mut copy = || -> std::result::Result<Vec<u8>, Cause> {
            let (Log::Kept(connection) | Log::Unkept { file: Some((connection, _)), .. }) = &mut self.log
            else {
                return Ok(vec![]);
            };
            migrate::whole(connection)?;
            Ok(connection.serialize("main")?.to_vec())
        };
        copy().map_err(|cause| cause.at(&self.path))
    }

    /// A log that is written to, in memory.
    #[cfg(any(test, fuzzing))]
    pub(crate) fn in_memory() -> Self {
        let mut connection = Connection::open_in_memory().expect("there is memory");
        migrate::migrate(&mut connection).expect("there is memory");
        Self { path: PathBuf::from("in memory"), log: Log::Kept(connection), reached: Reached::default() }
    }
}
