//! Values as tags.

/// A value as it may stand in a tag. Blanks part tags, `::` parts the levels of one, and Anki drops quotation marks.
pub(super) fn encoded(value: &str) -> String {
    let mut tag = String::with_capacity(value.len());
    for c in value.chars() {
        if c.is_whitespace() || c.is_control() || matches!(c, '%' | '"' | ':') {
            let mut bytes = [0; 4];
            tag.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            tag.push(c);
        }
    }
    tag
}

/// What [`encoded`] did, undone; a `%` that begins no code stays.
pub(super) fn decoded(tag: &str) -> String {
    let mut bytes = Vec::with_capacity(tag.len());
    let mut rest = tag.as_bytes();
    while let [first, after @ ..] = rest {
        if let (b'%', Some(byte)) = (first, code(after)) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The byte that two hexadecimal digits mean.
pub(super) fn code(text: &[u8]) -> Option<u8> {
    let digits = text.get(..2).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}
