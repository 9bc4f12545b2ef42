//! Events as rows of the file: reading them in order, appending, merging.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Statement, Transaction, TransactionBehavior, params};

use super::{Cause, ids};
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
        2..=3 => String::from("event"),
        // A device that is missing is damage, and no reason to leave an event out.
        _ => String::from(
            "(SELECT event.id, device.id AS device, event.number, at, sitting, kind, body, stamp, entry
              FROM event LEFT JOIN device ON device.number = event.device)",
        ),
    }
}

/// All events, in the order of the log. An event comes after everything that was in its file when it was written; events
/// that were written independently are ordered by time.
pub(super) fn in_order(connection: &Connection, schema: i64) -> Result<Vec<Event>, Cause> {
    Ok(sorted(connection, schema, 0)?.into_iter().map(|stamped| stamped.event).collect())
}

/// The events of the entries after this one, in the order of the log; 0 is before all of them. Up to schema 3 entries are
/// not counted, and it has to be 0.
pub(super) fn sorted(connection: &Connection, schema: i64, after: i64) -> Result<Vec<Stamped>, Cause> {
    let mut all = Vec::with_capacity(expected(connection, schema, after)?);
    each_after(connection, schema, after, |stamped, _| {
        all.push(stamped);
        Ok(())
    })?;
    // Rows are in this order already, except for what was merged: a sort that takes runs as it finds them.
    all.sort_by(|a, b| a.place().cmp(&b.place()));
    Ok(all)
}

/// About how many events there are after an entry, so that a long log is not moved while it is read.
fn expected(connection: &Connection, schema: i64, after: i64) -> rusqlite::Result<usize> {
    if schema < 4 {
        return Ok(0);
    }
    let last: i64 =
        connection.query_row("SELECT coalesce(max(entry), 0) FROM event", [], |row| row.get(0))?;
    // The number in a file may be made up.
    Ok(last.saturating_sub(after).clamp(0, 1 << 18) as usize)
}

/// Calls `take` with every event and the name of its kind, in the order of the file: going by an index would look for
/// each row anew.
pub(super) fn each(
    connection: &Connection,
    schema: i64,
    take: impl FnMut(Stamped, &str) -> Result<(), Cause>,
) -> Result<(), Cause> {
    each_after(connection, schema, 0, take)
}

fn each_after(
    connection: &Connection,
    schema: i64,
    after: i64,
    mut take: impl FnMut(Stamped, &str) -> Result<(), Cause>,
) -> Result<(), Cause> {
    if schema == 0 {
        return Ok(());
    }
    let from = if after > 0 { format!(" WHERE entry > {after}") } else { String::new() };
    let columns = "id, device, number, at, sitting, kind, body, stamp";
    let mut statement = connection.prepare(&format!("SELECT {columns} FROM {}{from}", source(schema)))?;
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
        id: ids::unpack(row.get_ref(0)?)?,
        device: ids::unpack(row.get_ref(1)?)?,
        number: u64::try_from(number).unwrap_or_default(),
        at: row.get(3)?,
        sitting: match row.get_ref(4)? {
            ValueRef::Null => None,
            sitting => Some(ids::unpack(sitting)?),
        },
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
    let sql = "SELECT lower(hex(randomblob(16))), device.id, own.number + 1, max(?1, stamp)
               FROM own JOIN device ON device.number = own.device";
    let (id, device, number, stamp): (String, _, i64, Millis) = transaction.query_row(sql, [at], |row| {
        Ok((row.get(0)?, ids::unpack(row.get_ref(1)?), row.get(2)?, row.get(3)?))
    })?;
    let sitting = match &body {
        Body::Start { .. } => Some(id.clone()),
        _ => sitting,
    };
    let event = Event { id, device: device?, number: number.unsigned_abs(), at, sitting, body };
    let written = Stamped { event, stamp: stamp.min(LATEST) };
    Insertion::into(transaction)?.insert(&written)?;
    Ok(written.event)
}

/// The statements that insert an event.
struct Insertion<'t> {
    device: Statement<'t>,
    event: Statement<'t>,
    own: Statement<'t>,
}

impl<'t> Insertion<'t> {
    fn into(transaction: &'t Transaction<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            device: transaction.prepare("INSERT INTO device (id) VALUES (?1) ON CONFLICT (id) DO NOTHING")?,
            event: transaction.prepare(
                "INSERT INTO event (id, device, number, at, stamp, sitting, kind, body)
                 SELECT ?1, number, ?3, ?4, ?5, ?6, ?7, ?8 FROM device WHERE id = ?2
                 ON CONFLICT (id) DO NOTHING",
            )?,
            own: transaction.prepare(
                "UPDATE own SET number = max(number, iif(?1 < ?2, ?1, 0)), stamp = max(stamp, ?3)",
            )?,
        })
    }

    /// Inserts an event unless its id is there already. Returns whether it was inserted.
    fn insert(&mut self, Stamped { event, stamp }: &Stamped) -> rusqlite::Result<bool> {
        let body = serde_json::to_string(&event.body)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        let (id, device) = (ids::pack(&event.id), ids::pack(&event.device));
        let sitting = event.sitting.as_deref().map(ids::pack);
        let (number, kind) = (event.number.cast_signed(), event.body.name());
        self.device.execute([&device])?;
        let values = params![id, device, number, event.at, stamp, sitting, kind, body];
        let inserted = self.event.execute(values)? > 0;
        if inserted {
            self.own.execute([number, MOST, *stamp])?;
        }
        Ok(inserted)
    }
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
    let mut insertion = Insertion::into(&transaction)?;
    let mut merged = Merged::default();
    each(&mut |stamped| {
        if insertion.insert(stamped)? {
            merged.events += 1;
            merged.answers += match &stamped.event.body {
                Body::Answer(_) => 1,
                Body::HandIn { stands, .. } => stands.len(),
                _ => 0,
            };
        }
        Ok(())
    })?;
    drop(insertion);
    transaction.commit()?;
    Ok(merged)
}
