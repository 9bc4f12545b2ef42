//! Databases that compute, lie, or are broken: in place of a progress file, and of a deck of Anki.

use std::path::Path;

use rusqlite::Connection;

use super::zip::{Entry, zip};
use crate::support::Sandbox;

type File = (String, Vec<u8>);

/// The number by which a file says whose it is.
const OURS: u32 = 0x6770_7270;
/// Counts for ever.
const ENDLESS: &str = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT";
const EVENT: &str = "CREATE TABLE event (id TEXT PRIMARY KEY, device TEXT, number INTEGER, at INTEGER, sitting TEXT, kind TEXT, body TEXT, \
                     stamp INTEGER); CREATE TABLE device (one INTEGER, id TEXT);";

pub(super) fn databases() -> Vec<File> {
    let sandbox = Sandbox::new();
    let all = [logs(&sandbox), decks(&sandbox)].concat();
    all.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect()
}

/// The bytes of a new database after some SQL.
fn made(sandbox: &Sandbox, sql: &str) -> Vec<u8> {
    let path = sandbox.path("made.db");
    let _ = std::fs::remove_file(&path);
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    drop(connection);
    std::fs::read(&path).unwrap()
}

/// A progress file as guardprep writes it, changed by some SQL.
fn changed(sandbox: &Sandbox, sql: &str) -> Vec<u8> {
    let path = sandbox.progress_file();
    let _ = std::fs::remove_file(&path);
    sandbox.write("gates.toml", include_str!("../../fixtures/gates.toml"));
    sandbox.run(&["quiz", "--bank", "gates.toml", "gates", "-n", "3"], "a\nb\nc\n").ended_with(0);
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    drop(connection);
    std::fs::read(&path).unwrap()
}

fn logs(sandbox: &Sandbox) -> Vec<(&'static str, Vec<u8>)> {
    let ours =
        |sql: &str| made(sandbox, &format!("PRAGMA application_id = {OURS}; PRAGMA user_version = 4; {sql}"));
    let whole = changed(sandbox, "");
    let with = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = whole.clone();
        change(&mut bytes);
        bytes
    };
    vec![
        ("progress/no-tables.db", ours("")),
        ("progress/other-tables.db", ours(EVENT)),
        (
            "progress/a-view-without-end.db",
            ours(&format!(
                "CREATE VIEW event AS {ENDLESS} x AS id, x AS device, x AS number, x AS at, x AS sitting, 'end' AS kind, '{{}}' AS body, x AS stamp FROM c; CREATE VIEW device AS SELECT 1 AS one, 'x' AS id;"
            )),
        ),
        (
            "progress/a-column-that-computes.db",
            ours(
                "CREATE TABLE event (id TEXT PRIMARY KEY, device TEXT, number INTEGER, at INTEGER, sitting TEXT, kind TEXT, stamp INTEGER, body TEXT AS (hex(zeroblob(400000000)))); INSERT INTO event (id) VALUES ('x');",
            ),
        ),
        (
            "progress/triggers.db",
            changed(
                sandbox,
                "CREATE TRIGGER evil AFTER INSERT ON event BEGIN UPDATE event SET body = hex(zeroblob(300000000)); END;",
            ),
        ),
        (
            "progress/a-table-more.db",
            changed(sandbox, "CREATE VIRTUAL TABLE more USING fts5(x); CREATE TABLE evil (x);"),
        ),
        (
            "progress/an-event-of-20-megabytes.db",
            changed(
                sandbox,
                "UPDATE event SET body = '{\"x\":\"' || replace(hex(zeroblob(10000000)), '00', 'xx') || '\"}' WHERE kind = 'answer';",
            ),
        ),
        (
            "progress/not-json-inside.db",
            changed(
                sandbox,
                "UPDATE event SET body = '[[[[' || json_quote(hex(randomblob(9))) || ']]]]' WHERE kind = 'answer';",
            ),
        ),
        (
            "progress/numbers.db",
            changed(
                sandbox,
                "UPDATE event SET number = 9223372036854775807, at = -9223372036854775808, stamp = 9223372036854775807 WHERE kind = 'answer';",
            ),
        ),
        (
            "progress/deep-json.db",
            changed(
                sandbox,
                "UPDATE event SET body = '{\"x\":' || replace(hex(zeroblob(100)), '0', '[') || replace(hex(zeroblob(100)), '0', ']') || '}' WHERE kind = 'answer';",
            ),
        ),
        (
            "progress/ids-of-nobody.db",
            changed(
                sandbox,
                "UPDATE event SET id = 'x' || hex(id) WHERE kind = 'answer'; UPDATE device SET id = char(27) || '[2J';",
            ),
        ),
        (
            "progress/events-by-the-thousand.db",
            changed(
                sandbox,
                "INSERT INTO event (id, device, number, at, stamp, sitting, kind, body) SELECT randomblob(16), device, x, x, x, sitting, kind, body FROM (SELECT * FROM event WHERE kind = 'answer' LIMIT 1), (WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 10000) SELECT x FROM c);",
            ),
        ),
        (
            "progress/what-was-computed.db",
            changed(
                sandbox,
                "INSERT OR REPLACE INTO derived SELECT 1, max(entry), count(*), '0', zeroblob(30000000) FROM event;",
            ),
        ),
        ("progress/of-a-newer-guardprep.db", changed(sandbox, "PRAGMA user_version = 2147483647;")),
        ("progress/below-zero.db", changed(sandbox, "PRAGMA user_version = -1;")),
        ("progress/utf-16.db", ours(&format!("PRAGMA encoding = 'UTF-16'; {EVENT}"))),
        ("progress/with-a-log-beside.db", with(&|bytes| bytes[18..20].fill(2))),
        ("progress/wrong-magic.db", with(&|bytes| bytes[0] = b's')),
        ("progress/pages-of-no-size.db", with(&|bytes| bytes[16..18].fill(0))),
        ("progress/far-more-pages.db", with(&|bytes| bytes[28..32].fill(0x7f))),
        ("progress/pages-of-rubbish.db", with(&|bytes| bytes[4096..].fill(0xa5))),
        (
            "progress/cells-of-rubbish.db",
            with(&|bytes| bytes[108..4096].iter_mut().step_by(3).for_each(|byte| *byte = 0xff)),
        ),
        ("progress/cut.db", whole[..whole.len() / 2].to_vec()),
        ("progress/only-a-head.db", whole[..100].to_vec()),
        ("progress/less-than-a-head.db", whole[..20].to_vec()),
    ]
}

