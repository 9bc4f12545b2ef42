//! Packages: zip files with the same bytes on any day and any machine.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

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
