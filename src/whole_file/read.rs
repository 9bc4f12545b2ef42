//! Reads a file whole, up to a limit, and never waits for one that nobody writes.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use thiserror::Error;

use crate::limits::{self, MB};

#[derive(Debug, Error)]
pub(crate) enum ReadError {
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("it has more than {} MB", limits::FILE / MB)]
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
    if found.is_file() && found.len() > limits::FILE {
        return Err(ReadError::TooLarge);
    }
    read_into(Vec::with_capacity(found.len() as usize + 1), File::open(path)?)
}

/// The bytes of a stream, which may have no end.
pub(crate) fn read_from(stream: impl Read) -> Result<Vec<u8>, ReadError> {
    read_into(vec![], stream)
}

fn read_into(mut bytes: Vec<u8>, stream: impl Read) -> Result<Vec<u8>, ReadError> {
    stream.take(limits::FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limits::FILE { Err(ReadError::TooLarge) } else { Ok(bytes) }
}

/// Whether a path names a stream that was open when the program began.
fn is_handed_down(path: &Path) -> bool {
    path == Path::new("/dev/stdin") || path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd")
}
