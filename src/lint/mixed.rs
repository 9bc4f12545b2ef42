//! A hash for short keys in memory, several times as fast as the one of the standard library: a multiplication for eight
//! bytes. It has a secret of its own in each run, so that no bank can be written whose words fall on one another.

use std::hash::{BuildHasher, Hasher, RandomState};

/// What hashes of one map begin with.
#[derive(Debug, Clone)]
pub(super) struct Secret {
    start: u64,
    factor: u64,
}

impl Default for Secret {
    fn default() -> Self {
        let random = RandomState::new();
        Self { start: random.hash_one(1), factor: random.hash_one(2) | 1 }
    }
}

impl BuildHasher for Secret {
    type Hasher = Mixed;

    fn build_hasher(&self) -> Mixed {
        Mixed { state: self.start, factor: self.factor }
    }
}

pub(super) struct Mixed {
    state: u64,
    factor: u64,
}

impl Mixed {
    /// Both halves of the product: each bit of the word reaches each bit of the state.
    fn mix(&mut self, word: u64) {
        let product = u128::from(self.state ^ word) * u128::from(self.factor);
        self.state = (product as u64) ^ ((product >> 64) as u64);
    }
}

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        // What is left is told apart from the same bytes with zeros after them.
        self.mix(u64::from_le_bytes(last) ^ ((rest.len() as u64 + 1) << 56));
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn write_u32(&mut self, number: u32) {
        self.mix(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }

    fn finish(&self) -> u64 {
        let product = u128::from(self.state) * u128::from(self.factor);
        (product as u64) ^ ((product >> 64) as u64)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::hash::BuildHasher;

    use super::Secret;

    #[test]
    fn keys_that_differ_little_have_hashes_that_differ_much() {
        let secret = Secret::default();
        let mut texts: Vec<String> = (0..20_000).map(|n| format!("{n}")).collect();
        texts.extend((0..20).flat_map(|n| ["a", "\0"].map(|letter| letter.repeat(n + 1))));
        texts.extend([String::new(), String::from("guard"), String::from("guards"), String::from("guard's")]);
        let hashes: BTreeSet<u64> = texts.iter().map(|text| secret.hash_one(text)).collect();
        assert_eq!(hashes.len(), texts.len());
        // The highest seven and the lowest bits choose the place in a map.
        for shift in [0, 57] {
            let places: BTreeSet<u64> = hashes.iter().map(|hash| (hash >> shift) & 127).collect();
            assert_eq!(places.len(), 128);
        }
        let runs: BTreeSet<u64> = (0..20_000_u32).map(|n| secret.hash_one([n % 7, n, 0])).collect();
        assert_eq!(runs.len(), 20_000);
        assert_ne!(secret.hash_one("guard"), Secret::default().hash_one("guard"));
    }
}
