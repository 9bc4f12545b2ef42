//! Checks the code against the map in `src/lib.rs`: which module may use which, where each crate is used, and that no file
//! is left out.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::root;

/// The rooms (top-level modules) of each layer. A room may use itself, the rooms of layers with a lower number, and its
/// neighbors in [`NEIGHBORS`].
const LAYERS: &[(u8, &[&str])] = &[
    (0, &["bank", "diagnostic", "limits", "parallel", "toml_fields", "words"]),
    (1, &["progress", "bank_file"]),
    (2, &["analysis", "sitting", "quiz", "exam", "exchange", "lint", "report"]),
    (3, &["store", "catalog", "whole_file", "terminal"]),
    (4, &["failure", "context"]),
    (5, &["library", "logbook"]),
    (6, &["commands"]),
    (7, &["cli"]),
];

/// Within a layer: the first room may use the second.
const NEIGHBORS: &[(&str, &str)] = &[
    // The facts are made of words; the dictionary knows none of them.
    ("bank", "words"),
    ("diagnostic", "words"),
    ("toml_fields", "words"),
    ("toml_fields", "limits"),
    // Hand-written TOML is read into the words and problems of the facts.
    ("toml_fields", "bank"),
    ("toml_fields", "diagnostic"),
    // A quiz and an exam are two uses of a sitting.
    ("quiz", "sitting"),
    ("exam", "sitting"),
    // Answers that other programs wrote down are read into what is analyzed.
    ("exchange", "analysis"),
    // What classes showed is a finding like others.
    ("lint", "analysis"),
    // The numbers of a bank are measured by the rules and put into words by the report.
    ("report", "lint"),
    // The page for a browser escapes text as the exported pages do.
    ("report", "exchange"),
    // The figures of a class are put into words by the report.
    ("report", "analysis"),
    // Banks are read as every file is: up to a limit.
    ("catalog", "whole_file"),
    // A failure is made of the errors below it; the context tells it.
    ("context", "failure"),
];

/// Crates that live in one room only, and where.
const HOMES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diagnostic"]),
    ("anstream", &["context", "cli", "terminal"]),
    ("anstyle", &["terminal"]),
    ("chardetng", &["exchange"]),
    ("clap", &["commands", "cli", "context"]),
    ("clap_complete", &["commands"]),
    ("clap_mangen", &["commands"]),
    ("console", &["terminal", "context"]),
    ("crossterm", &["terminal", "context"]),
    ("csv", &["exchange"]),
    ("ctrlc", &["context"]),
    ("signal_hook", &["context"]),
    ("deunicode", &["exchange"]),
    ("dialoguer", &["terminal"]),
    ("encoding_rs", &["exchange"]),
    ("etcetera", &["context"]),
    ("flate2", &["exchange"]),
    ("jiff", &["progress", "report", "context"]),
    ("mimalloc", &["main"]),
    ("quick_xml", &["exchange"]),
    ("rand", &["sitting", "quiz", "exam", "context"]),
    ("rusqlite", &["exchange", "store"]),
    ("rustix", &["terminal"]),
    ("ruzstd", &["exchange"]),
    ("serde", &["exchange", "progress"]),
    ("serde_json", &["commands", "context", "diagnostic", "exchange", "progress", "report", "store"]),
    ("strsim", &["words"]),
    ("tempfile", &["whole_file"]),
    ("textwrap", &["words"]),
    ("thiserror", &["catalog", "exam", "store", "whole_file"]),
    ("toml", &["toml_fields"]),
    ("zip", &["exchange"]),
];

/// Paths that must not be used in layers 0 to 2.
const WORLDLY: &[&str] =
    &["std::fs", "std::env", "std::time", "std::net", "std::process", "std::thread", "SysRng"];

/// The most lines of a file; what is longer says why in its header.
const MOST_LINES: usize = 300;

fn layer(room: &str) -> Option<u8> {
    LAYERS.iter().find(|(_, rooms)| rooms.contains(&room)).map(|(layer, _)| *layer)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every file of `src`: its path from there, its room, its text.
fn sources() -> Vec<(String, String, String)> {
    let src = root().join("src");
    let describe = |path: PathBuf| {
        let name = path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
        let room = name.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        (name, room, fs::read_to_string(&path).unwrap())
    };
    files(&src).into_iter().map(describe).collect()
}

/// Code without comments and without the tests of a file.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn is_test_file(name: &str) -> bool {
    let is_fuzzing = name.starts_with("fuzzing/") || name == "terminal/keyboard/check.rs";
    is_fuzzing || name.ends_with("/tests.rs") || name.ends_with("/samples.rs") || name.contains("/tests/")
}

