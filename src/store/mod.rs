//! Progress on disk: the log in one SQLite file.
//!
//! Every event is one durable transaction (`synchronous = FULL`, rollback journal), so that what was said to be saved
//! survives a power cut, and two guardpreps can write to one file. A file that is not ours, is damaged or is newer is
//! refused and left as it was.

mod error;
mod migrate;

#[cfg(test)]
mod tests;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Row, Transaction, TransactionBehavior, params};

pub(crate) use error::{Cause, StoreError};

use crate::progress::{Body, Event, Millis};

/// How long a write waits for another program that holds the file.
const PATIENCE: Duration = Duration::from_secs(10);

/// An open progress file, or one in memory that nobody keeps.
#[derive(Debug)]
pub(crate) struct Store {
    connection: Connection,
    path: PathBuf,
    kept: bool,
}

type Result<T> = std::result::Result<T, StoreError>;

impl Store {
    /// Opens a progress file, or makes it and its folder (the file for this user's eyes only).
    pub(crate) fn open(path: &Path) -> Result<Self> {
        if is_absent(path)? {
            create(path).map_err(|error| Cause::Folder(error).at(path))?;
        }
        let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let at = |error| Cause::from(error).at(path);
        if connection.is_readonly("main").map_err(at)? {
            return Err(Cause::ReadOnly.at(path));
        }
        connection.pragma_update(None, "synchronous", "FULL").map_err(at)?;
        migrate::migrate(&mut connection).map_err(at)?;
        Ok(Self { connection, path: path.to_owned(), kept: true })
    }

    /// Opens a progress file that is only looked at; it has to exist.
    pub(crate) fn look_at(path: &Path) -> Result<Self> {
        if is_absent(path)? {
            return Err(Cause::Missing.at(path));
        }
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        if migrate::version(&connection).map_err(|error| Cause::from(error).at(path))? < migrate::NEWEST {
            return Err(Cause::NotOurs.at(path));
        }
        Ok(Self { connection, path: path.to_owned(), kept: false })
    }

    /// A log that is gone when the program ends.
    pub(crate) fn in_memory() -> Result<Self> {
        let path = PathBuf::from(":memory:");
        let at = |error| Cause::from(error).at(&path);
        let mut connection = Connection::open_in_memory().map_err(at)?;
        migrate::migrate(&mut connection).map_err(at)?;
        Ok(Self { connection, path, kept: false })
    }

    /// The same log in memory: what is recorded there is kept nowhere.
    pub(crate) fn copy_in_memory(&self) -> Result<Self> {
        let mut copy = Self::in_memory()?;
        copy.merge(self)?;
        Ok(copy)
    }

    /// Whether what is recorded outlives the program.
    pub(crate) fn is_kept(&self) -> bool {
        self.kept
    }

    fn at(&self, error: rusqlite::Error) -> StoreError {
        Cause::from(error).at(&self.path)
    }

    /// Writes an event and returns when it is on disk. A start event begins a sitting of its own id.
    pub(crate) fn record(&mut self, at: Millis, sitting: Option<&str>, body: Body) -> Result<Event> {
        let path = self.path.clone();
        write_event(&mut self.connection, at, sitting, body).map_err(|error| Cause::from(error).at(&path))
    }

    /// The events that say something about questions: answers, those of exams and their handing in, undos, flags,
    /// resets.
    pub(crate) fn history(&self) -> Result<Vec<Event>> {
        self.select(
            "WHERE kind IN ('answer', 'choose', 'hand-in', 'undo', 'flag', 'reset')
             ORDER BY at, device, number, id",
            [],
        )
    }

    /// The whole log, in the order in which it is told.
    pub(crate) fn events(&self) -> Result<Vec<Event>> {
        self.select("ORDER BY at, device, number, id", [])
    }

    /// The sittings that have not ended, in the order in which they are gone on with: exams first, since their clock
    /// runs; what holds answers before what holds none; the one that was begun last before the others.
    pub(crate) fn unfinished(&self) -> Result<Vec<Event>> {
        self.select(
            "WHERE kind = 'start'
               AND NOT EXISTS (SELECT 1 FROM event AS other
                               WHERE other.sitting = event.id AND other.kind IN ('end', 'hand-in'))
             ORDER BY json_extract(body, '$.plan.mode') = 'exam' DESC,
                      EXISTS (SELECT 1 FROM event AS other WHERE other.sitting = event.id AND other.kind = 'answer') DESC,
                      at DESC, device DESC, number DESC, id DESC",
            [],
        )
    }

    /// What happened in a sitting after its start, flags that were set elsewhere left out.
    pub(crate) fn of_sitting(&self, start: &str) -> Result<Vec<Event>> {
        self.select(
            "WHERE (sitting = ?1 AND kind <> 'start')
                OR (kind = 'undo' AND json_extract(body, '$.target') IN (SELECT id FROM event WHERE sitting = ?1))
             ORDER BY at, device, number, id",
            [start],
        )
    }

