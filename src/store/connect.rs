//! Opens a progress file, and checks that it is ours and not newer before anything can be written to it.

use std::fs::{self, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::{Cause, migrate};
use crate::limits;

/// How long to wait for another program that has locked the file.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Creates the file and its folder, for their owner only. SQLite gives its journal the same permissions.
pub(super) fn create(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        let mut missing = fs::DirBuilder::new();
        missing.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut missing, 0o700);
        missing.create(folder)?;
    }
    let mut options = fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// The metadata of a file; `None` if there is no file or it is empty. A pipe or a device is refused without opening it,
/// which could block forever.
pub(super) fn metadata(path: &Path) -> Result<Option<Metadata>, Cause> {
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => Err(Cause::NotOurs),
        Ok(found) => Ok(Some(found).filter(|found| found.len() > 0)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(Cause::Unreadable(error)),
    }
}

/// The first 100 bytes of a file, if it looks like one of SQLite's.
pub(super) fn header(path: &Path) -> Result<[u8; 100], Cause> {
    let mut header = [0; 100];
    let mut file = fs::File::open(path).map_err(Cause::Unreadable)?;
    let read = file.read(&mut header).map_err(Cause::Unreadable)?;
    if read < MAGIC.len() || !header.starts_with(MAGIC) {
        return Err(Cause::NotOurs);
    }
    Ok(header)
}

/// Opens an existing file, for writing if that is allowed, and returns its schema.
///
/// Even a file that is only read is opened for writing: SQLite has to roll back what a crash left unfinished before it
/// can be read.
pub(super) fn open(path: &Path) -> Result<(Connection, i64), Cause> {
    if metadata(path)?.is_some() {
        header(path)?;
    }
    open_with(path, |connection| connection.pragma_update(None, "foreign_keys", true))
}

/// Opens a file and sets up the connection before anything is read.
pub(super) fn open_with(
    path: &Path,
    set_up: impl FnOnce(&Connection) -> rusqlite::Result<()>,
) -> Result<(Connection, i64), Cause> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(literal(path)?, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, limits::VALUE)?;
    set_up(&connection)?;
    // Read in one transaction: another guardprep may be creating the file at this moment.
    let looking = connection.unchecked_transaction()?;
    let found = migrate::recognized(&looking)?;
    looking.finish()?;
    Ok((connection, found))
}

/// A path that SQLite does not interpret: `:memory:` and `file:` have a special meaning to it.
fn literal(path: &Path) -> Result<PathBuf, Cause> {
    std::path::absolute(path).map_err(Cause::Folder)
}
