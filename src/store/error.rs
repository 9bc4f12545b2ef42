//! Why a progress file could not be used.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;

use crate::limits;

#[derive(Debug, Error)]
#[error("{}: {cause}", path.display())]
pub(crate) struct StoreError {
    pub(crate) path: PathBuf,
    #[source]
    pub(crate) cause: Cause,
}

#[derive(Debug, Error)]
pub(crate) enum Cause {
    #[error("this is not a progress file of guardprep")]
    NotOurs,
    #[error("the file is damaged")]
    Damaged,
    #[error("the file was written by a newer guardprep (schema {found}, this one knows {known})")]
    Newer { found: i64, known: i64 },
    #[error("the file was written by a newer guardprep (it holds events of the kind \"{0}\")")]
    NewerKind(String),
    /// Only for a file to be merged: it is damaged, probably copied in the middle of a write.
    #[error("the file is not whole")]
    TornCopy,
    #[error("the file was made or changed by another program: {0}")]
    Altered(String),
    #[error("the file is too large: {0}")]
    TooMuch(String),
    #[error("another program holds the file and did not let go of it")]
    Locked,
    #[error("the file cannot be written")]
    ReadOnly,
    #[error("the disk is full")]
    Full,
    #[error("the file cannot be read: {0}")]
    Unreadable(std::io::Error),
    #[error("the last write to the file was cut off, and it may not be written to put that right")]
    CutOff,
    #[error("{0}")]
    Folder(std::io::Error),
    #[error("{0}")]
    Other(rusqlite::Error),
}

impl Cause {
    pub(super) fn at(self, path: &Path) -> StoreError {
        StoreError { path: path.to_owned(), cause: self }
    }
}

impl From<rusqlite::Error> for Cause {
    fn from(error: rusqlite::Error) -> Self {
        let extended = error.sqlite_error().map(|error| error.extended_code);
        match error.sqlite_error_code() {
            Some(ErrorCode::ReadOnly) if extended == Some(rusqlite::ffi::SQLITE_READONLY_ROLLBACK) => {
                Self::CutOff
            }
            Some(ErrorCode::NotADatabase) => Self::NotOurs,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            // The file itself is open: it is the journal beside it that cannot be opened.
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Self::ReadOnly,
            Some(ErrorCode::OperationInterrupted) => Self::TooMuch(String::from("reading it takes too long")),
            // A quota or a file size limit shows as a failed write.
            Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure) => Self::Full,
            Some(ErrorCode::TooBig) => {
                let most = limits::VALUE >> 20;
                Self::TooMuch(format!("one of its values has more than {most} MB"))
            }
            None if matches!(
                error,
                rusqlite::Error::FromSqlConversionFailure(..)
                    | rusqlite::Error::InvalidColumnType(..)
                    | rusqlite::Error::Utf8Error(..)
            ) =>
            {
                Self::Damaged
            }
            _ => Self::Other(error),
        }
    }
}
