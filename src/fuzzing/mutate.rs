//! Files with something changed: pieces swapped, repeated, left out, taken from other files, nested, cut; strange texts and
//! numbers in the place of others.

use std::ops::Range;

use super::dice::Dice;
use super::strange::{NUMBERS, PAIRS, TEXTS};

/// No file grows beyond this, so that many are gone through.
const MOST: usize = 12 * 1024;

/// Text with one to eight changes. `other` lends pieces.
pub(super) fn text(dice: &mut Dice, from: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = from.to_vec();
    for _ in 0..=dice.low(8) {
        change(dice, &mut bytes, other);
    }
    bytes.truncate(from.len().max(MOST));
    bytes
}

fn change(dice: &mut Dice, bytes: &mut Vec<u8>, other: &[u8]) {
    match dice.below(24) {
        0 | 1 => put(bytes, lines(dice, bytes), &[]),
        2 => again(dice, bytes, lines),
        3 => swap(dice, bytes, lines),
        4 | 5 => {
            let (at, piece) = (lines(dice, bytes).start, lines(dice, other));
            put(bytes, at..at, &other[piece]);
        }
        6 => put(bytes, token(dice, bytes), &[]),
        7 => again(dice, bytes, token),
        8 => swap(dice, bytes, token),
        9 | 10 => {
            let piece = token(dice, other);
            put(bytes, token(dice, bytes), &other[piece]);
        }
        11 | 12 => {
            let strange = dice.pick(TEXTS).copied().unwrap_or_default();
            let at = token(dice, bytes);
            let at = if dice.once_in(2) { at.start..at.start } else { at };
            put(bytes, at, strange.as_bytes());
        }
        13 => {
            let strange = dice.pick(NUMBERS).copied().unwrap_or_default();
            put(bytes, number(dice, bytes), strange.as_bytes());
        }
        14 => put(bytes, enclosed(dice, bytes), &[]),
        15 => again(dice, bytes, enclosed),
        16 => {
            let piece = enclosed(dice, other);
            put(bytes, enclosed(dice, bytes), &other[piece]);
        }
        17 => nest(dice, bytes),
        18 => {
            let at = dice.below(bytes.len());
            if let Some(byte) = bytes.get_mut(at) {
                *byte = if dice.once_in(2) { *byte ^ (1 << dice.below(8)) } else { dice.next() as u8 };
            }
        }
        19 => {
            let at = dice.below(bytes.len() + 1);
            if dice.once_in(3) { put(bytes, 0..at, &[]) } else { bytes.truncate(at) }
        }
        20 => repeat(dice, bytes),
        21 => {
            let (at, from) = (dice.below(bytes.len() + 1), dice.below(other.len() + 1));
            bytes.truncate(at);
            bytes.extend_from_slice(&other[from..]);
        }
        22 => everywhere(dice, bytes),
        _ => recode(dice, bytes),
    }
}

/// Puts something in the place of something.
pub(super) fn put(bytes: &mut Vec<u8>, place: Range<usize>, what: &[u8]) {
    if bytes.len() + what.len() <= 4 * MOST {
        bytes.splice(place, what.iter().copied());
    }
}

/// A piece comes twice, at its place or at another one.
fn again(dice: &mut Dice, bytes: &mut Vec<u8>, piece: impl Fn(&mut Dice, &[u8]) -> Range<usize>) {
    let what = piece(dice, bytes);
    let at = if dice.once_in(2) { what.end } else { piece(dice, bytes).start };
    let what = bytes[what].to_vec();
    put(bytes, at..at, &what);
}

/// Two pieces change places.
fn swap(dice: &mut Dice, bytes: &mut Vec<u8>, piece: impl Fn(&mut Dice, &[u8]) -> Range<usize>) {
    let (a, b) = (piece(dice, bytes), piece(dice, bytes));
    let (a, b) = if a.start <= b.start { (a, b) } else { (b, a) };
    if a.end <= b.start {
        let (first, second) = (bytes[a.clone()].to_vec(), bytes[b.clone()].to_vec());
        put(bytes, b, &first);
        put(bytes, a, &second);
    }
}

/// One to four lines.
fn lines(dice: &mut Dice, bytes: &[u8]) -> Range<usize> {
    let here = dice.below(bytes.len());
    let start = bytes[..here].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let mut end = start;
    for _ in 0..=dice.low(4) {
        end = bytes[end..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| end + at + 1);
    }
    start..end
}

/// A word, a number, a blank, a sign.
fn token(dice: &mut Dice, bytes: &[u8]) -> Range<usize> {
    let here = dice.below(bytes.len());
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte >= 0x80;
    let Some(byte) = bytes.get(here) else { return here..here };
    if !is_word(byte) {
        return here..here + 1;
    }
    let start = bytes[..here].iter().rposition(|byte| !is_word(byte)).map_or(0, |at| at + 1);
    let end = bytes[here..].iter().position(|byte| !is_word(byte)).map_or(bytes.len(), |at| here + at);
    start..end
}

