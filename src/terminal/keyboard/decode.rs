//! Decodes bytes from a terminal as keys: UTF-8, control characters, escape sequences.

use super::Key;

/// The longest sequence that is taken for one key.
const LONGEST: usize = 32;

/// What some bytes begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decoded {
    /// A key and the number of its bytes.
    Key(Key, usize),
    /// A sequence that may continue.
    Unfinished,
}

/// The first key in some bytes, which must not be empty.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let one = |key| Decoded::Key(key, 1);
    match bytes[0] {
        0x03 => one(Key::Interrupt),
        0x04 => one(Key::End),
        b'\r' | b'\n' => one(Key::Enter),
        0x08 | 0x7f => one(Key::Backspace),
        0x1b => escape(bytes),
        byte if byte.is_ascii_control() => one(Key::Other),
        byte if byte.is_ascii() => one(Key::Char(char::from(byte))),
        _ => character(bytes),
    }
}

/// `ESC [ parameters letter`, `ESC O letter`, `ESC character`.
fn escape(bytes: &[u8]) -> Decoded {
    // Ctrl-C counts even in the middle of a sequence.
    if let Some(at) = bytes.iter().take(LONGEST).position(|&byte| byte == 0x03) {
        return Decoded::Key(Key::Interrupt, at + 1);
    }
    let end = match bytes.get(1) {
        None => return Decoded::Unfinished,
        Some(b'O') => (bytes.len() > 2).then_some(2),
        Some(b'[') => {
            bytes.iter().take(LONGEST).skip(2).position(|byte| !(0x20..=0x3f).contains(byte)).map(|at| at + 2)
        }
        Some(0x1b) => return Decoded::Key(Key::Escape, 1),
        Some(byte) if byte.is_ascii() => return Decoded::Key(Key::Other, 2),
        Some(_) => {
            return match character(&bytes[1..]) {
                Decoded::Key(_, length) => Decoded::Key(Key::Other, 1 + length),
                Decoded::Unfinished => Decoded::Unfinished,
            };
        }
    };
    let Some(end) = end else {
        return if bytes.len() < LONGEST { Decoded::Unfinished } else { Decoded::Key(Key::Other, LONGEST) };
    };
    let key = match (&bytes[2..end], bytes[end]) {
        // With a modifier the parameters are `1;5` and the like.
        (_, b'A') => Key::Up,
        (_, b'B') => Key::Down,
        (_, b'C') | (b"6", b'~') => Key::Forward,
        (_, b'D') | (b"5", b'~') => Key::Back,
        // An old mouse report: three bytes of any value follow.
        (b"", b'M') if bytes.len() < end + 4 => return Decoded::Unfinished,
        (b"", b'M') => return Decoded::Key(Key::Other, end + 4),
        _ => Key::Other,
    };
    Decoded::Key(key, end + 1)
}

/// A character of more than one byte.
fn character(bytes: &[u8]) -> Decoded {
    let head = &bytes[..bytes.len().min(4)];
    let valid = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() > 0 => {
            std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(error) => {
            return match error.error_len() {
                None => Decoded::Unfinished,
                Some(length) => Decoded::Key(Key::Other, length),
            };
        }
    };
    match valid.chars().next() {
        Some(c) => Decoded::Key(Key::Char(c), c.len_utf8()),
        None => Decoded::Unfinished,
    }
}

#[cfg(test)]
mod tests {
    use super::Decoded::{self, Unfinished};
    use super::{Key, decode};

    /// All keys of some bytes; what is left is unfinished.
    fn keys(mut bytes: &[u8]) -> (Vec<Key>, usize) {
        let mut keys = vec![];
        while !bytes.is_empty() {
            match decode(bytes) {
                Decoded::Key(key, length) => {
                    keys.push(key);
                    bytes = &bytes[length..];
                }
                Unfinished => break,
            }
        }
        (keys, bytes.len())
    }

    #[test]
    fn bytes_are_keys() {
        use Key::{Back, Backspace, Char, Down, End, Enter, Escape, Forward, Interrupt, Other, Up};
        for (bytes, expected) in [
            (&b"aB?"[..], &[Char('a'), Char('B'), Char('?')][..]),
            (b"\r\n\x7f\x08\x04\x03", &[Enter, Enter, Backspace, Backspace, End, Interrupt]),
            ("é警👮".as_bytes(), &[Char('é'), Char('警'), Char('👮')]),
            (b"\xff\xc3a", &[Other, Other, Char('a')]),
            (b"\x13\x11\t\0", &[Other, Other, Other, Other]),
            (b"\x1b[C\x1b[D\x1b[A\x1b[B\x1bOA", &[Forward, Back, Up, Down, Up]),
            (b"\x1bOC\x1bOD\x1bOP", &[Forward, Back, Other]),
            (b"\x1b[1;5C\x1b[5~\x1b[6~\x1b[3~", &[Forward, Back, Forward, Other]),
            (b"\x1b[M !!a\x1b[<0;1;1Mb", &[Other, Char('a'), Other, Char('b')]),
            (b"\x1ba\x1b\xc3\xa9b", &[Other, Other, Char('b')]),
            (b"\x1b\x1b[C", &[Escape, Forward]),
            (b"\x1b[?1;2ca", &[Other, Char('a')]),
        ] {
            assert_eq!(keys(bytes), (expected.to_vec(), 0), "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn what_may_go_on_is_waited_for_and_nothing_holds_up_ctrl_c() {
        for bytes in
            [&b"\x1b"[..], b"\x1b[", b"\x1b[<", b"\x1b[?1;2", b"\x1bO", b"\x1b[M a", b"\xc3", b"\x1b\xc3"]
        {
            assert_eq!(decode(bytes), Unfinished, "{}", bytes.escape_ascii());
        }
        for bytes in [&b"\x1b[\x03"[..], b"\x1b[<1;\x03", b"\x1b\x03", b"\x1b[M\x03"] {
            assert_eq!(keys(bytes), (vec![Key::Interrupt], 0), "{}", bytes.escape_ascii());
        }
        let (all, left) = keys(&[&b"\x1b["[..], &[b'1'; 1_000]].concat());
        assert_eq!((all[0], left), (Key::Other, 0), "no sequence is endless");
    }
}