#[test]
fn imports_go_downwards_only() {
    let mut wrong = vec![];
    for (name, room, text) in sources() {
        let Some(own) = layer(&room) else {
            assert!(
                // What holds the readers to what they promise stands above all layers, and is no part of the program.
                ["lib", "main", "fuzzing"].contains(&room.as_str()),
                "{name} is in no layer: add `{room}` to the map"
            );
            continue;
        };
        if is_test_file(&name) {
            continue;
        }
        // Written out, one room a path: `use crate::{a, b}` would hide the second.
        assert!(!code(&text).contains("crate::{"), "{name}: write one `use crate::...` for each room");
        for part in code(&text).split("crate::").skip(1) {
            let used: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let Some(other) = layer(&used) else { continue };
            let allowed = used == room || other < own || NEIGHBORS.contains(&(room.as_str(), used.as_str()));
            if !allowed {
                wrong.push(format!("{name}: `{room}` must not use `{used}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_crate_stays_in_its_home() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let normal = manifest.split("[dependencies]").nth(1).unwrap().split("[dev-dependencies]").next().unwrap();
    for line in normal.lines().filter(|line| line.contains(" = ") && !line.starts_with(['#', '['])) {
        let library = line.split(" = ").next().unwrap().replace('-', "_");
        assert!(HOMES.iter().any(|(known, _)| *known == library), "{library} has no home");
    }
    let mut wrong = vec![];
    for (name, room, text) in sources() {
        let text = code(&text);
        for (library, homes) in HOMES {
            let used = text.contains(&format!("use {library}::")) || text.contains(&format!(" {library}::"));
            if used && !is_test_file(&name) && !homes.contains(&room.as_str()) {
                wrong.push(format!("{name} uses {library}, which lives in {}", homes.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_lower_layers_touch_no_world() {
    let mut wrong = vec![];
    for (name, room, text) in sources() {
        if layer(&room).is_some_and(|layer| layer <= 2) && !is_test_file(&name) {
            let (text, room) = (code(&text), room.as_str());
            // Work on several cores gives the same results as on one: that is what this room is for.
            let is_worldly =
                |word: &&&str| text.contains(**word) && (room, **word) != ("parallel", "std::thread");
            wrong.extend(WORLDLY.iter().filter(is_worldly).map(|word| format!("{name}: {word}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for_and_stays_small() {
    for (name, _, text) in sources() {
        assert!(text.starts_with("//! "), "{name} does not open with a line on what it is for");
        let lines = text.lines().count();
        let reasoned =
            text.lines().take_while(|line| line.starts_with("//!")).any(|line| line.contains("long because"));
        assert!(lines <= MOST_LINES || reasoned, "{name} has {lines} lines: look for the two ideas in it");
    }
    for path in files(&root().join("tests")) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} does not open with a line on what it is for", path.display());
    }
}

#[test]
fn no_file_is_forgotten() {
    let all: BTreeMap<String, String> = sources().into_iter().map(|(name, _, text)| (name, text)).collect();
    for name in all.keys().filter(|name| !["lib.rs", "main.rs"].contains(&name.as_str())) {
        let path = Path::new(name);
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let (module, folder) = match stem {
            "mod" => {
                let folder = path.parent().unwrap();
                (folder.file_name().unwrap().to_str().unwrap(), folder.parent().unwrap())
            }
            stem => (stem, path.parent().unwrap()),
        };
        let parent = if folder == Path::new("") {
            String::from("lib.rs")
        } else {
            format!("{}/mod.rs", folder.display())
        };
        let declared = all[&parent].lines().any(|line| {
            let line = line.trim_start_matches("pub(crate) ").trim_start_matches("pub(super) ");
            line == format!("mod {module};")
        });
        assert!(declared, "{name} is declared nowhere");
    }
}

#[test]
fn the_map_names_every_room() {
    let map = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    for room in LAYERS.iter().flat_map(|(_, rooms)| *rooms) {
        assert!(map.contains(&format!("[`{room}`]")), "the map in lib.rs does not name `{room}`");
        assert!(map.contains(&format!("\nmod {room};")), "the room `{room}` of the map is no module");
    }
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let normal = manifest.split("[dependencies]").nth(1).unwrap().split("[dev-dependencies]").next().unwrap();
    let lines: Vec<&str> = normal.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        if let Some((name, _)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) {
            assert!(lines[at - 1].starts_with(&format!("# {name}: ")), "no line says what {name} is for");
        }
    }
}
