//! Packages with something changed in a part, in the names of the parts, or in the bytes of the whole.

use std::io::{Cursor, Read, Write};

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::dice::Dice;
use super::{database, mutate};

/// The parts of a package by name.
type Parts = Vec<(String, Vec<u8>)>;

/// The bytes of a part are followed no further than that.
const MOST: u64 = 1024 * 1024;

/// A package with changes. `other` lends parts.
pub(super) fn package(dice: &mut Dice, from: &[u8], other: &[u8]) -> Vec<u8> {
    if dice.once_in(12) {
        return mutate::text(dice, from, other);
    }
    if let Some(parts) = unzipped(from) {
        let deflate = dice.once_in(4);
        let changed = changed(dice, parts, &unzipped(other).unwrap_or_default());
        return zipped(&changed, deflate).unwrap_or_default();
    }
    if from.starts_with(b"\x1f\x8b") {
        let parts = untarred(&gunzipped(from));
        let changed = changed(dice, parts, &untarred(&gunzipped(other)));
        let mut tar = tarred(&changed);
        if dice.once_in(8) {
            tar = mutate::text(dice, &tar, &[]);
        }
        return gzipped(&tar);
    }
    mutate::text(dice, from, other)
}

fn changed(dice: &mut Dice, mut parts: Parts, other: &Parts) -> Parts {
    for _ in 0..=dice.low(3) {
        let at = dice.below(parts.len());
        let lent = dice.pick(other).cloned();
        let Some((name, bytes)) = parts.get_mut(at) else { break };
        match dice.below(16) {
            0 => drop(parts.remove(at)),
            1 => {
                *name =
                    String::from_utf8_lossy(&mutate::text(dice, name.as_bytes(), b"a/../b.xml")).into_owned();
            }
            2 => {
                let copy = (format!("{name}{}", dice.below(3)), bytes.clone());
                parts.push(copy);
            }
            3 => parts.extend(lent),
            4 => {
                let with = dice.below(parts.len());
                let taken = std::mem::take(&mut parts[at].1);
                let taken = std::mem::replace(&mut parts[with].1, taken);
                parts[at].1 = taken;
            }
            _ => {
                let lent = lent.filter(|(lent, _)| lent == name).map(|(_, bytes)| bytes).unwrap_or_default();
                *bytes = part(dice, bytes, &lent);
            }
        }
    }
    parts
}

/// One part, by what it is.
fn part(dice: &mut Dice, bytes: &[u8], lent: &[u8]) -> Vec<u8> {
    if bytes.starts_with(b"SQLite format 3") {
        return database::database(dice, bytes);
    }
    if bytes.starts_with(b"\x28\xb5\x2f\xfd") {
        let mut plain = vec![];
        let read = ruzstd::decoding::StreamingDecoder::new(bytes)
            .map(|decoder| decoder.take(MOST).read_to_end(&mut plain).is_ok());
        if read.unwrap_or(false) {
            let changed = part(dice, &plain, lent);
            return ruzstd::encoding::compress_to_vec(
                &changed[..],
                ruzstd::encoding::CompressionLevel::Fastest,
            );
        }
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return package(dice, bytes, lent);
    }
    mutate::text(dice, bytes, lent)
}

pub(super) fn unzipped(bytes: &[u8]) -> Option<Parts> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = vec![];
    for at in 0..archive.len().min(100) {
        let Ok(mut file) = archive.by_index(at) else { continue };
        let Ok(name) = file.name().map(std::borrow::Cow::into_owned) else { continue };
        let mut content = vec![];
        if Read::take(&mut file, MOST).read_to_end(&mut content).is_ok() {
            parts.push((name, content));
        }
    }
    (!parts.is_empty()).then_some(parts)
}

pub(super) fn zipped(parts: &Parts, deflate: bool) -> Option<Vec<u8>> {
    let method = if deflate { CompressionMethod::Deflated } else { CompressionMethod::Stored };
    let options = SimpleFileOptions::default().compression_method(method);
    let mut writer = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in parts {
        // A name that is there already is refused; then the part is left out.
        if writer.start_file(name.as_str(), options).is_ok() {
            writer.write_all(bytes).ok()?;
        }
    }
    Some(writer.finish().ok()?.into_inner())
}

fn gunzipped(bytes: &[u8]) -> Vec<u8> {
    let mut content = vec![];
    // What can be read of it.
    let _ = MultiGzDecoder::new(bytes).take(MOST).read_to_end(&mut content);
    content
}

pub(super) fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(vec![], Compression::fast());
    if writer.write_all(bytes).is_err() {
        return vec![];
    }
    writer.finish().unwrap_or_default()
}

fn untarred(tar: &[u8]) -> Parts {
    let mut parts = vec![];
    let mut rest = tar;
    while rest.len() >= 512 && rest[0] != 0 {
        let text = |range: std::ops::Range<usize>| {
            String::from_utf8_lossy(&rest[range])
                .trim_matches(|c: char| c == '\0' || c.is_whitespace())
                .to_owned()
        };
        let (name, size) = (text(0..100), usize::from_str_radix(&text(124..136), 8).unwrap_or(0));
        let end = (512 + size).min(rest.len());
        parts.push((name, rest[512..end].to_vec()));
        rest = &rest[(512 + size.div_ceil(512) * 512).min(rest.len())..];
    }
    parts
}

pub(super) fn tarred(parts: &Parts) -> Vec<u8> {
    let mut tar = vec![];
    for (name, bytes) in parts {
        let mut header = [0_u8; 512];
        let name = &name.as_bytes()[..name.len().min(99)];
        header[..name.len()].copy_from_slice(name);
        header[100..108].copy_from_slice(b"0000644\0");
        header[124..136].copy_from_slice(format!("{:011o}\0", bytes.len()).as_bytes());
        header[148..156].copy_from_slice(b"        ");
        header[156] = b'0';
        header[257..263].copy_from_slice(b"ustar\0");
        let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
        header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        tar.extend_from_slice(&header);
        tar.extend_from_slice(bytes);
        tar.resize(tar.len().div_ceil(512) * 512, 0);
    }
    tar.resize(tar.len() + 1024, 0);
    tar
}
