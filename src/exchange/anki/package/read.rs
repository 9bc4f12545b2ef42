//! Notes as questions, type by type: a type whose fields are those of a question is a table; of any other the two sides of
//! each note are looked at, as in a text file of notes.

use std::collections::BTreeMap;

use super::collection::{Collection, Note, NoteType};
use super::open::{MOST, open};
use crate::exchange::anki::all_in_one;
use crate::exchange::anki::card::Card;
use crate::exchange::anki::note::{self, Ready};
use crate::exchange::html::plain;
use crate::exchange::intake::{Intake, short};
use crate::exchange::table::{as_text, names_questions, read_sheet};
use crate::exchange::workbook::Sheet;
use crate::exchange::{ImportOptions, Imported};

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_package(options);
    match open(bytes, MOST).and_then(|connection| Collection::read(&connection)) {
        Ok(collection) => read(&mut intake, &collection, options),
        Err(reason) => {
            let help = "export the deck again: in Anki, File, Export";
            intake.problem("deck", 0..0, format!("this deck of Anki cannot be read: {reason}"), help);
        }
    }
    intake.finish()
}

fn read(intake: &mut Intake<'_>, collection: &Collection, options: &ImportOptions) {
    let mut of_type: BTreeMap<i64, Vec<&Note>> = BTreeMap::new();
    for note in &collection.notes {
        of_type.entry(note.kind).or_default().push(note);
    }
    let nameless = NoteType { name: String::from("notes"), fields: vec![] };
    for (kind, notes) in of_type {
        let kind = collection.types.get(&kind).unwrap_or(&nameless);
        if names_questions(&kind.fields) && !notes.iter().any(|note| all_in_one::read(&note.fields).is_some())
        {
            read_table(intake, kind, &notes, collection, options);
        } else {
            read_cards(intake, kind, &notes, collection);
        }
    }
}

/// The title of the topic: the last part of the deck's name.
fn title<'c>(collection: &'c Collection, note: &Note) -> &'c str {
    let deck = collection.decks.get(&note.deck).map(String::as_str).unwrap_or_default();
    deck.rsplit("::").next().unwrap_or_default().trim()
}

fn read_table(
    intake: &mut Intake<'_>,
    kind: &NoteType,
    notes: &[&Note],
    collection: &Collection,
    options: &ImportOptions,
) {
    let mut head = kind.fields.clone();
    let has_topic = head.iter().any(|name| name.trim().eq_ignore_ascii_case("topic"));
    if !has_topic {
        head.push(String::from("topic title"));
    }
    let (mut rows, mut lost) = (vec![(1, head)], vec![]);
    for (at, note) in notes.iter().enumerate() {
        let mut cells = vec![];
        for field in &note.fields {
            let read = plain(field);
            lost.extend(read.lost.into_iter().map(|what| (at + 1, what)));
            cells.push(read.text);
        }
        cells.resize(kind.fields.len(), String::new());
        if !has_topic {
            cells.push(title(collection, note).to_owned());
        }
        rows.push((at + 2, cells));
    }
    let sheet = Sheet { name: kind.name.clone(), rows, doubts: vec![] };
    let before = intake.count();
    if read_sheet(intake, &sheet, options) && intake.count() > before {
        let (_, rows) = as_text(&sheet);
        let tagged = notes.iter().filter(|note| !note.tags.trim().is_empty()).count();
        intake.loss.drop("", "tags", tagged);
        // Nearly every note has some; an image may be what is asked about.
        intake.loss.drop("", "formatting", lost.iter().filter(|(_, what)| *what == "formatting").count());
        for (row, what) in lost.into_iter().filter(|(_, what)| *what != "formatting") {
            intake.note(
                "not-carried",
                rows[row].span.clone(),
                format!("{what} of this note are left out"),
                "",
            );
        }
    }
}

fn read_cards(intake: &mut Intake<'_>, kind: &NoteType, notes: &[&Note], collection: &Collection) {
    let rows = notes
        .iter()
        .enumerate()
        .map(|(at, note)| (at + 1, note.fields.iter().map(|field| plain(field).text).collect::<Vec<_>>()));
    let sheet = Sheet { name: kind.name.clone(), rows: rows.collect(), doubts: vec![] };
    let (text, rows) = as_text(&sheet);
    intake.enter_text(&sheet.name, text);
    let read = |note: &Note| {
        let side = |at: usize| note.fields.get(at).map(String::as_str).unwrap_or_default();
        all_in_one::read(&note.fields).map_or_else(
            || {
                (
                    Card::read(side(0), side(1)),
                    note.fields.iter().skip(2).filter(|field| !field.trim().is_empty()).count(),
                )
            },
            |card| (card, 0),
        )
    };
    let cards: Vec<_> = notes.iter().map(|note| read(note)).collect();
    let none = cards.iter().all(|(card, _)| card.is_err());
    let mut ready = vec![];
    for ((card, others), (note, row)) in cards.into_iter().zip(notes.iter().zip(&rows)) {
        match card {
            Err(_) if none => {
                let reason = format!("a note of the type \"{}\" is not multiple choice", short(&kind.name));
                intake.skip("note-type", row.span.clone(), reason, "");
            }
            Err(reason) => intake.skip("no-question", row.span.clone(), reason, ""),
            Ok(card) => ready.push(Ready {
                span: row.span.clone(),
                // Ours has the id of the question; another is noise, and the text makes a better one.
                id: if note.fields.iter().any(|field| field.contains("gp-key")) {
                    note.guid.clone()
                } else {
                    String::new()
                },
                deck: title(collection, note).to_owned(),
                tags: note.tags.clone(),
                others,
                card,
            }),
        }
    }
    note::add_all(intake, ready);
}
