//! Connects to a progress file, and makes sure that it is ours and not newer before anything could be written to it.

use std::fs::{self, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::{Cause, migrate};

/// How long to wait for another program that holds the file.
const PATIENCE: Duration = Duration::from_secs(10);

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Makes the file, for this user's eyes only, and its folder.
pub(super) fn create(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut options = fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// What is known of a file without opening it; `None` where there is none, or one in which nothing was written yet.
/// A pipe or a device is never opened: that could wait for ever.
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

/// The first bytes of a file that SQLite can have written.
pub(super) fn header(path: &Path) -> Result<[u8; 100], Cause> {
    let mut header = [0; 100];
    let mut file = fs::File::open(path).map_err(Cause::Unreadable)?;
    let read = file.read(&mut header).map_err(Cause::Unreadable)?;
    if read < MAGIC.len() || !header.starts_with(MAGIC) {
        return Err(Cause::NotOurs);
    }
    Ok(header)
}

/// Opens an existing file, for writing where that is allowed, and says which schema it has.
///
/// Also what is only looked at is opened for writing: what a crash left half-done has to be rolled back before the file
/// can be read.
pub(super) fn open(path: &Path) -> Result<(Connection, i64), Cause> {
    if metadata(path)?.is_some() {
        header(path)?;
    }
    open_with(path, |connection| connection.pragma_update(None, "foreign_keys", true))
}

/// Opens a file and sets it up, before anything is read in it.
pub(super) fn open_with(
    path: &Path,
    set_up: impl FnOnce(&Connection) -> rusqlite::Result<()>,
) -> Result<(Connection, i64), Cause> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(literal(path)?, flags)?;
    connection.busy_timeout(PATIENCE)?;
    set_up(&connection)?;
    // Looked at in one transaction: another guardprep may be making the file at this moment.
    let looking = connection.unchecked_transaction()?;
    let found = migrate::recognized(&looking)?;
    looking.finish()?;
    Ok((connection, found))
}

/// A path that SQLite takes for a path: `:memory:` and `file:` mean something else to it.
fn literal(path: &Path) -> Result<PathBuf, Cause> {
    std::path::absolute(path).map_err(Cause::Folder)
}
