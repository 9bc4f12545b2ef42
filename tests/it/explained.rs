//! Every name of a problem that can be printed is explained: a name without an explanation is a dead end.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::{Sandbox, root};

/// What stands before the name of a problem in the code.
const BEFORE: [&str; 8] = [
    "error(",
    "problem(",
    "skip(",
    "note(",
    "Severity::Error,",
    "Severity::Warning,",
    "Severity::Note,",
    "tell(",
];

fn names(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() && name != "tests" {
            names(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && name != "tests.rs" {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            for before in BEFORE {
                for rest in code.split(before).skip(1) {
                    let Some(rest) = rest.trim_start().strip_prefix('"') else { continue };
                    let word = rest.split('"').next().unwrap_or_default();
                    let is_name =
                        word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                    if is_name && !word.is_empty() {
                        found.insert(word.to_owned());
                    }
                }
            }
        }
    }
}

#[test]
fn every_name_of_a_problem_is_explained() {
    let sandbox = Sandbox::new();
    let mut found = BTreeSet::new();
    for room in ["analysis", "bank_file", "catalog.rs", "commands", "exam", "exchange", "lint", "toml_fields"]
    {
        let path = root().join("src").join(room);
        if path.is_dir() {
            names(&path, &mut found);
        }
    }
    found.extend(["not-utf-8", "unreadable"].map(String::from));
    assert!(found.len() > 40, "{found:?}");
    let mut missing = vec![];
    for name in &found {
        let ran = sandbox.run(&["check", "--explain", name], "");
        if ran.code != Some(0) || !ran.stdout.contains(&format!("[{name}]")) {
            missing.push(name);
        }
    }
    assert!(missing.is_empty(), "`check --explain` does not know {missing:?}");
}
