//! Brings a progress file to the newest schema. Migrations are appended, never edited.

use rusqlite::{Connection, TransactionBehavior};

use super::Cause;

const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_events.sql"),
    include_str!("migrations/0002_order.sql"),
    include_str!("migrations/0003_guess_and_plan.sql"),
    include_str!("migrations/0004_compact.sql"),
];

/// The schema that this guardprep writes. A new kind of event needs a new schema, too, so that an older guardprep says
/// "newer" instead of "damaged"; such a migration is only a comment that gives the reason.
pub(super) const NEWEST: i64 = MIGRATIONS.len() as i64;

/// Bytes of a page in new files. The plan of a sitting often leaves half of a page of SQLite's usual size empty.
const PAGE: i64 = 8192;

/// Marks a SQLite file as ours: "gprp" in ASCII.
pub(super) const APPLICATION_ID: i64 = 0x6770_7270;

pub(super) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// The schema of a file, if it is ours; 0 is a file without tables.
pub(super) fn recognized(connection: &Connection) -> Result<i64, Cause> {
    let found = version(connection)?;
    let application: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (application, found) {
        (APPLICATION_ID, 1..=NEWEST) => Ok(found),
        (APPLICATION_ID, ..=0) => Err(Cause::Damaged),
        (APPLICATION_ID, found) => Err(Cause::Newer { found, known: NEWEST }),
        _ if tables == 0 => Ok(0),
        _ => Err(Cause::NotOurs),
    }
}

/// Has SQLite check every page of the file, and each index against its table, before it is migrated, merged or copied.
pub(super) fn whole(connection: &Connection) -> Result<(), Cause> {
    is_sound(connection, "PRAGMA integrity_check(1)")
}

/// Has SQLite check every page of the file, for a log whose events are read as well: their JSON is not checked twice.
pub(super) fn pages(connection: &Connection) -> Result<(), Cause> {
    connection.pragma_update(None, "ignore_check_constraints", true)?;
    is_sound(connection, "PRAGMA quick_check(1)")
}

fn is_sound(connection: &Connection, check: &str) -> Result<(), Cause> {
    let sound: String = connection.query_row(check, [], |row| row.get(0))?;
    if sound == "ok" { Ok(()) } else { Err(Cause::Damaged) }
}

/// The tables and indexes of a file with this schema, for comparison with [`schema_of`].
pub(super) fn schema_of_version(version: i64) -> rusqlite::Result<Vec<String>> {
    let connection = Connection::open_in_memory()?;
    for migration in MIGRATIONS.iter().take(usize::try_from(version).unwrap_or_default()) {
        connection.execute_batch(migration)?;
    }
    schema_of(&connection)
}

/// Runs the missing migrations in one transaction: a power cut leaves the file as it was.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), Cause> {
    connection.pragma_update(None, "page_size", PAGE)?;
    // A table that is replaced takes nothing along, and what refers to nothing is not lost for that.
    connection.pragma_update(None, "foreign_keys", false)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read inside the transaction: another guardprep may have migrated the file in the meantime.
    let found = recognized(&transaction)?;
    let missing = usize::try_from(found).ok().and_then(|found| MIGRATIONS.get(found..));
    for migration in missing.unwrap_or_default() {
        transaction.execute_batch(migration)?;
    }
    if found < NEWEST {
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", NEWEST)?;
    }
    transaction.commit()?;
    Ok(connection.pragma_update(None, "foreign_keys", true)?)
}

/// Gives unused space back if it is a good part of the file, as after a migration that replaced a table: in one
/// transaction, too, and without another file than the journal.
///
/// The log is complete without it, so it is tried again another time if it fails.
pub(super) fn give_back(connection: &Connection) -> rusqlite::Result<()> {
    let count = |of| connection.pragma_query_value(None, of, |row| row.get::<_, i64>(0));
    if count("freelist_count")? * 4 > count("page_count")? {
        connection.pragma_update(None, "page_size", PAGE)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.execute_batch("VACUUM")?;
    }
    Ok(())
}

/// Everything in a file's schema: type, name, table and SQL of each entry.
pub(super) fn schema_of(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT json_array(type, name, tbl_name, sql) FROM sqlite_schema ORDER BY type, name";
    connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
}
