//! Ids as they are kept: 16 bytes for the 32 digits that guardprep makes, and the text itself for any other.

use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, ValueRef};

use super::Cause;

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// An id as it is written. Only digits in lower case come back the same from bytes.
pub(super) enum Packed<'i> {
    Bytes([u8; 16]),
    Text(&'i str),
}

pub(super) fn pack(id: &str) -> Packed<'_> {
    let digit = |digit: &u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let bytes = || -> Option<[u8; 16]> {
        let digits: &[u8; 32] = id.as_bytes().try_into().ok()?;
        let mut bytes = [0; 16];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = digit(&pair[0])? << 4 | digit(&pair[1])?;
        }
        Some(bytes)
    };
    bytes().map_or(Packed::Text(id), Packed::Bytes)
}

/// The id that was packed. Files up to schema 3 keep only texts.
pub(super) fn unpack(kept: ValueRef<'_>) -> Result<String, Cause> {
    match kept {
        ValueRef::Text(text) => String::from_utf8(text.to_vec()).map_err(|_| Cause::Damaged),
        ValueRef::Blob(bytes) if bytes.len() == 16 => {
            let mut text = [0; 32];
            for ([high, low], byte) in text.as_chunks_mut().0.iter_mut().zip(bytes) {
                *high = DIGITS[usize::from(byte >> 4)];
                *low = DIGITS[usize::from(byte & 15)];
            }
            str::from_utf8(&text).map(ToOwned::to_owned).map_err(|_| Cause::Damaged)
        }
        _ => Err(Cause::Damaged),
    }
}

impl ToSql for Packed<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}
