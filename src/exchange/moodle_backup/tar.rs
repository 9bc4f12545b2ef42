//! One file out of a tar archive. What an entry says about its size is believed only as far as there are bytes.

const BLOCK: usize = 512;

/// The content of the file of this name; a `./` before a name says nothing.
pub(super) fn file<'t>(bytes: &'t [u8], name: &str) -> Option<&'t [u8]> {
    let mut rest = bytes;
    while rest.len() >= BLOCK {
        let (head, behind) = rest.split_at(BLOCK);
        if head.iter().all(|&byte| byte == 0) {
            rest = behind;
            continue;
        }
        let size = size(&head[124..136])?;
        let content = &behind[..size.min(behind.len())];
        let called = text(&head[..100]);
        let is_file = matches!(head[156], b'0' | 0);
        if is_file && called.strip_prefix("./").unwrap_or(called) == name {
            return Some(content);
        }
        let whole = size.checked_next_multiple_of(BLOCK)?;
        rest = behind.get(whole..)?;
    }
    None
}

/// Whether some bytes begin as a tar archive does.
pub(super) fn is_tar(bytes: &[u8]) -> bool {
    bytes.len() > BLOCK && &bytes[257..262] == b"ustar"
}

fn text(field: &[u8]) -> &str {
    let end = field.iter().position(|&byte| byte == 0).unwrap_or(field.len());
    std::str::from_utf8(&field[..end]).unwrap_or_default()
}

/// A number in octal digits, or in bytes where its first bit says so.
fn size(field: &[u8]) -> Option<usize> {
    if field[0] & 0x80 != 0 {
        let mut bytes = field[4..].iter();
        return bytes.try_fold(0usize, |size, &byte| size.checked_mul(256)?.checked_add(byte.into()));
    }
    usize::from_str_radix(text(field).trim(), 8).ok()
}
