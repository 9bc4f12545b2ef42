//! Numbers and texts as bytes, and back. Reading is total: any bytes give a value or `None`.

/// Bytes that are written from the front.
#[derive(Default)]
pub(super) struct Writer(Vec<u8>);

impl Writer {
    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    pub(super) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// Small numbers of either sign are short.
    pub(super) fn signed(&mut self, number: i64) {
        self.number((number.cast_unsigned() << 1) ^ (number >> 63).cast_unsigned());
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    /// A number of things, and then each.
    pub(super) fn list<T>(
        &mut self,
        things: impl ExactSizeIterator<Item = T>,
        mut put: impl FnMut(&mut Self, T),
    ) {
        self.number(things.len() as u64);
        for thing in things {
            put(self, thing);
        }
    }

    /// Bytes whose number the reader knows.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// What was written, behind its checksum.
    pub(super) fn sealed(self) -> Vec<u8> {
        let mut sealed = sum(&self.0).to_le_bytes().to_vec();
        sealed.extend(self.0);
        sealed
    }
}

/// So many things of a list have room before they are read.
const MOST_AT_ONCE: usize = 1024;

/// Bytes that are read from the front.
pub(super) struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    /// `None` if the checksum is not that of the bytes.
    pub(super) fn open(sealed: &'b [u8]) -> Option<Self> {
        let (told, bytes) = sealed.split_first_chunk::<8>()?;
        (u64::from_le_bytes(*told) == sum(bytes)).then_some(Self(bytes))
    }

    /// How many bytes there are still.
    pub(super) fn left(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[inline]
    pub(super) fn number(&mut self) -> Option<u64> {
        // Nearly every number is among these; a byte at a time would take as long as all else.
        if let Some((bytes, _)) = self.0.split_first_chunk::<8>() {
            let word = u64::from_le_bytes(*bytes);
            let ends = !word & 0x8080_8080_8080_8080;
            if ends != 0 {
                let bits = ends.trailing_zeros() + 1;
                self.0 = &self.0[bits as usize / 8..];
                // Sevens of bits move together, then fourteens, then twenty-eights.
                let word = word & (u64::MAX >> (64 - bits)) & 0x7f7f_7f7f_7f7f_7f7f;
                let word = word & 0x007f_007f_007f_007f | (word & 0x7f00_7f00_7f00_7f00) >> 1;
                let word = word & 0x0000_3fff_0000_3fff | (word & 0x3fff_0000_3fff_0000) >> 2;
                return Some(word & 0x0fff_ffff | (word & 0x0fff_ffff_0000_0000) >> 4);
            }
        }
        let mut number = 0_u64;
        for (at, &byte) in self.0.iter().take(10).enumerate() {
            let bits = u64::from(byte & 0x7f);
            if at == 9 && bits > 1 {
                return None;
            }
            number |= bits << (7 * at);
            if byte < 0x80 {
                self.0 = &self.0[at + 1..];
                return Some(number);
            }
        }
        None
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    pub(super) fn index(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    pub(super) fn flag(&mut self) -> Option<bool> {
        match self.number()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    pub(super) fn text(&mut self) -> Option<&'b str> {
        let length = self.index()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        str::from_utf8(text).ok()
    }

    /// How many things follow. Each has a byte at least, so a number that was made up makes no room for itself.
    pub(super) fn length(&mut self) -> Option<usize> {
        self.index().filter(|&length| length <= self.0.len())
    }

    /// A number of things of the same length, and then each.
    pub(super) fn rows<const N: usize>(&mut self) -> Option<&'b [[u8; N]]> {
        let length = self.index()?.checked_mul(N)?;
        let (rows, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(rows.as_chunks().0)
    }

    pub(super) fn list<T>(&mut self, mut get: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.length()?;
        // What a made-up number asks for is not given at once.
        let mut things = Vec::with_capacity(length.min(MOST_AT_ONCE));
        for _ in 0..length {
            things.push(get(self)?);
        }
        Some(things)
    }
}

/// Changed bytes behind the checksum that they would have.
#[cfg(any(test, fuzzing))]
pub(super) fn forged(sealed: &[u8], change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = sealed.get(8..).unwrap_or_default().to_vec();
    change(&mut bytes);
    Writer(bytes).sealed()
}

/// Tells bytes that were torn from those that were written. It takes eight at a time: a byte at a time would take as long
/// as everything else.
fn sum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let words = words.iter().copied().chain([last, (bytes.len() as u64).to_le_bytes()]);
    words.fold(0xcbf2_9ce4_8422_2325, |sum, word| {
        (sum ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
    })
}
