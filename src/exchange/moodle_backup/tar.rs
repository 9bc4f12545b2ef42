//! One file out of a tar archive. What an entry says about its size is believed only as far as there are bytes.

use std::io::{self, Read};

const BLOCK: usize = 512;

/// The content of the file of this name, as far as it is no longer than `most` and a byte; a `./` before a name says
/// nothing. The archive is read only as far as that, and nothing else of it is kept.
pub(super) fn file(mut archive: impl Read, name: &str, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut head = [0; BLOCK];
    let mut is_first = true;
    while block(&mut archive, &mut head)? {
        if is_first && &head[257..262] != b"ustar" {
            break;
        }
        is_first = false;
        if head.iter().all(|&byte| byte == 0) {
            continue;
        }
        let Some(size) = size(&head[124..136]) else { return Ok(None) };
        let called = text(&head[..100]);
        let is_file = matches!(head[156], b'0' | 0);
        if is_file && called.strip_prefix("./").unwrap_or(called) == name {
            let mut content = vec![];
            archive.take(size.min(most + 1)).read_to_end(&mut content)?;
            return Ok(Some(content));
        }
        let Some(whole) = size.checked_next_multiple_of(BLOCK as u64) else { return Ok(None) };
        io::copy(&mut archive.by_ref().take(whole), &mut io::sink())?;
    }
    if is_first {
        return Err(io::Error::other("what is compressed in it is no archive"));
    }
    Ok(None)
}

/// Reads a block; false if less than one is left.
fn block(archive: &mut impl Read, block: &mut [u8; BLOCK]) -> io::Result<bool> {
    match archive.read_exact(block) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof && error.get_ref().is_none() => Ok(false),
        Err(error) => Err(error),
    }
}

fn text(field: &[u8]) -> &str {
    let end = field.iter().position(|&byte| byte == 0).unwrap_or(field.len());
    std::str::from_utf8(&field[..end]).unwrap_or_default()
}

/// A number in octal digits, or in bytes where its first bit says so.
fn size(field: &[u8]) -> Option<u64> {
    if field[0] & 0x80 != 0 {
        let mut bytes = field[4..].iter();
        return bytes.try_fold(0u64, |size, &byte| size.checked_mul(256)?.checked_add(byte.into()));
    }
    u64::from_str_radix(text(field).trim(), 8).ok()
}
