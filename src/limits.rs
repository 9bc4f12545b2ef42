//! What is bounded, and by what, so that no file costs more than 256 MB and a few seconds. (A bank may be as large as a
//! file may be, and takes up to eight times as much memory: it is a person's own.)
//!
//! Each number stands in one place: here, or in the room that alone knows it. README's last section has what people
//! need of this table; `tests/it/limits.rs` crosses each row there, `tests/it/limits_of_rooms.rs`
//! those that README leaves out, and `tests/it/hostile` looks for one that is missing.
//!
//! | what | at most | where |
//! | --- | --- | --- |
//! | a file that is read, or a stream | 64 MB | [`FILE`] |
//! | lines of a bank, of exam profiles or of statistics | 2,000,000 | [`LINES`] |
//! | questions of a bank file | 150,000 | [`BANK_QUESTIONS`] |
//! | problems of questions in a bank file that are told | 20,000; the rest is counted | [`TOLD`] |
//! | problems that are printed in full of banks, profiles, statistics | 100; `check --all`: all that are told | [`IN_FULL`] |
//! | tables and lists in each other in TOML; values in each other in JSON | 80; 128 | the crates `toml` and `serde_json` |
//! | elements of XML in each other, and in memory at once | 64, and 1,200,000 | `exchange/xml/read.rs` |
//! | options of a question | 40 | `bank/question.rs` |
//! | letters of an id | 100 | `words/names.rs` |
//! | a text of a question in an import | 20,000 bytes | `exchange/intake/draft.rs` |
//! | questions of an import, of a file | 20,000 | [`QUESTIONS`] |
//! | topics of an import, of a file | 2,000 | [`TOPICS`] |
//! | columns and cells of a table | 2,000 and 2,000,000 | [`COLUMNS`], [`CELLS`] |
//! | what comes out of a package of QTI or Canvas; a file of it | 96 MB; 64 MB | `exchange/package.rs` |
//! | what comes out of a workbook, a Word document | 24 MB, 32 MB | `exchange/workbook/open.rs`, `exchange/docx/read.rs` |
//! | what comes out of a deck of Anki; its notes | 64 MB; 100,000 | `exchange/anki/package` |
//! | what a backup of Moodle unpacks to; its questions | 256 MB; 64 MB | `exchange/moodle_backup/read.rs` |
//! | files in a package | 20,000 | `exchange/archive.rs` |
//! | problems of an import or of a class that are told | 1,000; the rest is counted | `exchange/intake/collect.rs`, `exchange/responses/findings.rs` |
//! | versions of a test; rows of a key | 100; 5,000 | [`VERSIONS`], [`KEY_ROWS`] |
//! | a message | 1,000 characters; 2,000 of a quoted line | `diagnostic`, `failure/words.rs` |
//! | a typed line | 4,096 bytes; a longer one is passed over up to 16 MB | `terminal/lines.rs` |
//! | a progress file to be merged: its size, events, an event, time | 256 MB, 1,000,000, 16 MB, 60 s | `store/guest.rs` |
//! | a value in a progress file | 64 MB | [`VALUE`] |
//! | how deep folders of banks are followed | 16 | `catalog.rs` |

/// Bytes in what people call a MB.
pub(crate) const MB: u64 = 1024 * 1024;

/// The bytes of a file: a bank of 10,000 questions has about 13 MB.
pub(crate) const FILE: u64 = 64 * MB;

/// The lines of a hand-written file. The parser keeps some fifty bytes of each line, empty or not.
pub(crate) const LINES: usize = 2_000_000;

/// The questions of a bank file.
pub(crate) const BANK_QUESTIONS: usize = 150_000;

/// So many problems of questions in a bank file are kept; nobody reads more, and each takes some four hundred bytes.
pub(crate) const TOLD: usize = 20_000;

/// So many problems are printed in full: more scroll away unread.
pub(crate) const IN_FULL: usize = 100;

/// The questions of a file that is imported: each is written as TOML and read again, all in memory.
pub(crate) const QUESTIONS: usize = 20_000;

/// The topics of a file that is imported.
pub(crate) const TOPICS: usize = 2_000;

/// The columns of a table: a test of four hundred questions with five columns each.
pub(crate) const COLUMNS: usize = 2_000;

/// The cells of a table: a class of five thousand students with four hundred questions.
pub(crate) const CELLS: usize = 2_000_000;

/// The versions of a test that students of a class may have.
pub(crate) const VERSIONS: usize = 100;

/// The rows of a key file: one for each question of each version.
pub(crate) const KEY_ROWS: usize = 5_000;

/// The bytes of a value in a progress file: a column of one that was made to do harm may compute values of any size.
pub(crate) const VALUE: i32 = 64 << 20;

/// A number with commas between thousands, as people read it.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_readme_promises_is_what_holds() {
        let readme = include_str!("../README.md");
        let (_, table) = readme.split_once("\n## Limits\n").unwrap();
        let has = |what: &str, figure: String| {
            let row = table.lines().find(|line| line.starts_with(&format!("| {what}")));
            assert!(row.is_some_and(|row| row.ends_with(&format!("| {figure} |"))), "{what}: {row:?}");
        };
        has("a file that is read", format!("{} MB", FILE / MB));
        for (what, most) in [
            ("lines of a bank", LINES),
            ("questions of a bank file", BANK_QUESTIONS),
            ("options of a question", crate::bank::Question::MOST_OPTIONS),
            ("problems that `check` prints", IN_FULL),
            ("problems that are told of a bank", TOLD),
            ("questions of a file", QUESTIONS),
            ("topics of a file", TOPICS),
            ("columns of a table", COLUMNS),
            ("cells of a table", CELLS),
            ("versions of a test", VERSIONS),
            ("rows of a key", KEY_ROWS),
        ] {
            has(what, grouped(most));
        }
        assert_eq!(
            ["7", "1,234", "150,000"],
            [7, 1_234, 150_000].map(grouped).each_ref().map(String::as_str)
        );
    }
}
