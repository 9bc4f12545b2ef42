//! A file with the right answers, for marks that say nothing by themselves: `--key`. `exam_key` writes one.

use std::ops::Range;
use std::sync::Arc;

use super::findings::Findings;
use super::grid::Grid;
use crate::diagnostic::{Severity, Source};
use crate::exchange::text::letter_index;
use crate::limits::{self, grouped};
use crate::words::same_name;

/// The right answers of one version or of several.
pub(super) struct KeyFile {
    pub(super) source: Arc<Source>,
    pub(super) entries: Vec<Entry>,
}

/// A question of a version.
pub(super) struct Entry {
    /// Empty where the file has no versions.
    pub(super) version: String,
    /// What the question is called on the paper: its number, mostly; may be empty.
    pub(super) number: String,
    /// May be empty.
    pub(super) id: String,
    pub(super) answer: String,
    /// The texts of the options from A on; may be empty.
    pub(super) options: Vec<String>,
    pub(super) span: Range<usize>,
}

/// What the columns are called.
const VERSION: &[&str] = &["version", "form", "paper", "key version"];
const NUMBER: &[&str] = &["number", "no", "nr", "#", "item", "question number"];
const ID: &[&str] = &["id", "question id", "question"];
const ANSWER: &[&str] = &["answer", "key", "correct", "right answer", "correct answer", "right"];

impl KeyFile {
    pub(super) fn read(grid: &Grid, findings: &mut Findings) -> Self {
        let header = grid.header();
        let find = |names: &[&str]| {
            header.iter().position(|name| names.iter().any(|known| same_name(known, name) || known == name))
        };
        let (version, number, id) = (find(VERSION), find(NUMBER), find(ID));
        let mut key = Self { source: Arc::clone(&grid.source), entries: vec![] };
        let Some(answer) = find(ANSWER).filter(|_| number.or(id).is_some()) else {
            findings.error(
                "key-header",
                grid.rows.first().map_or(0..0, |row| row.span.clone()),
                "the first row of a key names the columns `number` (or `id`) and `answer`",
                "and `version` where there are several; `guardprep export --to exam-key` writes such a file",
            );
            return key;
        };
        let mut options: Vec<(usize, usize)> = header
            .iter()
            .enumerate()
            .filter_map(|(at, name)| {
                letter_index(name).filter(|_| name.len() == 1).map(|letter| (letter, at))
            })
            .collect();
        options.sort_unstable();
        if grid.rows.len() > limits::KEY_ROWS {
            let message = format!("the key has more than {} rows", grouped(limits::KEY_ROWS));
            let help = "one row a question and version; take out what is no answer";
            findings.error("too-large", 0..0, message, help);
            return key;
        }
        for row in grid.rows.iter().skip(1) {
            let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).cloned().unwrap_or_default();
            if row.torn || row.cells.len() < header.len() {
                findings.error(
                    "torn-row",
                    row.span.clone(),
                    "this row of the key is torn; it is left out",
                    "",
                );
                continue;
            }
            let mut texts: Vec<String> = options.iter().map(|(_, at)| cell(Some(*at))).collect();
            while texts.last().is_some_and(String::is_empty) {
                texts.pop();
            }
            let entry = Entry {
                version: cell(version),
                number: cell(number),
                id: cell(id),
                answer: cell(Some(answer)),
                options: texts,
                span: row.span.clone(),
            };
            key.add(entry, findings);
        }
        key
    }

    fn add(&mut self, entry: Entry, findings: &mut Findings) {
        let name =
            |entry: &Entry| if entry.number.is_empty() { entry.id.clone() } else { entry.number.clone() };
        let same = |known: &&Entry| {
            same_name(&known.version, &entry.version) && same_name(&name(known), &name(&entry))
        };
        match self.entries.iter().find(same) {
            Some(known) => {
                let message = format!("the key has question {} twice; the first counts", name(&entry));
                let other = (findings.place(&known.span), "first here");
                findings.two(
                    Severity::Error,
                    "two-keys",
                    entry.span.clone(),
                    message,
                    other,
                    "take one of them out",
                );
            }
            None if entry.answer.is_empty() => findings.error(
                "no-key",
                entry.span.clone(),
                format!("the key has no answer to question {}", name(&entry)),
                "",
            ),
            None => self.entries.push(entry),
        }
    }

    /// Whether versions are told apart.
    pub(super) fn has_versions(&self) -> bool {
        self.entries.iter().any(|entry| !entry.version.is_empty())
    }

    /// The question that a column of a version means.
    pub(super) fn entry(&self, version: &str, column: &str) -> Option<&Entry> {
        let number = number(column);
        self.entries.iter().find(|entry| {
            let of_version = !self.has_versions() || same_name(&entry.version, version);
            let by_number = number.is_some_and(|number| entry.number.parse() == Ok(number));
            of_version && (by_number || same_id(&entry.number, column) || same_id(&entry.id, column))
        })
    }
}

fn same_id(a: &str, b: &str) -> bool {
    !a.is_empty() && same_name(a, b)
}

/// The number at the end of a column's name: `Q7`, `Question 7`, `7`.
pub(super) fn number(name: &str) -> Option<usize> {
    let digits = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let word: String = name[..name.len() - digits].chars().filter(|c| c.is_alphanumeric()).collect();
    let is_word =
        matches!(word.to_lowercase().as_str(), "" | "q" | "question" | "item" | "response" | "answer" | "no");
    name[name.len() - digits..].parse().ok().filter(|_| is_word)
}
