//! For fuzzing: what holds for any bytes of a terminal.

use super::Key;
use super::decode::{Decoded, decode};

/// Reads bytes as keys, all at once and as they come one by one, and returns what differs where the keys do.
pub(crate) fn check_keys(bytes: &[u8]) -> u64 {
    let (all, left) = keys(bytes);
    // No sequence is endless, and what could go on is short.
    assert!(bytes.len() - left < 40, "{} bytes wait", bytes.len() - left);
    // Ctrl-C is found in a sequence that is not finished: then it comes sooner.
    if !bytes.contains(&3) {
        let (mut slowly, mut waiting) = (vec![], vec![]);
        for byte in bytes {
            waiting.push(*byte);
            let (more, used) = keys(&waiting);
            slowly.extend(more);
            waiting.drain(..used);
        }
        assert_eq!(slowly, all, "{}", bytes.escape_ascii());
    }
    let interrupts = all.iter().filter(|key| **key == Key::Interrupt).count();
    assert!(interrupts > 0 || !bytes[..left].contains(&3) || bytes.contains(&0x1b), "Ctrl-C was lost");
    all.iter().fold(all.len() as u64, |sum, key| {
        sum.wrapping_mul(31) ^ u64::from(matches!(key, Key::Other | Key::Escape))
    })
}

/// The keys, and how many bytes they took.
fn keys(bytes: &[u8]) -> (Vec<Key>, usize) {
    let (mut keys, mut at) = (vec![], 0);
    while at < bytes.len() {
        let Decoded::Key(key, length) = decode(&bytes[at..]) else { break };
        assert!(length > 0 && length <= bytes.len() - at, "a key of {length} bytes");
        keys.push(key);
        at += length;
    }
    (keys, at)
}
