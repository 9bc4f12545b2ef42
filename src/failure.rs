//! A command that could not do its work: what happened, what to type next, and the exit code.

use std::io;

use crate::catalog::CatalogError;
use crate::store::{Cause, StoreError};
use crate::whole_file::WriteError;

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done, whatever the score.
    Done = 0,
    /// Done, and the answer is no.
    No = 1,
    /// It could not be done.
    CouldNot = 2,
    /// Interrupted, and everything is kept.
    Interrupted = 130,
}

/// Why a command stopped, in words for a person.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The reader of our output has gone: that is no error.
    BrokenPipe,
    Told {
        message: String,
        hints: Vec<String>,
    },
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self::Told { message: message.into(), hints: vec![] }
    }

    /// Adds the next thing to type.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        if let Self::Told { hints, .. } = &mut self {
            hints.push(hint.into());
        }
        self
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::BrokenPipe
        } else {
            Self::new(format!("cannot write or read: {error}"))
        }
    }
}

impl From<CatalogError> for Failure {
    fn from(error: CatalogError) -> Self {
        let failure = Self::new(error.to_string());
        match error {
            CatalogError::Unreadable { near, .. } if !near.is_empty() => {
                failure.hint(format!("did you mean {}?", near.join(" or ")))
            }
            CatalogError::Unreadable { .. } => {
                failure.hint("a bank is a file or a folder of files that end in .toml")
            }
            CatalogError::TooLarge { .. } => failure.hint("is it a bank? If so, make several files of it"),
            CatalogError::NoBank { .. } => failure.hint("a bank is a file that ends in .toml"),
        }
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        let failure = Self::new(error.to_string());
        match error {
            WriteError::Exists(_) => {
                failure.hint("give another name; `export` and `import` replace it with --force")
            }
            WriteError::Io { .. } => failure.hint("is the folder there, and may you write to it?"),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let path = error.path.display();
        let untouched =
            "it was left as it was; give another file with --progress, or practise with --no-save";
        match error.cause {
            Cause::NotOurs => Self::new(format!("{path} is not a progress file of guardprep")).hint(untouched),
            Cause::Damaged => Self::new(format!("the progress file {path} is damaged"))
                .hint("put a copy of it back if you have one; `guardprep progress merge FILE` joins older copies")
                .hint(untouched),
            Cause::Newer { found, known } => Self::new(format!(
                "the progress file {path} was written by a newer guardprep (schema {found}; this one knows {known})"
            ))
            .hint("install the newer guardprep again")
            .hint(untouched),
            Cause::NewerKind(_) => {
                Self::new(format!("the progress file {path} was written by a newer guardprep"))
                    .hint("install the newer guardprep again")
                    .hint(untouched)
            }
            Cause::Altered(how) => Self::new(format!("{path} is not as guardprep writes it: {how}"))
                .hint("nothing of it was taken in; `guardprep progress backup FILE` makes a copy to merge"),
            Cause::TooMuch(how) => Self::new(format!("{path} is too large to be a progress file: {how}"))
                .hint("nothing of it was taken in"),
            Cause::Unreadable(io) => Self::new(format!("the progress file {path} cannot be read: {io}"))
                .hint("it was left as it was; give another file with --progress, or practise with --no-save"),
            Cause::CutOff => Self::new(format!("the last write to the progress file {path} was cut off"))
                .hint("to read it, it has to be put right first: make it and its folder writable, or copy both files"),
            Cause::Locked => Self::new(format!("another program holds the progress file {path}"))
                .hint("close the other guardprep, and try again"),
            Cause::ReadOnly => Self::new(format!("the progress file {path} cannot be written"))
                .hint("set GUARDPREP_HOME to a folder you can write to, or give --progress FILE"),
            Cause::Full => Self::new(format!("the disk is full, or the file may not grow: {path}"))
                .hint("make room, then type `guardprep resume`; every answer before this one is kept"),
            Cause::Folder(io) => Self::new(format!("cannot use {path}: {io}"))
                .hint("set GUARDPREP_HOME to a folder you can write to, or give --progress FILE"),
            Cause::Other(other) => Self::new(format!("the progress file {path} could not be used: {other}")),
        }
    }
}
