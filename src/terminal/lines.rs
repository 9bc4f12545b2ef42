//! Input as whole lines, for pipes, `--plain` and `TERM=dumb`.

use std::io::{self, BufRead, Read, Write};

use super::expect::Expect;
use super::reply::Reply;

/// How many bytes of a line are used; the rest is ignored.
pub(super) const MOST_BYTES: u64 = 4_096;

/// How many more bytes a line may have; what goes on after that is no text that anybody typed.
const MOST_SKIPPED: u64 = 1 << 24;

pub(super) struct Lines {
    echo: bool,
}

impl Lines {
    pub(super) fn new(echo: bool) -> Self {
        Self { echo }
    }

    /// Whether they come from a pipe or a file; a person's own terminal shows what is typed.
    pub(super) fn are_piped(&self) -> bool {
        self.echo
    }

    pub(super) fn read(&mut self, expect: &Expect, out: &mut dyn Write) -> io::Result<Reply> {
        match self.line(out)? {
            Some(line) => Ok(expect.line(&line)),
            None => Ok(Reply::End),
        }
    }

    /// One line without its end, or `None` at the end of the input.
    pub(super) fn line(&mut self, out: &mut dyn Write) -> io::Result<Option<String>> {
        let mut bytes = vec![];
        let mut input = io::stdin().lock();
        if (&mut input).take(MOST_BYTES).read_until(b'\n', &mut bytes).map_err(|error| unreadable(&error))?
            == 0
        {
            writeln!(out)?;
            return Ok(None);
        }
        if bytes.len() as u64 == MOST_BYTES && !bytes.ends_with(b"\n") {
            // Skipped without keeping it. The line of a device that is piped in has no end, and is the last one.
            let skipped =
                (&mut input).take(MOST_SKIPPED).skip_until(b'\n').map_err(|error| unreadable(&error))?;
            if skipped as u64 == MOST_SKIPPED {
                writeln!(out)?;
                return Ok(None);
            }
        }
        // PowerShell starts what it pipes with a byte-order mark.
        let line = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes));
        let line = line.trim_end_matches(['\r', '\n']).to_owned();
        if self.echo {
            writeln!(out, "{}", line.chars().filter(|c| !crate::words::is_harmful(*c)).collect::<String>())?;
        }
        Ok(Some(line))
    }
}

/// Makes clear that reading the input failed, not writing the output.
fn unreadable(error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("the input cannot be read: {error}"))
}