fn decks(sandbox: &Sandbox) -> Vec<(&'static str, Vec<u8>)> {
    let deck = |sql: &str| zip(&[Entry::deflated("collection.anki2", &made(sandbox, sql))]);
    let tables = "CREATE TABLE col (models TEXT, decks TEXT); INSERT INTO col VALUES ('{}', '{}'); CREATE TABLE cards (nid, did, odid);";
    let notes = "CREATE TABLE notes (id INTEGER PRIMARY KEY, mid, guid, tags, flds);";
    let whole = made(
        sandbox,
        &format!("{tables} {notes} INSERT INTO notes VALUES (1, 1, 'g', '', 'What?' || char(31) || 'x');"),
    );
    let torn = |at: std::ops::Range<usize>| {
        let mut bytes = whole.clone();
        let end = at.end.min(bytes.len());
        bytes[at.start..end].fill(0xff);
        zip(&[Entry::deflated("collection.anki2", &bytes)])
    };
    vec![
        ("apkg/no-tables.apkg", deck("CREATE TABLE x (y);")),
        (
            "apkg/a-view-without-end.apkg",
            deck(&format!(
                "{tables} CREATE VIEW notes AS {ENDLESS} x AS id, x AS mid, x AS guid, x AS tags, x AS flds FROM c;"
            )),
        ),
        (
            "apkg/a-table-of-a-module.apkg",
            deck(&format!("{tables} CREATE VIRTUAL TABLE notes USING fts5(id, mid, guid, tags, flds);")),
        ),
        (
            "apkg/a-column-that-computes.apkg",
            deck(&format!(
                "{tables} CREATE TABLE notes (id, mid, guid, tags, flds TEXT AS (hex(zeroblob(400000000)))); INSERT INTO notes (id) VALUES (1);"
            )),
        ),
        (
            "apkg/triggers.apkg",
            deck(&format!(
                "{tables} {notes} CREATE TRIGGER evil AFTER INSERT ON notes BEGIN DELETE FROM cards; END;"
            )),
        ),
        (
            "apkg/notes-by-the-hundred-thousand.apkg",
            deck(&format!(
                "{tables} {notes} INSERT INTO notes {ENDLESS} x, 1, x, '', 'What is ' || x || char(31) || 'x' FROM c LIMIT 100001;"
            )),
        ),
        (
            "apkg/a-note-of-20-megabytes.apkg",
            deck(&format!(
                "{tables} {notes} INSERT INTO notes VALUES (1, 1, 'g', '', hex(zeroblob(10000000)));"
            )),
        ),
        (
            "apkg/fields-by-the-hundred-thousand.apkg",
            deck(&format!(
                "{tables} {notes} INSERT INTO notes VALUES (1, 1, 'g', '', replace(hex(zeroblob(100000)), '0', char(31)));"
            )),
        ),
        (
            "apkg/types-in-types.apkg",
            deck(&format!(
                "CREATE TABLE col (models TEXT, decks TEXT); INSERT INTO col VALUES (replace(hex(zeroblob(100000)), '0', '['), '{{\"1\":{{\"name\":\"../../evil\"}}}}'); CREATE TABLE cards (nid, did, odid); {notes}"
            )),
        ),
        (
            "apkg/escapes.apkg",
            deck(&format!(
                "{tables} {notes} INSERT INTO notes VALUES (1, 1, 'g', '', char(27) || '[2JWhat?' || char(31) || char(8238) || 'x');"
            )),
        ),
        (
            "apkg/numbers-for-words.apkg",
            deck(&format!(
                "{tables} {notes} INSERT INTO notes VALUES (1, 1e300, 9, x'ff00', -9223372036854775808);"
            )),
        ),
        ("apkg/broken-schema.apkg", torn(100..600)),
        ("apkg/broken-pages.apkg", torn(4096..whole.len())),
        ("apkg/a-database-alone.anki2", whole.clone()),
        ("apkg/cut.anki2", whole[..whole.len() / 2].to_vec()),
    ]
}

/// A file is whole or not there: what is beside a database of SQLite belongs to it.
pub(super) fn beside(path: &Path) -> Vec<String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ["", "-journal", "-wal", "-shm"].iter().map(|ending| format!("{name}{ending}")).collect()
}
