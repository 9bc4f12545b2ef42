//! What was computed from the log, kept beside it: used as long as the log begins with the same events, and computed
//! anew otherwise. It is no part of the log: nothing is lost with it, and whatever is wrong with it is no error.

use std::io::Read as _;
use std::time::Duration;

use rusqlite::{Connection, MAIN_DB, TransactionBehavior};

use super::rows::{self, Stamped};
use super::{Cause, connect, ids};
use crate::limits;
use crate::parallel;
use crate::progress::{Derived, Mark, VERSION};

/// The first schema that has a place for it, and counts the events as they are added.
const SCHEMA: i64 = 4;

/// Less is read before a second core has begun.
const LARGE: usize = 64 * 1024;

/// So many pages are kept in memory while an index is counted, and after that while answers are added.
const PAGES: i64 = 32;

/// How far the log was read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reached {
    /// The highest entry that was read.
    entry: i64,
    /// How many events are not in what is kept.
    pub(super) behind: usize,
    /// How many of the events that are recorded in memory only were read.
    pub(super) recorded: usize,
}

type Found = (Derived, Reached);

/// What follows from the log of a file with this schema.
pub(super) fn read(connection: &Connection, schema: i64) -> Result<Found, Cause> {
    // One transaction, so that the rows are those of the same moment.
    let reading = connection.unchecked_transaction()?;
    let kept = if schema < SCHEMA { None } else { kept(&reading)? };
    let found = kept.map_or_else(|| whole(&reading, schema), Ok)?;
    reading.finish()?;
    Ok(found)
}

/// What is kept, with the events since; `None` if it does not fit the log.
fn kept(connection: &Connection) -> Result<Option<Found>, Cause> {
    // Damage to it is none to the log.
    let sql = "SELECT last, events FROM derived WHERE one = 1 AND version = ?1";
    let Ok(mut statement) = connection.prepare(sql) else { return Ok(None) };
    let Ok(mut rows) = statement.query([VERSION]) else { return Ok(None) };
    let Ok(Some(row)) = rows.next() else { return Ok(None) };
    let (Ok(entry), Ok(events)) = (row.get::<_, i64>(0), row.get::<_, i64>(1)) else { return Ok(None) };
    let Some(body) = body(connection) else { return Ok(None) };
    // Of a long log each takes its time, and neither needs the other.
    let look = || -> Result<_, Cause> {
        let new = rows::sorted(connection, SCHEMA, entry)?;
        Ok((new, entry <= highest(connection)?, count(connection)?))
    };
    let is_long = body.len() >= LARGE;
    let decode = || usize::try_from(events).ok().and_then(|events| Derived::decode(body, events));
    let (looked, derived) = if is_long { parallel::both(look, decode) } else { (look(), decode()) };
    let Some(mut derived) = derived else { return Ok(None) };
    let (new, has_last, count) = looked?;
    if !has_last || count != derived.events() + new.len() || !has_end(connection, &derived)? {
        return Ok(None);
    }
    let mut reached = Reached { entry, behind: new.len(), recorded: 0 };
    Ok(add(connection, &mut derived, &mut reached, new)?.then_some((derived, reached)))
}

/// The bytes that are kept, without a copy of them in SQLite.
fn body(connection: &Connection) -> Option<Vec<u8>> {
    let mut blob = connection.blob_open(MAIN_DB, "derived", "body", 1, true).ok()?;
    // The length is what the file says.
    let length = Some(blob.len()).filter(|&length| length <= limits::VALUE as usize)?;
    let mut body = vec![0; length];
    blob.read_exact(&mut body).ok()?;
    Some(body)
}

/// How many events the log has: guardprep takes none away, somebody else may have. This counts an index, and does not read
/// the log.
fn count(connection: &Connection) -> rusqlite::Result<usize> {
    // Each page is looked at once: room for all of them takes longer to come than they do.
    connection.pragma_update(None, "cache_size", PAGES)?;
    let count: i64 = connection.query_row("SELECT count(*) FROM event", [], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Whether the last event that it was computed from is in the log: a number that became free is given again, so that a
/// count alone does not tell.
fn has_end(connection: &Connection, derived: &Derived) -> rusqlite::Result<bool> {
    let Some((.., id)) = derived.end() else { return Ok(true) };
    let sql = "SELECT count(*) FROM event WHERE id = ?1";
    Ok(connection.query_row(sql, [ids::pack(id)], |row| row.get::<_, i64>(0))? == 1)
}

/// Adds the events that were written since; whether they can be added.
pub(super) fn catch_up(
    connection: &Connection,
    derived: &mut Derived,
    reached: &mut Reached,
) -> Result<(), Cause> {
    let reading = connection.unchecked_transaction()?;
    let new = rows::sorted(&reading, SCHEMA, reached.entry)?;
    reached.behind += new.len();
    if !add(&reading, derived, reached, new)? {
        (*derived, *reached) = whole(&reading, SCHEMA)?;
    }
    Ok(reading.finish()?)
}

/// Adds the next events of the log. Returns whether that can be done.
fn add(
    connection: &Connection,
    derived: &mut Derived,
    reached: &mut Reached,
    new: Vec<Stamped>,
) -> Result<bool, Cause> {
    // A merged event may have its place among those before.
    if new.first().is_some_and(|first| derived.end().is_some_and(|end| first.mark() <= *end)) {
        return Ok(false);
    }
    if !new.is_empty() {
        reached.entry = highest(connection)?;
    }
    let end = new.last().map(Stamped::mark);
    Ok(derived.add(new.into_iter().map(|stamped| stamped.event).collect(), end))
}

fn whole(connection: &Connection, schema: i64) -> Result<Found, Cause> {
    let log = rows::sorted(connection, schema, 0)?;
    let (behind, end) = (log.len(), log.last().map(Stamped::mark));
    let derived = Derived::of(log.into_iter().map(|stamped| stamped.event).collect(), end);
    let entry = if schema < SCHEMA { 0 } else { highest(connection)? };
    Ok((derived, Reached { entry, behind, recorded: 0 }))
}

fn highest(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT coalesce(max(entry), 0) FROM event", [], |row| row.get(0))
}

/// Keeps it, without waiting for another program that holds the file.
pub(super) fn keep(
    connection: &mut Connection,
    derived: &Derived,
    reached: &mut Reached,
) -> Result<(), Cause> {
    let body = derived.encode();
    connection.busy_timeout(Duration::ZERO)?;
    let written = put(connection, (reached.entry, derived.events() as i64, VERSION, &body));
    connection.busy_timeout(connect::PATIENCE)?;
    written?;
    reached.behind = 0;
    Ok(())
}

fn put(connection: &mut Connection, row: (i64, i64, &str, &[u8])) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let sql = "INSERT OR REPLACE INTO derived (one, last, events, version, body) VALUES (1, ?1, ?2, ?3, ?4)";
    transaction.execute(sql, row)?;
    transaction.commit()
}

impl Stamped {
    fn mark(&self) -> Mark {
        let event = &self.event;
        (self.stamp, event.number, event.device.clone(), event.id.clone())
    }
}
