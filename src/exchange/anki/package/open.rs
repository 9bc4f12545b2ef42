//! The database of a deck: found, unpacked, opened in memory. Nothing in it is trusted: it is only read, by plain queries
//! on plain tables, and interrupted when it takes too long.

use std::cell::RefCell;

use rusqlite::Connection;

use crate::exchange::archive::{unpack, unpack_within, unzstd};
use crate::limits::MB;

/// As much as may come out of a deck: room for fifty thousand notes. SQLite holds a second copy.
pub(super) const MOST: u64 = 64 * MB;
/// The newest first: an old one beside a new one only says "update Anki".
const NAMES: [&str; 3] = ["collection.anki21b", "collection.anki21", "collection.anki2"];
const DATABASE: &[u8] = b"SQLite format 3\0";
/// Steps of the database between two looks at the clock that counts them, and how many looks there are.
const STEPS: i32 = 100_000;
const MOST_LOOKS: u32 = 5_000;

pub(super) fn likeness(bytes: &[u8]) -> u8 {
    if bytes.starts_with(DATABASE) {
        return 50;
    }
    if bytes.starts_with(b"PK") && name(bytes).is_some() { 100 } else { 0 }
}

/// The newest collection of a package.
fn name(bytes: &[u8]) -> Option<&'static str> {
    let seen = RefCell::new(vec![]);
    unpack(bytes, |name| {
        seen.borrow_mut().extend(NAMES.iter().position(|known| *known == name));
        false
    })
    .ok()?;
    let newest = seen.borrow().iter().min().copied();
    newest.map(|at| NAMES[at])
}

/// Opens the collection of a package, or one that stands alone.
pub(super) fn open(bytes: &[u8], most: u64) -> Result<Connection, String> {
    let mut database = if bytes.starts_with(DATABASE) {
        bytes.to_vec()
    } else {
        let name = name(bytes).ok_or("there is no collection in it")?;
        let (_, file) = unpack_within(most, bytes, |other| other == name)?
            .into_iter()
            .next()
            .ok_or("there is no collection in it")?;
        if name == NAMES[0] { unzstd(&file, most)? } else { file }
    };
    if !database.starts_with(DATABASE) || database.len() < 100 {
        return Err(String::from("its collection is no database"));
    }
    // A mark that there may be a second file beside it, which there is not.
    database[18..20].fill(1);
    connect(&database).map_err(|error| format!("its database cannot be read: {error}"))
}

fn connect(database: &[u8]) -> rusqlite::Result<Connection> {
    let mut connection = Connection::open_in_memory()?;
    let mut looks = 0;
    connection.progress_handler(
        STEPS,
        Some(move || {
            looks += 1;
            looks > MOST_LOOKS
        }),
    )?;
    connection.deserialize_read_exact("main", database, database.len(), true)?;
    // By which Anki sorts names; nothing is sorted here, but a table that uses it cannot be read without.
    connection.create_collation("unicase", |a: &str, b: &str| a.to_lowercase().cmp(&b.to_lowercase()))?;
    for (name, value) in [("query_only", true), ("trusted_schema", false), ("cell_size_check", true)] {
        connection.pragma_update(None, name, value)?;
    }
    Ok(connection)
}

/// Whether a table is one, and computes nothing when it is read.
pub(super) fn is_plain(connection: &Connection, table: &str) -> rusqlite::Result<bool> {
    let mut statement = connection.prepare("SELECT type, sql FROM sqlite_schema WHERE name = ?1")?;
    let mut rows = statement.query([table])?;
    let Some(row) = rows.next()? else { return Ok(false) };
    let (kind, sql): (String, String) = (row.get(0)?, row.get(1)?);
    let sql = sql.to_uppercase();
    let computes = ["VIRTUAL", "GENERATED", " AS ", " AS(", ")AS"].iter().any(|word| sql.contains(word));
    Ok(kind == "table" && !computes)
}
