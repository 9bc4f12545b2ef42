//! Databases with something changed: a cell, a row, a table, what the header says, a byte.

use rusqlite::{Connection, params};

use super::dice::Dice;
use super::mutate;
use super::strange::{NUMBERS, TEXTS};

/// A database with changes, mostly in its cells.
pub(super) fn database(dice: &mut Dice, from: &[u8]) -> Vec<u8> {
    match dice.below(8) {
        0 => return mutate::text(dice, from, &[]),
        1 => return torn(dice, from),
        _ => {}
    }
    let mut changed = || -> rusqlite::Result<Vec<u8>> {
        let mut connection = Connection::open_in_memory()?;
        connection.deserialize_read_exact("main", from, from.len(), false)?;
        connection.execute_batch("PRAGMA journal_mode = OFF; PRAGMA foreign_keys = OFF;")?;
        for _ in 0..=dice.low(4) {
            // What a statement may not do, it does not do.
            let _ = change(dice, &connection);
        }
        Ok(connection.serialize("main")?.to_vec())
    };
    changed().unwrap_or_else(|_| from.to_vec())
}

/// Some bytes of some pages.
fn torn(dice: &mut Dice, from: &[u8]) -> Vec<u8> {
    let mut bytes = from.to_vec();
    for _ in 0..=dice.low(12) {
        let at = if dice.once_in(3) { dice.below(100) } else { dice.below(bytes.len()) };
        if let Some(byte) = bytes.get_mut(at) {
            *byte = if dice.once_in(2) { *byte ^ (1 << dice.below(8)) } else { dice.next() as u8 };
        }
    }
    if dice.once_in(4) {
        bytes.truncate(dice.below(bytes.len()) / 512 * 512);
    }
    bytes
}

fn names(connection: &Connection, sql: &str) -> rusqlite::Result<Vec<String>> {
    connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
}

fn change(dice: &mut Dice, connection: &Connection) -> rusqlite::Result<()> {
    let tables = names(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")?;
    let Some(table) = dice.pick(&tables) else { return Ok(()) };
    let columns = names(connection, &format!("SELECT name FROM pragma_table_info('{table}')"))?;
    let Some(column) = dice.pick(&columns) else { return Ok(()) };
    let rows: i64 =
        connection.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get(0))?;
    let row = dice.below(usize::try_from(rows).unwrap_or(0));
    let here = format!("rowid = (SELECT rowid FROM \"{table}\" LIMIT 1 OFFSET {row})");
    match dice.below(20) {
        0 => connection.execute_batch(&format!("DELETE FROM \"{table}\" WHERE {here}")),
        1 => connection.execute_batch(&format!("ALTER TABLE \"{table}\" DROP COLUMN \"{column}\"")),
        2 => connection.execute_batch(&format!("ALTER TABLE \"{table}\" RENAME TO other")),
        3 => connection.execute_batch(&format!("ALTER TABLE \"{table}\" ADD COLUMN more")),
        4 => {
            let number = dice.pick(NUMBERS).copied().unwrap_or_default();
            let what = if dice.once_in(2) { "user_version" } else { "application_id" };
            connection.execute_batch(&format!("PRAGMA {what} = {number}"))
        }
        5 => connection.execute_batch(&format!("CREATE VIEW v{row} AS SELECT * FROM \"{table}\"")),
        6 => connection
            .execute_batch(&format!("INSERT OR IGNORE INTO \"{table}\" SELECT * FROM \"{table}\" LIMIT 5")),
        _ => {
            let set = format!("UPDATE \"{table}\" SET \"{column}\" = ?1 WHERE {here}");
            let number = dice.pick(NUMBERS).copied().unwrap_or_default();
            match dice.below(10) {
                0 => connection.execute(&set, params![number.parse::<i64>().unwrap_or(-1)])?,
                1 => connection.execute(&set, params![number.parse::<f64>().unwrap_or(0.5)])?,
                2 => connection.execute(&set, params![None::<i64>])?,
                3 => connection.execute(&set, params![dice.pick(TEXTS)])?,
                4 => connection.execute(&set, params![vec![0xff_u8; dice.below(20)]])?,
                // What stands in another row.
                5 => connection.execute(
                    &format!("UPDATE \"{table}\" SET \"{column}\" = (SELECT \"{column}\" FROM \"{table}\" LIMIT 1) WHERE {here}"),
                    [],
                )?,
                _ => {
                    let sql = format!("SELECT CAST(\"{column}\" AS BLOB) FROM \"{table}\" WHERE {here}");
                    let old: Vec<u8> = connection.query_row(&sql, [], |row| row.get(0))?;
                    let new = mutate::text(dice, &old, &old);
                    connection.execute(&set, params![String::from_utf8_lossy(&new)])?
                }
            };
            Ok(())
        }
    }
}
