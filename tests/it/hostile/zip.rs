//! Packages as nobody's program writes them: every field says what it is told to say.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, FlushCompress};

/// A file in a package.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) name: Vec<u8>,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    /// What the package says about the sizes and the sum.
    pub(crate) packed: u32,
    pub(crate) unpacked: u32,
    pub(crate) sum: u32,
    pub(crate) mode: u32,
    pub(crate) data: Vec<u8>,
    /// Where it says the file begins, instead of where it does.
    pub(crate) at: Option<u32>,
}

impl Entry {
    pub(crate) fn stored(name: impl Into<Vec<u8>>, data: impl Into<Vec<u8>>) -> Self {
        let data = data.into();
        let size = data.len() as u32;
        let mut sum = flate2::Crc::new();
        sum.update(&data);
        Self {
            name: name.into(),
            method: 0,
            flags: 0,
            packed: size,
            unpacked: size,
            sum: sum.sum(),
            mode: 0o10_0644,
            data,
            at: None,
        }
    }

    pub(crate) fn deflated(name: impl Into<Vec<u8>>, data: &[u8]) -> Self {
        let mut encoder = DeflateEncoder::new(vec![], Compression::fast());
        encoder.write_all(data).unwrap();
        let packed = encoder.finish().unwrap();
        let plain = Self::stored(name, data);
        Self { method: 8, packed: packed.len() as u32, data: packed, ..plain }
    }

    /// A file of which so many megabytes come out, all of them the same; what stands before and behind them is given.
    pub(crate) fn bomb(name: impl Into<Vec<u8>>, before: &[u8], megabytes: usize) -> Self {
        let data = bomb(before, megabytes);
        let plain = Self::stored(name, data);
        Self { method: 8, unpacked: (before.len() + megabytes * 1024 * 1024) as u32, ..plain }
    }
}

/// A stream of deflate from which much comes out: blocks that end on a byte may be repeated.
fn bomb(before: &[u8], megabytes: usize) -> Vec<u8> {
    let mut deflate = flate2::Compress::new(Compression::best(), false);
    let mut block = |bytes: &[u8]| {
        let mut packed = Vec::with_capacity(64 * 1024 + bytes.len());
        deflate.compress_vec(bytes, &mut packed, FlushCompress::Full).unwrap();
        packed
    };
    let (before, megabyte) = (block(before), block(&vec![b' '; 1024 * 1024]));
    let mut stream = before;
    for _ in 0..megabytes {
        stream.extend(&megabyte);
    }
    // The last block: empty, with fixed codes.
    stream.extend([0x03, 0x00]);
    stream
}

/// A package of these files.
pub(crate) fn zip(entries: &[Entry]) -> Vec<u8> {
    zip_claiming(entries, entries.len() as u16)
}

/// The same, with the number of files that it says it has.
pub(crate) fn zip_claiming(entries: &[Entry], count: u16) -> Vec<u8> {
    let (mut bytes, mut directory) = (vec![], vec![]);
    for entry in entries {
        let at = entry.at.unwrap_or(bytes.len() as u32);
        let mut common = vec![];
        for field in [20, entry.flags, entry.method, 0, 33] {
            common.extend(field.to_le_bytes());
        }
        for field in [entry.sum, entry.packed, entry.unpacked] {
            common.extend(field.to_le_bytes());
        }
        common.extend((entry.name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        if entry.at.is_none() {
            bytes.extend(b"PK\x03\x04");
            bytes.extend(&common);
            bytes.extend(&entry.name);
            bytes.extend(&entry.data);
        }
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(&common);
        directory.extend([0; 6]);
        directory.extend((entry.mode << 16).to_le_bytes());
        directory.extend(at.to_le_bytes());
        directory.extend(&entry.name);
    }
    let at = bytes.len() as u32;
    let size = directory.len() as u32;
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(size.to_le_bytes());
    bytes.extend(at.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

/// What is compressed with gzip, again and again in one file.
pub(crate) fn gzip(bytes: &[u8], times: usize) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(vec![], Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().repeat(times)
}

/// A tar archive: name, what it says about the size, kind of entry, content.
pub(crate) fn tar(files: &[(&str, &str, u8, &[u8])]) -> Vec<u8> {
    let mut bytes = vec![];
    for (name, size, kind, content) in files {
        let mut head = [0; 512];
        head[..name.len()].copy_from_slice(name.as_bytes());
        head[124..124 + size.len()].copy_from_slice(size.as_bytes());
        head[156] = *kind;
        head[257..263].copy_from_slice(b"ustar\0");
        bytes.extend(head);
        bytes.extend(*content);
        bytes.resize(bytes.len().next_multiple_of(512), 0);
    }
    bytes.resize(bytes.len() + 1024, 0);
    bytes
}
