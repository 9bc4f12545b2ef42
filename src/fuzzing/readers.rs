//! All readers, with their seeds.

use super::reader::{Made, Reader};
use super::seeds::{self, lines, with_ending};
use super::{banks, classes, imports, logs, typed};
use crate::exam;
use crate::exchange::FORMATS;
use crate::progress::Event;
use crate::store::Store;

const DATES: &str = "2026-12-11\nDec 11\n11 december\nDecember 11th, 2026\nthe 11th of Dec.\nSept 3\n12/31\n31.12.2026\n31/12/26\nFeb 29\ntoday\ntomorrow\nFriday\nnext sat\nin 3 weeks\nin 1 month\n2026-13-01";
const WORDS: &str =
    "desk\nall\nfront desk\nvisitors\ndesk-3\npass and visitor\nthe\nwho is in\nutf-8\nlatin1";
const REPLIES: &str =
    "a\nA, b\nac\n1 3\nj 12\njump to 3\n/badge\nf 12\n* 3\nhand in\nquit\n?\nand b\ny\nno\ng 12\nb and C";
#[cfg(unix)]
const KEYS: &str = "ab\u{1b}[C\u{1b}[D\u{1b}OA\u{1b}[1;5C\u{1b}[5~\n\u{1b}[M !!a\u{1b}[<0;1;1Mb\u{e9}\u{8b66}\n\u{1b}\u{1b}[C\u{3}\u{4}\u{7f}\r\n\u{1b}[?1;2ca\u{13}\n\u{1b}[200~a\u{1b}[201~";

/// Every reader of foreign bytes.
pub(crate) fn readers() -> Vec<Reader> {
    let reader =
        |name: &str, made, seeds, check| Reader { name: name.to_owned(), subject: "", made, seeds, check };
    let logs = logs();
    let mut banks = with_ending("fixtures", &[".toml"]);
    banks.extend(with_ending("golden", &[".toml"]));
    banks.extend(with_ending("fixtures/responses", &[".toml"]));
    let mut all = vec![
        reader("bank", Made::Text, banks.clone(), banks::check_bank as fn(&str, &[u8]) -> u64),
        reader("profiles", Made::Text, profiles(), banks::check_profiles),
        reader("statistics", Made::Text, classes::statistics(), banks::check_statistics),
        reader("responses", Made::Parts, responses(&logs), classes::check_responses),
        reader("key", Made::Parts, keys(), classes::check_key),
        reader("event", Made::Text, events(&logs), logs::check_event),
        reader("snapshot", Made::Text, logs::snapshots(&logs), logs::check_snapshot),
        reader("merge", Made::Tables, with_ending("fixtures", &[".db"]), logs::check_merge),
        reader("progress", Made::Tables, with_ending("fixtures", &[".db"]), logs::check_progress),
        reader("date", Made::Text, lines(DATES), typed::check_date),
        reader("topic", Made::Text, lines(WORDS), typed::check_topic),
        reader("reply", Made::Text, lines(REPLIES), typed::check_reply),
        reader("words", Made::Text, banks, typed::check_words),
    ];
    #[cfg(unix)]
    all.push(reader("keys", Made::Text, lines(KEYS), typed::check_keys));
    let files = seeds::imports();
    let mut any = vec![];
    for format in FORMATS.iter().filter(|format| format.import.is_some()) {
        let is_packed =
            ["zip", "xlsx", "docx", "apkg", "mbz"].iter().any(|end| format.extension.ends_with(end));
        let own = files.iter().filter(|(name, _)| *name == format.name).map(|(_, bytes)| bytes.clone());
        let seeds: Vec<Vec<u8>> = own.collect();
        any.extend(seeds.iter().take(4).cloned());
        all.push(Reader {
            name: format!("import-{}", format.name),
            subject: format.name,
            made: if is_packed { Made::Parts } else { Made::Text },
            seeds,
            check: imports::check_import,
        });
    }
    all.push(reader("recognize", Made::Parts, any, imports::check_recognize));
    // Small ones first.
    for reader in &mut all {
        reader.seeds.sort_by_key(Vec::len);
    }
    all
}

/// The profiles that are built in, each on its own.
fn profiles() -> Vec<Vec<u8>> {
    let text = exam::BUILT_IN;
    let mut parts = text.split("\n[[profile]]");
    let head = parts.next().unwrap_or_default();
    let one = |part: &str| format!("schema = 1\n[[profile]]{part}").into_bytes();
    let mut seeds: Vec<Vec<u8>> = parts.take(12).map(one).collect();
    seeds.push(head.as_bytes().to_vec());
    seeds
}

/// The events of the progress files of all versions.
fn logs() -> Vec<Vec<Event>> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let paths = ["progress-v1.db", "progress-v2.db", "progress-v3.db"].map(|name| root.join(name));
    let events = |path: &std::path::PathBuf| Store::look_at(path).ok().flatten()?.events().ok();
    paths.iter().filter_map(events).collect()
}

/// Each kind of event once or twice, as the store keeps it.
fn events(logs: &[Vec<Event>]) -> Vec<Vec<u8>> {
    let mut seeds: Vec<(&str, Vec<u8>)> = vec![];
    for event in logs.iter().flatten() {
        if seeds.iter().filter(|(kind, _)| *kind == event.body.name()).count() < 3 {
            seeds.extend(serde_json::to_vec(&event.body).ok().map(|body| (event.body.name(), body)));
        }
    }
    seeds.into_iter().map(|(_, body)| body).collect()
}

fn responses(logs: &[Vec<Event>]) -> Vec<Vec<u8>> {
    let mut seeds = with_ending("fixtures/responses", &[".csv", ".json", ".xlsx"]);
    // A class of a dozen says as much as one of a hundred.
    let few = |bytes: &Vec<u8>| -> Vec<u8> {
        bytes.split_inclusive(|byte| *byte == b'\n').take(14).flatten().copied().collect()
    };
    let small: Vec<Vec<u8>> =
        seeds.iter().filter(|bytes| bytes.len() > 2_000 && !bytes.starts_with(b"PK")).map(few).collect();
    seeds.extend(small);
    for log in logs {
        let lines = log.iter().filter_map(|event| serde_json::to_string(event).ok());
        seeds.push(lines.map(|line| line + "\n").collect::<String>().into_bytes());
    }
    seeds.retain(|bytes| bytes.len() < 12_000);
    seeds
}

fn keys() -> Vec<Vec<u8>> {
    let mut seeds = with_ending("golden", &[".key.csv"]);
    seeds.extend(
        lines("number,answer;1,A;2,B;3,C")
            .iter()
            .map(|line| line.iter().map(|byte| if *byte == b';' { b'\n' } else { *byte }).collect()),
    );
    seeds.extend(with_ending("fixtures/imports", &[".xlsx"]));
    seeds
}
