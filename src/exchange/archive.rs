//! Packages: zip files with the same bytes on any day and any machine.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use crate::limits::{MB, grouped};

/// A zip file as it grows. The first file added comes first in it: put the manifest there.
///
/// Files are stored, not compressed: what a compressor makes of the same bytes hangs on its version and on the
/// processor, and learning platforms compress again anyway.
pub(crate) struct Archive {
    writer: ZipWriter<Cursor<Vec<u8>>>,
}

impl Archive {
    pub(crate) fn new() -> Self {
        Self { writer: ZipWriter::new(Cursor::new(vec![])) }
    }

    /// An archive of large files of about so many bytes: it is not copied while it grows, and each file is there only
    /// until it is in it.
    pub(crate) fn of(size: usize, files: impl Iterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
        let mut archive = Self { writer: ZipWriter::new(Cursor::new(Vec::with_capacity(size))) };
        for (name, bytes) in files {
            archive.add(&name, &bytes);
        }
        archive.finish()
    }

    /// Adds a file; `name` is relative, with `/`, and comes from the code or from [`super::text::opaque`].
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::DEFAULT)
            .system(System::Unix)
            .unix_permissions(0o644);
        self.writer.start_file(name, options).expect("names are short, and a vector takes every write");
        self.writer.write_all(bytes).expect("a vector takes every write");
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.writer.finish().expect("a vector takes every write").into_inner()
    }
}

/// More files than any package of questions has.
const MOST_FILES: usize = 20_000;
/// As much as may come out of a package, however small it was packed.
const MOST_BYTES: u64 = 256 * MB;

/// The files of a package that `wanted` asks for by name, in the order of the package.
///
/// A hostile package is bounded by what may come out of it; names are only ever compared, never used as a path.
pub(crate) fn unpack(bytes: &[u8], wanted: impl Fn(&str) -> bool) -> Result<Vec<(String, Vec<u8>)>, String> {
    unpack_within(MOST_BYTES, bytes, wanted)
}

/// The same with another limit of bytes.
pub(super) fn unpack_within(
    most: u64,
    bytes: &[u8],
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| format!("this is no zip file: {error}"))?;
    if archive.len() > MOST_FILES {
        return Err(format!(
            "the package holds {} files; {} are enough for any bank",
            grouped(archive.len()),
            grouped(MOST_FILES)
        ));
    }
    let mut files = vec![];
    let mut left = most;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(|error| format!("file {at} of the package: {error}"))?;
        let Ok(name) = file.name().map(std::borrow::Cow::into_owned) else { continue };
        if !wanted(&name) {
            continue;
        }
        // What the package says about sizes is not believed: it only spares a second copy of what grows.
        let mut content = Vec::with_capacity(file.size().min(left + 1) as usize);
        let read = Read::take(&mut file, left + 1).read_to_end(&mut content);
        read.map_err(|error| format!("`{name}` in the package: {error}"))?;
        if content.len() as u64 > left {
            return Err(format!("more than {} come out of the package", size(most)));
        }
        left -= content.len() as u64;
        content.shrink_to_fit();
        files.push((name, content));
    }
    Ok(files)
}

/// What the decoders say of it is for programmers.
const DAMAGED: &str = "its compression is damaged, or it breaks off";

/// What is compressed with zstd.
pub(super) fn unzstd(bytes: &[u8], most: u64) -> Result<Vec<u8>, String> {
    let decoder = ruzstd::decoding::StreamingDecoder::new(bytes).map_err(|_| String::from(DAMAGED))?;
    within(decoder, most)
}

/// What is compressed with gzip, as it is asked for, and so much of it.
pub(super) fn gunzip(bytes: &[u8], most: u64) -> impl Read {
    Bounded { inner: flate2::read::MultiGzDecoder::new(bytes), left: most, most }
}

/// A stream that ends with an error where too much comes out of it.
struct Bounded<R> {
    inner: R,
    left: u64,
    most: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer).map_err(|error| {
            std::io::Error::new(error.kind(), format!("its compression cannot be read: {error}"))
        })?;
        let Some(left) = self.left.checked_sub(read as u64) else {
            return Err(std::io::Error::other(format!("more than {} come out of it", size(self.most))));
        };
        self.left = left;
        Ok(read)
    }
}

/// Bytes as people call them.
fn size(bytes: u64) -> String {
    if bytes < MB { format!("{bytes} bytes") } else { format!("{} MB", bytes / MB) }
}

fn within(reader: impl Read, most: u64) -> Result<Vec<u8>, String> {
    let mut content = vec![];
    let read = reader.take(most + 1).read_to_end(&mut content);
    if content.len() as u64 > most {
        return Err(format!("more than {} come out of it", size(most)));
    }
    read.map_err(|_| String::from(DAMAGED))?;
    Ok(content)
}
