//! Events as rows of the file: reading them in order, appending, merging.

use rusqlite::{Connection, Row, Transaction, TransactionBehavior, params};

use super::Cause;
use crate::progress::{Body, Event, Millis};

/// The last moment of the year 9999: events with a later time are ordered as if they had this one.
pub(super) const LATEST: Millis = 253_402_207_200_999;

/// No log has this many events: a higher number was made up, and new numbers do not continue from it.
const MOST: i64 = 1 << 53;

/// An event, and the latest time in its file when it was written (its own time included).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stamped {
    pub(super) event: Event,
    pub(super) stamp: Millis,
}

impl Stamped {
    /// What the order of the log goes by.
    fn place(&self) -> (Millis, u64, &str, &str) {
        (self.stamp, self.event.number, &self.event.device, &self.event.id)
    }
}

/// The table, or the query, that gives the events of a file with this schema.
fn source(schema: i64) -> String {
    match schema {
        // Computes what the migration to schema 2 stores.
        1 => format!(
            "(SELECT *, min(max(at) OVER (PARTITION BY device ORDER BY number), {LATEST}) AS stamp FROM event)"
        ),
        _ => String::from("event"),
    }
}

/// All events, in the order of the log. An event comes after everything that was in its file when it was written; events
/// that were written independently are ordered by time.
pub(super) fn in_order(connection: &Connection, schema: i64) -> Result<Vec<Event>, Cause> {
    let mut all = vec![];
    each(connection, schema, |stamped, _| {
        all.push(stamped);
        Ok(())
    })?;
    all.sort_unstable_by(|a, b| a.place().cmp(&b.place()));
    Ok(all.into_iter().map(|stamped| stamped.event).collect())
}

/// Calls `take` with every event and the name of its kind, in the order of the file: going by an index would look for
/// each row anew.
pub(super) fn each(
    connection: &Connection,
    schema: i64,
    mut take: impl FnMut(Stamped, &str) -> Result<(), Cause>,
) -> Result<(), Cause> {
    if schema == 0 {
        return Ok(());
    }
    let sql = format!("SELECT id, device, number, at, sitting, kind, body, stamp FROM {}", source(schema));
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let kind = row.get_ref(5)?.as_str().map_err(|_| Cause::Damaged)?;
        take(Stamped { event: event(row, kind)?, stamp: row.get(7)? }, kind)?;
    }
    Ok(())
}

fn event(row: &Row<'_>, kind: &str) -> Result<Event, Cause> {
    let body = row.get_ref(6)?.as_str().map_err(|_| Cause::Damaged)?;
    let body = Body::read(body).map_err(|_| {
        if Body::KINDS.contains(&kind) { Cause::Damaged } else { Cause::NewerKind(kind.to_owned()) }
    })?;
    let number: i64 = row.get(2)?;
    Ok(Event {
        id: row.get(0)?,
        device: row.get(1)?,
        number: u64::try_from(number).unwrap_or_default(),
        at: row.get(3)?,
        sitting: row.get(4)?,
        body,
    })
}

/// Appends an event to the end of the log.
pub(super) fn append(
    connection: &mut Connection,
    at: Millis,
    sitting: Option<String>,
    body: Body,
) -> Result<Event, Cause> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let written = append_in(&transaction, at, sitting, body)?;
    transaction.commit()?;
    Ok(written)
}

/// Appends several events to the end of the log, all of them or none.
pub(super) fn append_all(
    connection: &mut Connection,
    at: Millis,
    bodies: Vec<(Option<String>, Body)>,
) -> Result<(), Cause> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (sitting, body) in bodies {
        append_in(&transaction, at, sitting, body)?;
    }
    Ok(transaction.commit()?)
}

fn append_in(
    transaction: &Transaction<'_>,
    at: Millis,
    sitting: Option<String>,
    body: Body,
) -> Result<Event, Cause> {
    let device = transaction.query_row("SELECT id FROM device", [], |row| row.get(0))?;
    let id: String = transaction.query_row("SELECT lower(hex(randomblob(16)))", [], |row| row.get(0))?;
    let number: i64 = transaction.query_row(
        "SELECT coalesce(max(number), 0) + 1 FROM event WHERE number < ?1",
        [MOST],
        |row| row.get(0),
    )?;
    let stamp: Millis =
        transaction
            .query_row("SELECT max(?1, coalesce(max(stamp), ?1)) FROM event", [at], |row| row.get(0))?;
    let sitting = match &body {
        Body::Start { .. } => Some(id.clone()),
        _ => sitting,
    };
    let event = Event { id, device, number: number.unsigned_abs(), at, sitting, body };
    let written = Stamped { event, stamp: stamp.min(LATEST) };
    insert(transaction, &written)?;
    Ok(written.event)
}

/// Inserts an event unless its id is there already. Returns whether it was inserted.
fn insert(transaction: &Transaction<'_>, Stamped { event, stamp }: &Stamped) -> rusqlite::Result<bool> {
    let body = serde_json::to_string(&event.body)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    let sql = "INSERT INTO event (id, device, number, at, sitting, kind, body, stamp)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO NOTHING";
    let number = event.number.cast_signed();
    let kind = event.body.name();
    let values = params![event.id, event.device, number, event.at, event.sitting, kind, body, stamp];
    Ok(transaction.execute(sql, values)? > 0)
}

/// What a merge added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Merged {
    pub(crate) events: usize,
    pub(crate) answers: usize,
}

/// Adds every event that `each` passes on and that is not there yet, all of them or none.
pub(super) fn union(
    connection: &mut Connection,
    each: impl FnOnce(&mut dyn FnMut(&Stamped) -> Result<(), Cause>) -> Result<(), Cause>,
) -> Result<Merged, Cause> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut merged = Merged::default();
    each(&mut |stamped| {
        if insert(&transaction, stamped)? {
            merged.events += 1;
            merged.answers += match &stamped.event.body {
                Body::Answer(_) => 1,
                Body::HandIn { stands, .. } => stands.len(),
                _ => 0,
            };
        }
        Ok(())
    })?;
    transaction.commit()?;
    Ok(merged)
}