    /// Takes in every event of another file that this one lacks, and says how many answers and events came.
    pub(crate) fn merge(&mut self, other: &Self) -> Result<Merged> {
        let events = other.events()?;
        let path = self.path.clone();
        union(&mut self.connection, &events).map_err(|error| Cause::from(error).at(&path))
    }

    fn select(&self, filter: &str, parameters: impl rusqlite::Params) -> Result<Vec<Event>> {
        let sql = format!("SELECT id, device, number, at, sitting, kind, body FROM event {filter}");
        let rows = || {
            let mut statement = self.connection.prepare(&sql)?;
            statement.query_map(parameters, event)?.collect::<rusqlite::Result<Vec<Event>>>()
        };
        rows().map_err(|error| self.at(error))
    }
}

/// What a merge brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Merged {
    pub(crate) events: usize,
    pub(crate) answers: usize,
}

fn is_absent(path: &Path) -> Result<bool> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(Cause::NotOurs.at(path)),
        Ok(found) => Ok(found.len() == 0),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(Cause::Folder(error).at(path)),
    }
}

fn create(path: &Path) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut options = fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Connects and makes sure that the file is ours, whole and not newer, before anything could be written to it.
fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let mut magic = [0; 16];
    let mut file = fs::File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::PermissionDenied => Cause::ReadOnly.at(path),
        _ => Cause::Folder(error).at(path),
    })?;
    let length = file.read(&mut magic).map_err(|error| Cause::Folder(error).at(path))?;
    if length > 0 && &magic != b"SQLite format 3\0" {
        return Err(Cause::NotOurs.at(path));
    }
    let examine = || -> std::result::Result<Connection, Cause> {
        let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        if length > 0 {
            // Looked at in one transaction: another guardprep may be making the file at this moment.
            let looking = connection.unchecked_transaction()?;
            let found = migrate::version(&looking)?;
            let application: i64 = looking.pragma_query_value(None, "application_id", |row| row.get(0))?;
            // Between creation and the first migration a file of ours is an empty database.
            let tables: i64 =
                looking.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
            if application != migrate::APPLICATION_ID && tables > 0 {
                return Err(Cause::NotOurs);
            }
            if found > migrate::NEWEST {
                return Err(Cause::Newer { found, known: migrate::NEWEST });
            }
            let sound: String = looking.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
            if sound != "ok" {
                return Err(Cause::Damaged);
            }
            looking.finish()?;
        }
        Ok(connection)
    };
    examine().map_err(|cause| cause.at(path))
}

fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    let body: String = row.get(6)?;
    let body = serde_json::from_str(&body).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(6, rusqlite::types::Type::Text, Box::new(error))
    })?;
    Ok(Event {
        id: row.get(0)?,
        device: row.get(1)?,
        number: row.get::<_, i64>(2)?.unsigned_abs(),
        at: row.get(3)?,
        sitting: row.get(4)?,
        body,
    })
}

fn write_event(
    connection: &mut Connection,
    at: Millis,
    sitting: Option<&str>,
    body: Body,
) -> rusqlite::Result<Event> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let device: String = transaction.query_row("SELECT id FROM device", [], |row| row.get(0))?;
    let number: i64 = transaction.query_row(
        "SELECT coalesce(max(number), 0) + 1 FROM event WHERE device = ?1",
        [&device],
        |row| row.get(0),
    )?;
    let id: String = transaction.query_row("SELECT lower(hex(randomblob(16)))", [], |row| row.get(0))?;
    let sitting = match &body {
        Body::Start { .. } => Some(id.clone()),
        _ => sitting.map(ToOwned::to_owned),
    };
    let event = Event { id, device, number: number.unsigned_abs(), at, sitting, body };
    insert(&transaction, &event)?;
    transaction.commit()?;
    Ok(event)
}

/// Inserts an event unless it is there; says whether it was not.
fn insert(transaction: &Transaction<'_>, event: &Event) -> rusqlite::Result<bool> {
    let body = serde_json::to_string(&event.body)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    let sql =
        "INSERT INTO event (id, device, number, at, sitting, kind, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
               ON CONFLICT (id) DO NOTHING";
    let number = event.number.cast_signed();
    let values = params![event.id, event.device, number, event.at, event.sitting, event.body.name(), body];
    Ok(transaction.execute(sql, values)? > 0)
}

fn union(connection: &mut Connection, events: &[Event]) -> rusqlite::Result<Merged> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut merged = Merged::default();
    for event in events {
        if insert(&transaction, event)? {
            merged.events += 1;
            merged.answers += match &event.body {
                Body::Answer(_) => 1,
                Body::HandIn { stands, .. } => stands.len(),
                _ => 0,
            };
        }
    }
    transaction.commit()?;
    Ok(merged)
}
