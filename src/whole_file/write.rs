//! Writes a file whole or not at all.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};
use thiserror::Error;

#[derive(Debug, Error)]
pub(crate) enum WriteError {
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// A folder, a device, a pipe: nothing that is replaced.
    #[error("{} is {what}, not a file", path.display())]
    NotAFile { path: PathBuf, what: &'static str },
    #[error("{} is there, and it is no folder", .0.display())]
    NotAFolder(PathBuf),
    #[error("cannot write {}: {error}", path.display())]
    Io { path: PathBuf, error: io::Error },
}

/// How the name of a file begins that is not finished yet.
const BEGUN: &str = ".guardprep-";
/// And how it ends.
const PART: &str = ".part";

/// Writes into a temporary file beside `path`, then gives it its name: a full disk or a power cut leaves what was
/// there. What is there is replaced only with `force`, and keeps its permissions; a link stays one.
pub(crate) fn write(path: &Path, bytes: &[u8], force: bool) -> Result<(), WriteError> {
    // As every new file: what the user's mask leaves of it.
    write_as(path, bytes, force, 0o666)
}

/// The same for this user's eyes only.
pub(crate) fn write_private(path: &Path, bytes: &[u8], force: bool) -> Result<(), WriteError> {
    write_as(path, bytes, force, 0o600)
}

fn write_as(path: &Path, bytes: &[u8], force: bool, mode: u32) -> Result<(), WriteError> {
    let io = |error| WriteError::Io { path: path.to_owned(), error };
    let replaced = is_free(path, force)?;
    let target = if replaced.is_some() { fs::canonicalize(path).map_err(io)? } else { path.to_owned() };
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    sweep(folder);
    let put = || -> io::Result<()> {
        let mut part = begin(folder, replaced.as_ref(), mode)?;
        part.write_all(bytes)?;
        part.as_file().sync_all()?;
        if replaced.is_some() {
            part.persist(&target).map_err(|error| error.error)?
        } else {
            name(part, &target)?
        };
        // Some file systems cannot sync a folder; the file itself is on disk.
        #[cfg(unix)]
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
        Ok(())
    };
    // Swept away by another guardprep, in the moment before the lock: once more.
    let done = put().or_else(|error| {
        if error.kind() == ErrorKind::NotFound && folder.is_dir() { put() } else { Err(error) }
    });
    done.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists if replaced.is_none() => WriteError::Exists(path.to_owned()),
        _ => io(error),
    })
}

/// Whether a file of this name may be written; gives what it would replace.
pub(crate) fn is_free(path: &Path, force: bool) -> Result<Option<fs::Metadata>, WriteError> {
    if path.symlink_metadata().is_err() {
        return Ok(None);
    }
    let what = match fs::metadata(path) {
        Ok(found) if found.is_dir() => "a folder",
        Ok(found) if !found.is_file() => "a device or a pipe",
        Ok(_) if !force => return Err(WriteError::Exists(path.to_owned())),
        Ok(found) => return Ok(Some(found)),
        Err(_) => "a link to nowhere",
    };
    Err(WriteError::NotAFile { path: path.to_owned(), what })
}

/// Makes a folder and those above it, unless they are there.
pub(crate) fn create_folder(path: &Path) -> Result<(), WriteError> {
    match fs::create_dir_all(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(WriteError::NotAFolder(path.to_owned()))
        }
        Err(error) => Err(WriteError::Io { path: path.to_owned(), error }),
        Ok(()) => Ok(()),
    }
}

/// A temporary file that is locked for as long as somebody writes it.
fn begin(folder: &Path, replaced: Option<&fs::Metadata>, mode: u32) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(BEGUN).suffix(PART);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    let part = builder.tempfile_in(folder)?;
    if let Some(replaced) = replaced {
        part.as_file().set_permissions(replaced.permissions())?;
    }
    // Where files cannot be locked nothing is swept either.
    let _ = part.as_file().try_lock();
    Ok(part)
}

/// Gives a file its name unless there is one of that name, in one step where the file system can.
fn name(part: NamedTempFile, target: &Path) -> io::Result<File> {
    let refused = match part.persist_noclobber(target) {
        Ok(file) => return Ok(file),
        Err(refused) => refused,
    };
    // FAT knows neither hard links nor a rename that replaces nothing.
    let can_not = matches!(
        refused.error.kind(),
        ErrorKind::Unsupported | ErrorKind::PermissionDenied | ErrorKind::InvalidInput
    );
    if can_not && target.symlink_metadata().is_err() {
        return refused.file.persist(target).map_err(|error| error.error);
    }
    Err(refused.error)
}

/// Removes what a guardprep left that was killed while it wrote: a file that nobody holds the lock of.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if !is_part(&entry.file_name()) || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let Ok(file) = File::open(entry.path()) else { continue };
        if !matches!(file.try_lock(), Err(TryLockError::WouldBlock | TryLockError::Error(_))) {
            drop(file);
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_part(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with(BEGUN) && name.ends_with(PART))
}
