//! What comes in of decks of different habit.

use rusqlite::Connection;

use super::made::{ALL_IN_ONE, BASIC, CHOICE, GATE, Row, check, import, new, old, package, zstd};
use crate::exchange::tests::samples::{nasty, whole};

#[test]
fn fields_named_like_those_of_a_question() {
    let notes: &[Row<'_>] = &[
        (1, 2, " night ", GATE),
        (1, 2, "", &["Who is <img src=\"x.png\" alt=\"him\">?", "A guard", "A driver", "", "B", ""]),
        (1, 2, "", &["Who?", "A guard", "A driver", "", "E", ""]),
    ];
    let lines = &[
        "2 read, 1 skipped",
        "gate: Who opens the gate? + The guard - The driver - The tenant ! He has the key.",
        "gate: Who is [him]? + A driver - A guard ! ",
        "deck.apkg/Choice:4:1 the answer is `E`, and there is no such option",
        "deck.apkg/Choice:3:1 images of this note are left out",
        "not carried: tags (1), formatting (1)",
    ];
    check(&package(&[("collection.anki2", &old(&[CHOICE], notes)), ("media", b"{}")]), lines);
    check(&package(&[("collection.anki21", &new(&[CHOICE], notes))]), lines);
    // The newest wins: an old program is shown a note that says so.
    let newest = zstd(&new(&[CHOICE], notes));
    let dummy = old(&[BASIC], &[(1, 1, "", &["Please update Anki", ""])]);
    check(
        &package(&[("collection.anki2", &dummy), ("collection.anki21b", &newest), ("meta", b"\x08\x03")]),
        lines,
    );
}

#[test]
fn all_in_one() {
    let notes: &[Row<'_>] = &[
        (
            1,
            2,
            "",
            &[
                "Who opens?",
                "",
                "2",
                "The guard",
                "The driver",
                "The tenant",
                "",
                "",
                "1 0 0",
                "Orders 4",
                "He has the key.",
            ],
        ),
        (1, 2, "", &["Which two?", "Night", "1", "Ask", "Shout", "Note", "", "", "1 0 1", "", ""]),
        (1, 2, "", &["Which?", "", "1", "Ask", "Shout", "Note", "", "", "1 0", "", ""]),
    ];
    check(
        &package(&[("collection.anki21", &old(&[ALL_IN_ONE], notes))]),
        &[
            "2 read, 1 skipped",
            "gate: Who opens? + The guard - The driver - The tenant ! He has the key.",
            "gate: Which two? + Ask + Note - Shout ! ",
            "deck.apkg/AllInOne (kprim, mc, sc):3:1 the note has 3 options and says of 2 whether they are right",
            "not carried: titles (1): deck.apkg/AllInOne (kprim, mc, sc):2",
        ],
    );
}

#[test]
fn options_on_the_front() {
    let notes: &[Row<'_>] = &[
        (1, 1, "", &["Who opens the gate?<br>A) The guard<br>B) The driver", "A<br>He has the key."]),
        (1, 1, "", &["Who shuts it?<ol><li>The cook</li><li>The guard</li></ol>", "B"]),
        (1, 1, "", &["What does Code 1 mean?", "Fire"]),
    ];
    check(
        &package(&[("collection.anki2", &old(&[BASIC], notes))]),
        &[
            "2 read, 1 skipped",
            "default: Who opens the gate? + The guard - The driver ! He has the key.",
            "default: Who shuts it? + The guard - The cook ! ",
            "deck.apkg/Basic:3:1 the front of the card lists no options to choose from",
        ],
    );
}

#[test]
fn other_types_are_named_with_their_count() {
    let notes: &[Row<'_>] = &[
        (1, 1, "", &["What does Code 1 mean?", "Fire"]),
        (2, 1, "", &["{{c1::Fire}} is Code 1", ""]),
        (1, 1, "", &["What does Code 2 mean?", "A visitor"]),
        (9, 1, "", &["lost", ""]),
        (3, 2, "", GATE),
    ];
    let types = [BASIC, ("Cloze", &["Text", "Extra"][..]), CHOICE];
    check(
        &package(&[("collection.anki2", &old(&types, notes))]),
        &[
            "1 read, 4 skipped",
            "gate: Who opens the gate? + The guard - The driver - The tenant ! He has the key.",
            "deck.apkg/Basic:1:1 a note of the type \"Basic\" is not multiple choice",
            "deck.apkg/Basic:2:1 a note of the type \"Basic\" is not multiple choice",
            "deck.apkg/Cloze:1:1 a note of the type \"Cloze\" is not multiple choice",
            "deck.apkg/notes:1:1 a note of the type \"notes\" is not multiple choice",
            "not carried: formatting (1)",
        ],
    );
}

#[test]
fn our_own_notes_come_back() {
    let bank = nasty();
    let text = String::from_utf8(crate::exchange::find("anki").unwrap().export(&whole(&bank)).unwrap().bytes)
        .unwrap();
    let body: Vec<&str> = text.lines().skip_while(|line| line.starts_with('#')).collect();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .has_headers(false)
        .from_reader(std::io::Cursor::new(body.join("\n")));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let mut copy = Connection::open_in_memory().unwrap();
    let empty = old(&[BASIC], &[]);
    copy.deserialize_read_exact("main", &empty[..], empty.len(), false).unwrap();
    for row in &rows {
        let flds = format!("{}\u{1f}{}", &row[2], &row[3]);
        copy.execute(
            "INSERT INTO notes (guid, mid, tags, flds) VALUES (?1, 1, ?2, ?3)",
            (&row[0], &row[4], flds),
        )
        .unwrap();
    }
    let imported = import(&package(&[("collection.anki2", &copy.serialize("main").unwrap())]));
    assert_eq!((imported.read, imported.problems), (bank.questions().len(), vec![]));
    for question in bank.questions() {
        let back = imported.bank.question(&question.id).unwrap();
        let mut options: [Vec<&str>; 2] = [question.options().collect(), back.options().collect()];
        for options in &mut options {
            options.sort_unstable();
        }
        assert_eq!(
            (&back.stem, &options[0], back.keys.len()),
            (&question.stem, &options[1], question.keys.len())
        );
    }
}

#[test]
fn a_collection_alone() {
    check(
        &old(&[CHOICE], &[(1, 2, "", GATE)]),
        &[
            "1 read, 0 skipped",
            "gate: Who opens the gate? + The guard - The driver - The tenant ! He has the key.",
            "not carried: formatting (1)",
        ],
    );
}
