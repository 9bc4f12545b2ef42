//! Reads a file whole, up to a limit, and never waits for one that nobody writes.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use thiserror::Error;

/// A bank of 10,000 questions has about 13 megabytes; a file beyond this is something else.
pub(crate) const MOST_BYTES: u64 = 64 * 1024 * 1024;

#[derive(Debug, Error)]
pub(crate) enum ReadError {
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("it has more than {} megabytes", MOST_BYTES / 1_048_576)]
    TooLarge,
    #[error("it is {0}, not a file")]
    NotAFile(&'static str),
}

/// The bytes of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, ReadError> {
    // Opening a pipe waits for a writer, who may never come; the pipe of a shell's `<(...)` has one.
    let found = fs::metadata(path)?;
    if found.is_dir() {
        return Err(ReadError::NotAFile("a folder"));
    }
    if !found.is_file() && !is_handed_down(path) {
        return Err(ReadError::NotAFile("a device or a pipe"));
    }
    if found.is_file() && found.len() > MOST_BYTES {
        return Err(ReadError::TooLarge);
    }
    read_from(File::open(path)?)
}

/// The bytes of a stream, which may have no end.
pub(crate) fn read_from(stream: impl Read) -> Result<Vec<u8>, ReadError> {
    let mut bytes = vec![];
    stream.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES { Err(ReadError::TooLarge) } else { Ok(bytes) }
}

/// Whether a path names a stream that was open when the program began.
fn is_handed_down(path: &Path) -> bool {
    path == Path::new("/dev/stdin") || path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd")
}
