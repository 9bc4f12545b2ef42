//! Files of different habit in the formats that are read, each with what it comes in as: count, keys, texts, losses and
//! places.

/// A file of `tests/fixtures/imports`: its name and its bytes.
macro_rules! fixture {
    ($name:literal) => {
        ($name, &include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/imports/", $name))[..])
    };
}

mod docx;
mod faults_of_lists;
mod faults_of_packages;
mod gift;
mod lists;
mod moodle;
mod others;
mod qti;
mod qti12;

use crate::exchange::{FORMATS, ImportOptions, Imported, find, recognize};

/// A file as it comes in when nobody says which format it is in.
pub(super) fn import(name: &str, bytes: &[u8]) -> (&'static str, Imported) {
    let format = recognize(name, bytes).unwrap_or_else(|| panic!("no format is recognized: {name}"));
    let options = ImportOptions { file_name: name.to_owned(), ..ImportOptions::default() };
    (format.name, (format.import.as_ref().unwrap().read)(bytes, &options))
}

/// What came in, in lines: format and counts; of each question topic, stem, right (`+`) and wrong (`-`) options with
/// what is said of them, explanation (`!`), source (`@`); problems with line and rule; losses.
pub(in crate::exchange) fn told(name: &str, bytes: &[u8]) -> Vec<String> {
    let (format, imported) = import(name, bytes);
    let mut lines = vec![format!("{format}: {} read, {} skipped", imported.read, imported.skipped)];
    for question in imported.bank.questions() {
        let shown = |text: &str| text.replace('\n', "\\n");
        let mut parts = vec![format!("{} ({})", shown(&question.stem), question.topic)];
        for option in 0..question.option_count() {
            let text = shown(question.option(option));
            parts.push(
                match option.checked_sub(question.keys.len()).map(|at| &*question.distractors[at].why) {
                    None => format!("+ {text}"),
                    Some("") => format!("- {text}"),
                    Some(why) => format!("- {text} ({})", shown(why)),
                },
            );
        }
        let said = [("! ", &question.explanation), ("@ ", &question.source)];
        parts.extend(
            said.iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(sign, text)| shown(&format!("{sign}{text}"))),
        );
        if !question.order.is_empty() {
            parts.push(String::from("fixed"));
        }
        lines.push(parts.join(" "));
    }
    for problem in &imported.problems {
        let line = problem.place.as_ref().map_or(0, |place| place.source.line_and_column(place.span.start).0);
        lines.push(format!("{line} {}: {}", problem.rule, problem.message));
    }
    lines.extend(imported.loss.lines());
    lines
}

/// Checks what a text comes in as.
pub(super) fn check(name: &str, text: &str, expected: &[&str]) {
    check_bytes(name, text.as_bytes(), expected);
}

pub(super) fn check_bytes(name: &str, bytes: &[u8], expected: &[&str]) {
    let found = told(name, bytes);
    assert_eq!(found, expected, "{name}:\n{}\n{found:#?}", String::from_utf8_lossy(bytes));
    // Whatever is cut out of it or broken in it ends in a word.
    if let Some(import) = find(found[0].split(':').next().unwrap()).and_then(|format| format.import.as_ref())
    {
        for at in (0..bytes.len()).step_by(bytes.len() / 20 + 1) {
            let cut = [&bytes[..at], &bytes[(at + 3).min(bytes.len())..]].concat();
            for broken in [&bytes[..at], &cut[..]] {
                let imported = (import.read)(broken, &ImportOptions::default());
                assert!(imported.read > 0 || !imported.problems.is_empty(), "{name} cut at {at}");
            }
        }
    }
    assert!(FORMATS.iter().any(|format| found[0].starts_with(format.name)));
}

/// The same for one of the files above.
fn fault((name, bytes): (&str, &[u8]), expected: &[&str]) {
    check_bytes(name, bytes, expected);
}
