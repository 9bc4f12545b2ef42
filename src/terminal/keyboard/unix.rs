//! The keys of a Unix terminal: reads its bytes, and limits how long to wait for the rest of a sequence.

use std::io;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};

use super::decode::{Decoded, decode};
use super::{Key, Waited};

/// How long to wait for the rest of a sequence. The bytes of a key usually arrive together, but not over a slow line.
const REST: Duration = Duration::from_millis(400);

#[derive(Default)]
pub(in crate::terminal) struct Keyboard {
    /// Bytes that were read but not yet decoded.
    bytes: Vec<u8>,
}

impl Keyboard {
    /// The next key, if one comes in time.
    pub(in crate::terminal) fn wait(&mut self, patience: Duration) -> io::Result<Waited> {
        let mut patience = patience;
        loop {
            if !self.bytes.is_empty() {
                match decode(&self.bytes) {
                    Decoded::Key(key, length) => {
                        self.bytes.drain(..length);
                        return Ok(Waited::Key(key));
                    }
                    Decoded::Unfinished => patience = REST,
                }
            }
            match self.take(patience)? {
                Taken::Bytes => {}
                Taken::Gone => return Ok(Waited::Gone),
                Taken::Nothing if self.bytes.is_empty() => return Ok(Waited::Nothing),
                Taken::Nothing => {
                    let key = if self.bytes == b"\x1b" { Key::Escape } else { Key::Other };
                    self.bytes.clear();
                    return Ok(Waited::Key(key));
                }
            }
        }
    }

    fn take(&mut self, patience: Duration) -> io::Result<Taken> {
        let stdin = io::stdin();
        let mut watched = [PollFd::new(&stdin, PollFlags::IN)];
        let wait =
            Timespec { tv_sec: patience.as_secs().cast_signed(), tv_nsec: patience.subsec_nanos().into() };
        match poll(&mut watched, Some(&wait)) {
            Ok(0) | Err(Errno::INTR) => return Ok(Taken::Nothing),
            Ok(_) => {}
            Err(error) => return Err(error.into()),
        }
        let mut buffer = [0; 1_024];
        match read(&stdin, &mut buffer) {
            // A terminal that hung up gives an end of file or an error.
            Ok(0) | Err(Errno::IO) => Ok(Taken::Gone),
            Ok(length) => {
                self.bytes.extend_from_slice(&buffer[..length]);
                Ok(Taken::Bytes)
            }
            Err(Errno::INTR | Errno::AGAIN) => Ok(Taken::Nothing),
            Err(error) => Err(error.into()),
        }
    }
}

enum Taken {
    Bytes,
    Nothing,
    Gone,
}
