//! Whole lines: for pipes, `--plain` and `TERM=dumb`.

use std::io::{self, BufRead, Write};

use super::reply::{Expect, Reply};

/// The most bytes of a line that are looked at.
const MOST_BYTES: usize = 4_096;

pub(super) struct Lines {
    echo: bool,
}

impl Lines {
    pub(super) fn new(echo: bool) -> Self {
        Self { echo }
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
        let found = input.read_until(b'\n', &mut bytes)?;
        if found == 0 {
            writeln!(out)?;
            return Ok(None);
        }
        bytes.truncate(MOST_BYTES);
        let line = String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned();
        if self.echo {
            writeln!(out, "{}", line.chars().filter(|c| !crate::bank::is_harmful(*c)).collect::<String>())?;
        }
        Ok(Some(line))
    }
}
