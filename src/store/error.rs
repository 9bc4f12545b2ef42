//! Why a progress file could not be used.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;

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
    #[error("another program holds the file and did not let go of it")]
    Locked,
    #[error("the file cannot be written")]
    ReadOnly,
    #[error("the disk is full")]
    Full,
    #[error("there is no such file")]
    Missing,
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
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotOurs,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            // A file that may not grow (a quota, a limit) reports a failed write.
            Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure | ErrorCode::TooBig) => Self::Full,
            None if matches!(
                error,
                rusqlite::Error::FromSqlConversionFailure(..) | rusqlite::Error::Utf8Error(..)
            ) =>
            {
                Self::Damaged
            }
            _ => Self::Other(error),
        }
    }
}
