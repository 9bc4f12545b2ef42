//! How exporting in each format grows with a bank, and how long it takes against merely reading the bank: a step that
//! grows with the number of questions has a growth of about 10, one that compares all pairs has 100.

use std::path::Path;

use crate::banks::{self, Sort};
use crate::measure::{guardprep, least, run};

pub(crate) fn print(folder: &Path) {
    let paths = [1_000, 10_000].map(|questions| {
        let path = folder.join(format!("export-{questions}.toml"));
        banks::write(&path, questions, Sort::Sound);
        path
    });
    let seconds = |arguments: &[&str], bank: &Path| {
        let arguments: Vec<&str> =
            arguments.iter().copied().chain(["--bank", bank.to_str().unwrap()]).collect();
        least(3, || run(guardprep(folder, &arguments)))
    };
    let read = seconds(&["topics"], &paths[1]);
    println!("{:<16} {:>12} {:>14} {:>18}", "export", "seconds", "growth x10", "against reading");
    let list = guardprep(folder, &["export", "--list"]).output().unwrap();
    let list = String::from_utf8(list.stdout).unwrap();
    let mut formats: Vec<(&str, String)> = vec![];
    for line in list.lines() {
        match formats.last_mut() {
            Some((_, entry)) if line.starts_with(' ') => *entry += line,
            _ => formats.extend(line.split_whitespace().next().map(|name| (name, line.to_owned()))),
        }
    }
    // What is only read cannot be timed as an export.
    for (format, _) in formats.iter().filter(|(_, entry)| !entry.ends_with("import)")) {
        // Some take short questions only.
        let mut tried = guardprep(folder, &["export", "--to", format, "bench", "--bank"]);
        if !tried.arg(&paths[0]).output().unwrap().status.success() {
            println!("{format:<16} takes none of these questions");
            continue;
        }
        let [small, large] = [0, 1].map(|bank| seconds(&["export", "--to", format, "bench"], &paths[bank]));
        println!("{format:<16} {large:>12.2} {:>14.1} {:>18.1}", large / small, large / read);
    }
}
