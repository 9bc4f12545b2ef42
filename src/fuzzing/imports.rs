//! Files of other programs: every format that is imported.

use super::dice::hash;
use super::invariants::{bank, harmless, problems};
use crate::bank::Question;
use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::{
    Export, ExportOptions, FORMATS, Format, Habit, ImportOptions, Imported, find, foreign, recognize,
};

/// What people may ask of an import, by a number.
fn options(format: &Format, number: u64) -> ImportOptions {
    let mut options =
        ImportOptions { file_name: format!("file.{}", format.extension), ..ImportOptions::default() };
    match number % 16 {
        1 => options.topic = Some(String::from("another-topic")),
        2 => options.topic = Some(String::from("No id, at all: \u{e9}")),
        3 => options.answers = Habit::ASKED.get((number / 16 % 4) as usize).copied(),
        4 => options.raw = true,
        5 => options.columns = vec![(String::from("stem"), String::from("A"))],
        _ => {}
    }
    options
}

fn same(a: &Imported, b: &Imported) {
    assert_eq!((&a.bank, &a.problems), (&b.bank, &b.problems), "not the same when read again");
    assert_eq!((a.read, a.skipped, &a.said, &a.loss), (b.read, b.skipped, &b.said, &b.loss));
}

/// One format reads what may be a file of it.
pub(super) fn check_import(name: &str, bytes: &[u8]) -> u64 {
    let format = find(name).expect("a format");
    let import = format.import.as_ref().expect("an importer");
    let number = hash(bytes);
    assert!((import.likeness)(bytes) <= 100);
    let options = options(format, number);
    let imported = (import.read)(bytes, &options);
    if number % 8 == 7 {
        same(&imported, &(import.read)(bytes, &options));
    }
    assert_eq!(imported.bank.questions().len(), imported.read);
    assert!(
        imported.read > 0 || imported.skipped > 0 || !imported.problems.is_empty(),
        "nothing was read, and nothing was said"
    );
    bank(&imported.bank, &[]);
    imported.said.iter().for_each(|said| harmless(said));
    imported.loss.lines().iter().for_each(|line| harmless(line));
    let mut signs = problems(&imported.problems, bytes);
    signs ^= (imported.read.min(7) * 8 + imported.skipped.min(7)) as u64;
    signs = signs.rotate_left(7) ^ imported.loss.lost.len().min(7) as u64;
    if number % 8 == 3 && imported.read > 0 {
        export(&imported, number / 8);
    }
    signs
}

/// What was read can be written in every format, and is read from there again.
fn export(imported: &Imported, number: u64) {
    let format = &FORMATS[(number % FORMATS.len() as u64) as usize];
    let options =
        ExportOptions { seed: number, raw: (number / 64).is_multiple_of(2), ..ExportOptions::default() };
    let selection = Export::new(&imported.bank, imported.bank.questions(), options);
    let Some(exported) = format.export(&selection) else { return };
    // The names of columns as a question are the names of columns to whoever reads a table.
    if imported.bank.questions().iter().any(|question| question.stem.eq_ignore_ascii_case("question")) {
        return;
    }
    let left_out = exported.loss.left_out().len();
    exported.loss.lines().iter().for_each(|line| harmless(line));
    let Some(import) = format.import.as_ref().filter(|_| left_out < imported.read) else { return };
    let raw = !format.guards() || (number / 64).is_multiple_of(2);
    let again = (import.read)(&exported.bytes, &ImportOptions { raw, ..self::options(format, 0) });
    let text = || String::from_utf8_lossy(&exported.bytes).into_owned();
    // Two questions that say the same are one to a format without topics and ids.
    let (same, errors): (Vec<&Diagnostic>, Vec<&Diagnostic>) = again
        .problems
        .iter()
        .filter(|problem| problem.is_error())
        .partition(|problem| problem.rule == "duplicate");
    if let Some(error) = errors.first() {
        let place = error.place.as_ref().map(Place::text);
        panic!("{} of what was read: {} ({place:?})\n{}", format.name, error.message, text());
    }
    assert_eq!(again.read + left_out + same.len(), imported.read, "{}:\n{}", format.name, text());
    let options = |question: &Question| question.option_count();
    let before: usize = imported.bank.questions().iter().map(options).sum();
    let after: usize = again.bank.questions().iter().map(options).sum();
    assert!(after <= before, "{}:\n{}", format.name, text());
}

/// Any file: which format it is in is found out, or what it is.
pub(super) fn check_recognize(_: &str, bytes: &[u8]) -> u64 {
    let found = recognize("file", bytes);
    assert_eq!(found.map(|format| format.name), recognize("file", bytes).map(|format| format.name));
    let (what, help) = foreign(bytes).unwrap_or_default();
    harmless(what);
    found.map_or(0, |format| hash(format.name.as_bytes())) ^ hash(help.as_bytes())
}
