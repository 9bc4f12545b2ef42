//! What is true of every format.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::PathBuf;

use super::samples::{nasty, whole};
use crate::exchange::export::{Export, ExportOptions, choices, is_fixed, lay_out};
use crate::exchange::{FORMATS, Format};

fn exporters() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| format.export.is_some())
}

fn bytes(format: &Format, seed: u64) -> Vec<u8> {
    let bank = nasty();
    let export = Export::whole(&bank, ExportOptions { seed, ..ExportOptions::default() });
    format.export(&export).unwrap().bytes
}

/// The texts in some bytes: of each file where they are a package.
fn texts(bytes: &[u8]) -> Vec<(String, String)> {
    if !bytes.starts_with(b"PK") {
        return vec![(String::new(), String::from_utf8(bytes.to_vec()).expect("UTF-8"))];
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).expect("UTF-8");
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn names_are_unique_and_every_format_does_something() {
    let names: BTreeSet<&str> = FORMATS.iter().map(|format| format.name).collect();
    assert_eq!(names.len(), FORMATS.len());
    for format in FORMATS {
        assert!(format.export.is_some() || format.import.is_some(), "{}", format.name);
        assert!(!format.summary.ends_with('.') && !format.extension.starts_with('.'), "{}", format.name);
    }
}

/// `SNAPSHOTS=overwrite cargo test exchange` rewrites the files; look at the difference before you commit it.
#[test]
fn golden_files_are_matched_byte_for_byte() {
    #[allow(
        clippy::disallowed_methods,
        reason = "a switch for whoever changes a format; the program never asks"
    )]
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for format in exporters() {
        // `gift.txt`, not `gift.gift.txt`
        let ending = format.extension.strip_prefix(&format!("{}.", format.name)).unwrap_or(format.extension);
        let file = folder.join(format!("{}.{ending}", format.name));
        let made = bytes(format, 1);
        if overwrite {
            std::fs::write(&file, &made).unwrap();
        }
        let golden = std::fs::read(&file).unwrap_or_default();
        assert!(golden == made, "{} differs: SNAPSHOTS=overwrite, then read the diff", file.display());
    }
}

#[test]
fn the_same_bank_gives_the_same_bytes() {
    for format in exporters() {
        assert!(bytes(format, 7) == bytes(format, 7), "{}", format.name);
    }
}

#[test]
fn nothing_gets_out_that_a_document_may_not_hold() {
    for format in exporters() {
        for (file, text) in texts(&bytes(format, 1)) {
            let bad = text.chars().find(|&c| {
                matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
            });
            assert_eq!(bad, None, "{} {file}", format.name);
        }
    }
}

#[test]
fn every_xml_document_is_well_formed() {
    for format in exporters() {
        for (file, text) in texts(&bytes(format, 1)) {
            if !text.starts_with("<?xml") {
                continue;
            }
            let mut reader = quick_xml::Reader::from_str(&text);
            reader.config_mut().enable_all_checks(true);
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(quick_xml::events::Event::Start(start) | quick_xml::events::Event::Empty(start)) => {
                        for attribute in start.attributes() {
                            attribute.unwrap_or_else(|error| panic!("{} {file}: {error}", format.name));
                        }
                    }
                    Ok(_) => {}
                    Err(error) => panic!("{} {file}: {error}", format.name),
                }
            }
        }
    }
}

#[test]
fn a_loss_is_reported_for_exactly_what_does_not_arrive() {
    let bank = nasty();
    for format in exporters() {
        let exported = format.export(&whole(&bank)).unwrap();
        for id in exported.loss.left_out() {
            assert!(bank.question(id).is_some(), "{}: {id}", format.name);
        }
        assert_eq!(exported.loss.lines().is_empty(), exported.loss.is_empty(), "{}", format.name);
    }
}

#[test]
fn no_order_of_the_options_is_favored_and_natural_orders_are_kept() {
    let mut first = [0; 4];
    for n in 0..4000 {
        let question = crate::bank::samples::question(&format!("q-{n}"), "t");
        let layout = lay_out(&question, 1);
        first[layout.iter().position(|&option| option == 0).unwrap()] += 1;
        assert_eq!(layout, lay_out(&question, 1));
    }
    assert!(first.iter().all(|n| (900..1100).contains(n)), "{first:?}");

    let bank = nasty();
    for (id, fixed) in [
        ("nasty-07", Some(vec!["2.5", "5", "10", "1,000"])),
        ("nasty-08", Some(vec!["before the shift", "during the shift", "after the shift"])),
        ("front-desk-003", Some(vec!["True", "False"])),
        ("nasty-01", None),
    ] {
        let question = bank.question(id).unwrap();
        assert_eq!(is_fixed(question), fixed.is_some());
        if let Some(fixed) = fixed {
            let shown: Vec<&str> =
                choices(question, &lay_out(question, 1)).iter().map(|choice| choice.text).collect();
            assert_eq!(shown, fixed);
        }
    }
}
