//! Brings a progress file to the newest schema. Migrations are appended, never edited.

use rusqlite::{Connection, TransactionBehavior};

const MIGRATIONS: &[&str] = &[include_str!("migrations/0001_events.sql")];

/// The schema that this guardprep writes.
pub(super) const NEWEST: i64 = MIGRATIONS.len() as i64;

/// Marks a SQLite file as ours: "gprp" in ASCII.
pub(super) const APPLICATION_ID: i64 = 0x6770_7270;

pub(super) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Runs what is missing, in one transaction: a power cut leaves the file as it was.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read inside the transaction: another guardprep may have created the file meanwhile.
    let found = version(&transaction)?;
    for migration in &MIGRATIONS[found as usize..] {
        transaction.execute_batch(migration)?;
    }
    if found < NEWEST {
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", NEWEST)?;
    }
    transaction.commit()
}
