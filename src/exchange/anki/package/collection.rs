//! The notes of a collection with the names of their fields, of any version of the database.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::Value;

use super::open::is_plain;
use crate::limits::grouped;

/// More than any deck of questions has.
const MOST_NOTES: usize = 100_000;
const MOST_NAMES: usize = 20_000;
/// As much text as may come out of a collection.
const MOST_TEXT: usize = 64 * 1024 * 1024;
const SEPARATOR: char = '\u{1f}';

#[derive(Debug, Default)]
pub(super) struct Collection {
    pub(super) types: BTreeMap<i64, NoteType>,
    /// The names of decks; parts of a name are parted by `::`.
    pub(super) decks: BTreeMap<i64, String>,
    pub(super) notes: Vec<Note>,
}

#[derive(Debug, Default)]
pub(super) struct NoteType {
    pub(super) name: String,
    pub(super) fields: Vec<String>,
}

#[derive(Debug, Default)]
pub(super) struct Note {
    pub(super) kind: i64,
    pub(super) guid: String,
    pub(super) tags: String,
    pub(super) fields: Vec<String>,
    pub(super) deck: i64,
}

impl Collection {
    pub(super) fn read(connection: &Connection) -> Result<Self, String> {
        let mut collection = Self::default();
        for table in ["notes", "cards", "col"] {
            match is_plain(connection, table) {
                Ok(true) => {}
                Ok(false) => {
                    return Err(format!(
                        "its database has no plain table `{table}`, as every collection of Anki has"
                    ));
                }
                Err(error) => return Err(in_words(&error)),
            }
        }
        collection.names(connection).map_err(|error| in_words(&error))?;
        let decks = decks_of_notes(connection).map_err(|error| in_words(&error))?;
        collection.notes(connection, &decks)?;
        Ok(collection)
    }

    fn names(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let (models, decks): (String, String) =
            connection.query_row("SELECT models, decks FROM col", [], |row| {
                Ok((text(row.get_ref(0)?), text(row.get_ref(1)?)))
            })?;
        let object = |text: &str| match serde_json::from_str(text) {
            Ok(Value::Object(object)) => object,
            _ => serde_json::Map::new(),
        };
        let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
        for (id, model) in object(&models) {
            let fields = model["flds"].as_array().map(Vec::as_slice).unwrap_or_default();
            let kind = NoteType { name: name(&model), fields: fields.iter().map(name).collect() };
            self.types.extend(id.parse().ok().map(|id: i64| (id, kind)));
        }
        self.decks
            .extend(object(&decks).iter().filter_map(|(id, deck)| Some((id.parse().ok()?, name(deck)))));
        // Newer collections have tables of them.
        if is_plain(connection, "notetypes")? && is_plain(connection, "fields")? {
            for (id, name) in pairs(connection, "SELECT id, name FROM notetypes")? {
                self.types.insert(id, NoteType { name, fields: vec![] });
            }
            let mut fields: Vec<(i64, i64, String)> = vec![];
            let mut statement = connection.prepare("SELECT ntid, ord, name FROM fields")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()?.filter(|_| fields.len() < MOST_NAMES) {
                fields.push((row.get(0)?, row.get(1)?, text(row.get_ref(2)?)));
            }
            fields.sort_unstable();
            for (kind, _, name) in fields {
                if let Some(kind) = self.types.get_mut(&kind) {
                    kind.fields.push(name);
                }
            }
        }
        if is_plain(connection, "decks")? {
            let decks = pairs(connection, "SELECT id, name FROM decks")?;
            self.decks.extend(decks.into_iter().map(|(id, name)| (id, name.replace(SEPARATOR, "::"))));
        }
        Ok(())
    }

    fn notes(&mut self, connection: &Connection, decks: &BTreeMap<i64, i64>) -> Result<(), String> {
        let mut left = MOST_TEXT;
        let too_much = || String::from("it holds more text than any deck of questions");
        let mut read = || -> rusqlite::Result<Option<String>> {
            let mut statement = connection.prepare("SELECT id, mid, guid, tags, flds FROM notes")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let fields = text(row.get_ref(4)?);
                if self.notes.len() == MOST_NOTES {
                    return Ok(Some(format!("it has more than {} notes", grouped(MOST_NOTES))));
                }
                match left.checked_sub(fields.len() + 64) {
                    Some(rest) => left = rest,
                    None => return Ok(Some(too_much())),
                }
                let id: i64 = row.get(0)?;
                self.notes.push(Note {
                    kind: row.get(1)?,
                    guid: text(row.get_ref(2)?),
                    tags: text(row.get_ref(3)?),
                    fields: fields.split(SEPARATOR).map(ToOwned::to_owned).collect(),
                    deck: decks.get(&id).copied().unwrap_or_default(),
                });
            }
            Ok(None)
        };
        match read() {
            Ok(None) => Ok(()),
            Ok(Some(reason)) => Err(reason),
            Err(error) => Err(in_words(&error)),
        }
    }
}

/// The deck of the first card of each note; a deck made by a search says from which one it took the card.
fn decks_of_notes(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, i64>> {
    let mut decks = BTreeMap::new();
    let mut statement = connection.prepare("SELECT nid, did, odid FROM cards")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()?.filter(|_| decks.len() < MOST_NOTES) {
        let (note, deck, home): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        decks.entry(note).or_insert(if home == 0 { deck } else { home });
    }
    Ok(decks)
}

fn pairs(connection: &Connection, query: &str) -> rusqlite::Result<Vec<(i64, String)>> {
    let mut statement = connection.prepare(query)?;
    let mut rows = statement.query([])?;
    let mut found = vec![];
    while let Some(row) = rows.next()?.filter(|_| found.len() < MOST_NAMES) {
        found.push((row.get(0)?, text(row.get_ref(1)?)));
    }
    Ok(found)
}

/// What is stored as text or otherwise; nothing where it is no text.
fn text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        ValueRef::Integer(number) => number.to_string(),
        _ => String::new(),
    }
}

fn in_words(error: &rusqlite::Error) -> String {
    format!("its database cannot be read: {error}")
}
