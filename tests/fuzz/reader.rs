//! For cargo-fuzz: the reader that GUARDPREP_FUZZ_READER names. Half of the changes are made by what knows its format, half
//! by libFuzzer.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fn reader() -> &'static str {
    static READER: OnceLock<String> = OnceLock::new();
    READER
        .get_or_init(|| std::env::var("GUARDPREP_FUZZ_READER").expect("GUARDPREP_FUZZ_READER names a reader"))
}

fuzz_target!(|bytes: &[u8]| guardprep::check(reader(), bytes));

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    if seed % 2 == 0 {
        return fuzzer_mutate(data, size, most);
    }
    let seeds = guardprep::seeds(reader());
    let other = seeds.get(seed as usize / 2 % seeds.len().max(1)).map_or(&[][..], Vec::as_slice);
    let changed = guardprep::mutated(reader(), &data[..size], other, u64::from(seed));
    let length = changed.len().min(most);
    data[..length].copy_from_slice(&changed[..length]);
    length
});
