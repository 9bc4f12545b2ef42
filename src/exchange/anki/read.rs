//! Notes of a text file: ours, or what Anki's own export of notes wrote.

use super::all_in_one;
use super::card::Card;
use super::head::Head;
use super::note::{Ready, add_all};
use crate::exchange::intake::Intake;
use crate::exchange::table::{Row, first_rows, part};
use crate::exchange::text::html;
use crate::exchange::{ImportOptions, Imported};

pub(super) fn likeness(bytes: &[u8]) -> u8 {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(64 * 1024)]);
    let text = text.trim_start_matches('\u{feff}');
    let head = Head::of(text);
    if head.is_said {
        return 100;
    }
    // Cards without any word on how they are to be read: each has a front that lists options.
    let rows = first_rows(text, head.separator, 20);
    let side = |text: &str| if head.html { text.to_owned() } else { html(text) };
    let reads = |row: &&Row| matches!(&row.cells[..], [front, back, ..] if Card::read(&side(front), &side(back)).is_ok());
    let cards = rows.iter().filter(reads).count();
    if cards > 0 && cards * 10 >= rows.len() * 8 { 75 } else { 0 }
}

pub(super) fn import(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut intake = Intake::of_text(bytes, options);
    let source = intake.text();
    let head = Head::of(&source.text);
    let mut notes = vec![];
    for mut row in part(&source.text[head.end..], head.separator, None) {
        row.span = row.span.start + head.end..row.span.end + head.end;
        let raw = &source.text[row.span.clone()];
        if raw.starts_with('#') && !row.torn {
            let help = "put its first cell in quotation marks if it is a note";
            intake.skip("comment", row.span, "a line that begins with `#` is a comment to Anki", help);
        } else if row.torn || row.cells.iter().any(|cell| !cell.trim().is_empty()) {
            notes.extend(read_row(&mut intake, &head, &row));
        }
    }
    add_all(&mut intake, notes);
    intake.finish()
}

fn read_row(intake: &mut Intake<'_>, head: &Head, row: &Row) -> Option<Ready> {
    if row.torn {
        let help = "in a cell in quotation marks, a mark that belongs to the text is written twice";
        intake.skip("torn-row", row.span.clone(), "a quotation mark of this row is not closed", help);
        return None;
    }
    let special = head.special();
    let fields: Vec<&str> = row
        .cells
        .iter()
        .enumerate()
        .filter(|(at, _)| !special.contains(&Some(*at)))
        .map(|(_, cell)| cell.as_str())
        .collect();
    let [front, back, others @ ..] = &fields[..] else {
        let reason = format!("the row has {} cells; a note needs a front and a back", row.cells.len());
        intake.skip("torn-row", row.span.clone(), reason, "");
        return None;
    };
    let side = |text: &str| if head.html { text.to_owned() } else { html(text) };
    let read = all_in_one::read(&fields.iter().map(|field| side(field)).collect::<Vec<_>>());
    let others = if read.is_some() { &[][..] } else { others };
    match read.unwrap_or_else(|| Card::read(&side(front), &side(back))) {
        Ok(card) => {
            let others = others.iter().filter(|field| !field.trim().is_empty()).count();
            let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or("", String::as_str);
            let deck = if cell(head.deck).trim().is_empty() { &head.deck_name } else { cell(head.deck) };
            Some(Ready {
                span: row.span.clone(),
                id: cell(head.guid).to_owned(),
                deck: deck.rsplit("::").next().unwrap_or_default().trim().to_owned(),
                tags: format!("{} {}", cell(head.tags), head.all_tags),
                others,
                card,
            })
        }
        Err(reason) => {
            // Cells that run together because of a quotation mark are no card either: the count tells.
            let width = special.iter().flatten().max().map_or(0, |last| last + 1);
            let torn = row.cells.len() < width;
            let count = format!("; the row has {} cells and the file says {width}", row.cells.len());
            intake.skip("no-question", row.span.clone(), reason + if torn { &count } else { "" }, "");
            None
        }
    }
}
