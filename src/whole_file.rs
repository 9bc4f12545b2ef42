//! Writes a file whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

#[derive(Debug, Error)]
pub(crate) enum WriteError {
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    #[error("cannot write {}: {error}", path.display())]
    Io { path: PathBuf, error: io::Error },
}

/// Writes into a temporary file beside `path`, then gives it its name: a full disk or a power cut leaves what was
/// there. What is there is replaced only with `force`.
pub(crate) fn write(path: &Path, bytes: &[u8], force: bool) -> Result<(), WriteError> {
    if !force && path.symlink_metadata().is_ok() {
        return Err(WriteError::Exists(path.to_owned()));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let put = || -> io::Result<()> {
        let mut file = fs::File::create_new(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&beside, path)
    };
    put().map_err(|error| {
        // It may never have been made.
        let _ = fs::remove_file(&beside);
        WriteError::Io { path: path.to_owned(), error }
    })
}
