//! The words of failures, whole.

use std::io;
use std::path::PathBuf;

use super::{Failure, Thing};
use crate::catalog::CatalogError;
use crate::exam::Unfit;
use crate::progress::exam_date;
use crate::store::{Cause, StoreError};
use crate::whole_file::{ReadError, WriteError};

/// Everything that is printed for a failure, a line each.
fn said(failure: &Failure) -> Vec<String> {
    failure.words().map_or_else(Vec::new, |words| [vec![words.message], words.hints].concat())
}

#[track_caller]
fn check(failure: &Failure, lines: &[&str]) {
    assert_eq!(said(failure), lines, "{failure:?}");
}

#[test]
fn a_reader_that_has_gone_is_told_nothing() {
    let gone: Failure = io::Error::from(io::ErrorKind::BrokenPipe).into();
    assert!(matches!(gone, Failure::BrokenPipe));
    check(&gone, &[]);
}

#[test]
fn what_is_unknown_names_what_comes_near() {
    let known = ["gates", "customers"];
    check(
        &Failure::unknown(Thing::Topic, "custmers", known),
        &["there is no topic \"custmers\"", "did you mean customers?", "`guardprep topics` lists them"],
    );
    check(
        &Failure::unknown(Thing::Jurisdiction, "mars", ["us-ada"]),
        &["there is no jurisdiction \"mars\"", "the banks have us-ada"],
    );
    check(
        &Failure::unknown(Thing::Rule, "xyzzy", known),
        &["there is no rule \"xyzzy\"", "`guardprep check --list` names them"],
    );
}

#[test]
fn what_is_no_date_says_what_to_type() {
    let said = |typed: &str| {
        let why = exam_date(typed, "2026-11-27".parse().unwrap()).unwrap_err();
        said(&Failure::NoDate { typed: typed.to_owned(), why })
    };
    assert_eq!(said("soon"), ["\"soon\" is no date", "type it as 2026-12-31 or as Dec 31, or in 3 weeks"]);
    assert_eq!(said("12/11"), ["\"12/11\" can be read in two ways", "type 2026-12-11 or 2027-11-12"]);
    assert_eq!(said("Nov 1 2026")[0], "2026-11-01 is over");
}

#[test]
fn a_file_that_cannot_be_written_says_why() {
    let path = PathBuf::from("no-such-folder/out.gift");
    let io = |kind: io::ErrorKind| {
        Failure::Write(WriteError::Io { path: path.clone(), error: io::Error::from(kind) })
    };
    check(
        &io(io::ErrorKind::StorageFull),
        &[
            "the disk is full, or the file may not grow: no-such-folder/out.gift",
            "make room, and try again; what was there is as it was",
        ],
    );
    check(
        &io(io::ErrorKind::NotFound),
        &[
            "cannot write no-such-folder/out.gift: entity not found",
            "there is no folder no-such-folder; make it first",
        ],
    );
    check(
        &Failure::Write(WriteError::NotAFile { path: "/dev/lp0".into(), what: "a device or a pipe" }),
        &["/dev/lp0 is a device or a pipe, not a file", "leave -o out, and send the output there with >"],
    );
    check(
        &Failure::Write(WriteError::Exists("my bank.toml".into())),
        &[
            "my bank.toml is there already",
            "give another name; `analyze`, `export`, `import` and `progress` replace it with --force",
        ],
    );
}

#[test]
fn a_bank_that_cannot_be_read_says_why_and_quotes_what_is_typed_next() {
    check(
        &Failure::Catalog(CatalogError::Unreadable {
            path: "huge.toml".into(),
            error: ReadError::TooLarge,
            near: vec![],
        }),
        &[
            "cannot read the question bank huge.toml: it has more than 64 MB",
            "is it a bank? If so, make several files of it",
        ],
    );
    check(
        &Failure::BankErrors { errors: 2, file: Some(String::from("my bank.toml")) },
        &[
            "the question banks have 2 errors; this is the first",
            "`guardprep check \"my bank.toml\"` shows all of them",
        ],
    );
}

#[test]
fn a_progress_file_that_cannot_be_used_says_what_to_do() {
    let store = |cause| Failure::Store(StoreError { path: "p.db".into(), cause });
    check(
        &store(Cause::Full),
        &[
            "the disk is full, or the file may not grow: p.db",
            "make room, then type `guardprep resume`; every answer before this one is kept",
        ],
    );
    check(
        &store(Cause::Locked),
        &["another program holds the progress file p.db", "close the other guardprep, and try again"],
    );
}

#[test]
fn an_exam_that_cannot_be_says_which_option_to_change() {
    check(
        &Failure::ExamUnfit(Unfit::PassAboveQuestions(31, 30)),
        &[
            "31 right answers of 30 questions cannot be reached",
            "give --pass a number that can be reached, or a percent such as 70%",
        ],
    );
    check(
        &Failure::NoSuchExam { number: 3, of: 2 },
        &["there is no exam 3", "they go from 1 to 2; `guardprep progress` lists them"],
    );
}

#[test]
fn nothing_is_echoed_at_any_length() {
    let words = said(&Failure::unknown(Thing::Topic, &"x".repeat(1_000_000), []));
    assert!(words[0].len() < 1_200, "{} bytes", words[0].len());
    assert!(words[0].contains("[... 999"), "{}", words[0]);
}
