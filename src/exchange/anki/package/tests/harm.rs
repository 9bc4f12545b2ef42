//! Decks made to harm, and broken ones: each ends in a word.

use rusqlite::Connection;

use super::super::{APKG, open};
use super::made::{BASIC, CHOICE, GATE, import, old, package, zstd};
use crate::exchange::ImportOptions;

#[test]
fn decks_made_to_harm_end_in_a_word() {
    let deck = |more: &str| {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(&format!("CREATE TABLE col (id integer, models text, decks text); CREATE TABLE cards (id integer, nid integer, did integer, odid integer); {more}")).unwrap();
        package(&[("collection.anki2", &connection.serialize("main").unwrap())])
    };
    for more in [
        // A view that never ends, a table that computes, one that runs code of a module, and none.
        "CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, 1 AS mid, '' AS guid, '' AS tags, '' AS flds FROM n;",
        "CREATE TABLE notes (id integer primary key, mid integer, guid text, tags text, flds text GENERATED ALWAYS AS (printf('%.*c', 100000000, 'x')));",
        "",
    ] {
        let imported = import(&deck(more));
        assert_eq!(imported.read, 0);
        assert!(
            imported.problems[0].message.contains("no plain table `notes`"),
            "{}",
            imported.problems[0].message
        );
    }
    // A collection of nothing but zeros behind its head, small in the package; garbage; an empty one.
    let mut zeros = b"SQLite format 3\0".to_vec();
    zeros.resize(8 * 1024 * 1024, 0);
    let bomb = package(&[("collection.anki21b", &zstd(&zeros))]);
    assert!(bomb.len() < 64 * 1024);
    assert_eq!(open::open(&bomb, 4 * 1024 * 1024).err(), Some(String::from("more than 4 MB come out of it")));
    for (name, bytes, word) in [
        ("collection.anki21b", &b"no zstd at all"[..], "compression is damaged"),
        ("collection.anki2", b"", "no database"),
        ("collection.anki2", &zeros[..4096], "cannot be read"),
    ] {
        let imported = import(&package(&[(name, bytes)]));
        let message = &imported.problems[0].message;
        assert!(imported.read == 0 && message.contains(word), "{message}");
    }
}

#[test]
fn a_deck_cut_or_broken_anywhere_ends_in_a_word() {
    let database = old(&[CHOICE, BASIC], &[(1, 2, "", GATE), (2, 1, "", &["What?", "Fire"])]);
    let whole = package(&[("collection.anki2", &database)]);
    let newest = package(&[("collection.anki21b", &zstd(&database))]);
    let read = APKG.import.as_ref().unwrap().read;
    for bytes in [&whole, &newest] {
        for at in (0..bytes.len()).step_by(8 * (bytes.len() / 4096 + 1)) {
            let imported = read(&bytes[..at], &ImportOptions::default());
            assert!(imported.read > 0 || !imported.problems.is_empty(), "cut at {at}");
        }
    }
    for at in (0..database.len()).step_by(29) {
        let mut broken = database.clone();
        broken[at] ^= 0x55;
        let imported = read(&broken, &ImportOptions::default());
        assert!(imported.read > 0 || !imported.problems.is_empty(), "broken at {at}");
    }
}