/// Some digits, or a word where there are none.
fn number(dice: &mut Dice, bytes: &[u8]) -> Range<usize> {
    let here = dice.below(bytes.len());
    let Some(at) = bytes[here..].iter().position(u8::is_ascii_digit) else { return token(dice, bytes) };
    let start = here + at;
    let end =
        bytes[start..].iter().position(|byte| !byte.is_ascii_digit()).map_or(bytes.len(), |at| start + at);
    start..end
}

/// What a pair of signs encloses, or an element with its tags; with the signs or without.
fn enclosed(dice: &mut Dice, bytes: &[u8]) -> Range<usize> {
    let here = dice.below(bytes.len());
    if dice.once_in(2)
        && let Some(found) = element(&bytes[here..])
    {
        return here + found.start..here + found.end;
    }
    let (open, close) = PAIRS[dice.below(PAIRS.len())];
    let Some(start) = find(&bytes[here..], open.as_bytes()).map(|at| here + at) else {
        return token(dice, bytes);
    };
    let mut end = start + open.len();
    let mut depth = 1;
    while end < bytes.len() && depth > 0 {
        if bytes[end..].starts_with(close.as_bytes()) {
            depth -= 1;
            end += close.len();
        } else if bytes[end..].starts_with(open.as_bytes()) {
            depth += 1;
            end += open.len();
        } else {
            end += 1;
        }
    }
    if dice.once_in(2) || depth > 0 { start..end } else { start + open.len()..end - close.len() }
}

/// The first element of XML, to its end.
fn element(bytes: &[u8]) -> Option<Range<usize>> {
    let start = (0..bytes.len().saturating_sub(1))
        .find(|at| bytes[*at] == b'<' && bytes[at + 1].is_ascii_alphabetic())?;
    let name: Vec<u8> = bytes[start + 1..]
        .iter()
        .copied()
        .take_while(|byte| !byte.is_ascii_whitespace() && !b"/>".contains(byte))
        .collect();
    let (open, close) = ([b"<", &name[..]].concat(), [b"</", &name[..], b">"].concat());
    let (mut at, mut depth) = (start + 1, 1);
    while at < bytes.len() {
        if bytes[at..].starts_with(&close) {
            depth -= 1;
            at += close.len();
            if depth == 0 {
                return Some(start..at);
            }
        } else {
            depth += i32::from(bytes[at..].starts_with(&open));
            at += 1;
        }
    }
    None
}

pub(super) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len().max(1)).position(|window| window == what)
}

/// A piece stands within itself.
fn nest(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let outer = enclosed(dice, bytes);
    let whole = bytes[outer.clone()].to_vec();
    let mut nested = whole.clone();
    for _ in 0..=dice.low(6) {
        let inner = enclosed(dice, &nested);
        put(&mut nested, inner, &whole);
    }
    put(bytes, outer, &nested);
}

/// A piece comes many times.
fn repeat(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let piece = match dice.below(4) {
        0 => lines(dice, bytes),
        1 => enclosed(dice, bytes),
        _ => token(dice, bytes),
    };
    let what = bytes[piece.clone()].to_vec();
    let most = MOST / 2 / what.len().max(1);
    let times = 1 + dice.low(400.min(most + 1));
    put(bytes, piece, &what.repeat(times));
}

/// One word becomes another one, wherever it stands.
fn everywhere(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let what = token(dice, bytes);
    let what = bytes[what].to_vec();
    let strange = dice.pick(TEXTS).copied().unwrap_or_default().as_bytes();
    if what.is_empty() || strange.len() > 40 {
        return;
    }
    let (mut out, mut at) = (vec![], 0);
    while let Some(found) = find(&bytes[at..], &what).filter(|_| out.len() < MOST) {
        out.extend_from_slice(&bytes[at..at + found]);
        out.extend_from_slice(strange);
        at += found + what.len();
    }
    out.extend_from_slice(&bytes[at..]);
    *bytes = out;
}

/// Another encoding, another case, other line ends.
fn recode(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    *bytes = match dice.below(8) {
        0 => [&b"\xef\xbb\xbf"[..], bytes].concat(),
        1 => {
            [&b"\xff\xfe"[..], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat()
        }
        2 => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        3 => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect(),
        4 => text.replace('\n', "\r\n").into_bytes(),
        5 => text.replace('\n', "\r").into_bytes(),
        6 => text.to_uppercase().into_bytes(),
        _ => text.trim_end().as_bytes().to_vec(),
    };
}
