//! Decks to read, made as Anki makes them.

use rusqlite::Connection;

use super::super::APKG;
use crate::diagnostic::Place;
use crate::exchange::archive::Archive;
use crate::exchange::{ImportOptions, Imported, recognize};

/// A note: its type, its deck, its tags, its fields.
pub(super) type Row<'t> = (i64, i64, &'t str, &'t [&'t str]);

const DECKS: &str = r#"{"1": {"name": "Default"}, "2": {"name": "Guard::Gate"}}"#;

/// The database of Anki before 2.1.28, whose types and decks are JSON.
pub(super) fn old(types: &[(&str, &[&str])], notes: &[Row<'_>]) -> Vec<u8> {
    let fields = |names: &[&str]| {
        let fields: Vec<String> = names
            .iter()
            .enumerate()
            .map(|(at, name)| format!(r#"{{"name": "{name}", "ord": {at}}}"#))
            .collect();
        fields.join(", ")
    };
    let models: Vec<String> = types
        .iter()
        .enumerate()
        .map(|(at, (name, names))| {
            format!(r#""{}": {{"name": "{name}", "flds": [{}]}}"#, at + 1, fields(names))
        })
        .collect();
    database(&format!("{{{}}}", models.join(", ")), DECKS, "", notes)
}

/// The database of newer ones, whose types and decks are tables.
pub(super) fn new(types: &[(&str, &[&str])], notes: &[Row<'_>]) -> Vec<u8> {
    let mut more = String::from(
        "CREATE TABLE notetypes (id integer PRIMARY KEY, name text NOT NULL COLLATE unicase, config blob);
         CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
         CREATE TABLE fields (ntid integer, ord integer, name text NOT NULL COLLATE unicase, config blob, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
         CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
         CREATE TABLE decks (id integer PRIMARY KEY, name text NOT NULL COLLATE unicase);
         CREATE UNIQUE INDEX idx_decks_name ON decks (name);
         INSERT INTO decks VALUES (1, 'Default'), (2, 'Guard' || char(31) || 'Gate');",
    );
    for (at, (name, fields)) in types.iter().enumerate() {
        more += &format!("INSERT INTO notetypes VALUES ({}, '{name}', x'00');", at + 1);
        for (ord, field) in fields.iter().enumerate().rev() {
            more += &format!("INSERT INTO fields VALUES ({}, {ord}, '{field}', x'00');", at + 1);
        }
    }
    database("", "", &more, notes)
}

fn database(models: &str, decks: &str, more: &str, notes: &[Row<'_>]) -> Vec<u8> {
    let mut connection = Connection::open_in_memory().unwrap();
    // By which Anki sorts names.
    connection
        .create_collation("unicase", |a: &str, b: &str| a.to_lowercase().cmp(&b.to_lowercase()))
        .unwrap();
    connection
        .execute_batch(&format!(
            "CREATE TABLE col (id integer primary key, models text, decks text);
             CREATE TABLE notes (id integer primary key, guid text, mid integer, tags text, flds text);
             CREATE TABLE cards (id integer primary key, nid integer, did integer, odid integer);
             {more}"
        ))
        .unwrap();
    connection.execute("INSERT INTO col VALUES (1, ?1, ?2)", [models, decks]).unwrap();
    for (at, (kind, deck, tags, fields)) in notes.iter().enumerate() {
        let at = at as i64 + 1;
        let flds = fields.join("\u{1f}");
        connection
            .execute("INSERT INTO notes VALUES (?1, 'guid' || ?1, ?2, ?3, ?4)", (at, kind, tags, flds))
            .unwrap();
        connection.execute("INSERT INTO cards VALUES (?1, ?1, ?2, 0)", (at, deck)).unwrap();
    }
    connection.serialize("main").unwrap().to_vec()
}

pub(super) fn package(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = Archive::new();
    for (name, bytes) in files {
        archive.add(name, bytes);
    }
    archive.finish()
}

pub(super) fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

pub(super) fn import(bytes: &[u8]) -> Imported {
    assert_eq!(recognize("deck.apkg", bytes).map(|format| format.name), Some("apkg"));
    let options = ImportOptions { file_name: String::from("deck.apkg"), ..ImportOptions::default() };
    (APKG.import.unwrap().read)(bytes, &options)
}

/// What came in, in lines.
fn told(imported: &Imported) -> Vec<String> {
    let mut lines = vec![format!("{} read, {} skipped", imported.read, imported.skipped)];
    for question in imported.bank.questions() {
        let wrong: Vec<&str> = question.distractors.iter().map(|wrong| wrong.text.as_str()).collect();
        lines.push(format!(
            "{}: {} + {} - {} ! {}",
            question.topic,
            question.stem,
            question.keys.join(" + "),
            wrong.join(" - "),
            question.explanation
        ));
    }
    lines.extend(imported.problems.iter().map(|problem| {
        format!("{} {}", problem.place.as_ref().map(Place::text).unwrap_or_default(), problem.message)
    }));
    lines.extend(imported.loss.lines());
    lines
}

pub(super) fn check(bytes: &[u8], lines: &[&str]) {
    let imported = import(bytes);
    let told = told(&imported);
    assert_eq!(told, lines, "{told:#?}");
}

pub(super) const CHOICE: (&str, &[&str]) =
    ("Choice", &["Question", "Option A", "Option B", "Option C", "Answer", "Explanation"]);
pub(super) const BASIC: (&str, &[&str]) = ("Basic", &["Front", "Back"]);
pub(super) const ALL_IN_ONE: (&str, &[&str]) = (
    "AllInOne (kprim, mc, sc)",
    &[
        "Question",
        "Title",
        "QType (0=kprim,1=mc,2=sc)",
        "Q_1",
        "Q_2",
        "Q_3",
        "Q_4",
        "Q_5",
        "Answers",
        "Sources",
        "Extra 1",
    ],
);

pub(super) const GATE: &[&str] =
    &["<b>Who</b> opens the gate?", "The guard", "The driver", "The tenant", "A", "He has the key."];
