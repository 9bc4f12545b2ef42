//! The person at the keyboard.
//!
//! Two ways in, one vocabulary: single keys on a real terminal, whole lines everywhere else (a pipe, `--plain`,
//! `TERM=dumb`). What is printed is never redrawn, so that resizing, scrollback, narrow windows and screen readers all
//! work; both ways share the text, which [`view`] makes of data and a width.

mod keys;
mod lines;
mod menu;
mod mode;
mod palette;
mod reply;
pub(crate) mod view;

use std::io::{self, Write};

pub(crate) use menu::{Choice, Menu};
pub(crate) use mode::{leave, remember};
pub(crate) use reply::{Expect, Reply};

use keys::Keys;
use lines::Lines;

/// What a person sees, and how they answer.
pub(crate) struct Person {
    out: Box<dyn Write>,
    way: Way,
    width: Box<dyn Fn() -> usize>,
}

enum Way {
    Keys(Keys),
    Lines(Lines),
}

/// How a person is spoken with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Single keys; input and output are terminals.
    Keys,
    /// Lines; `echo` repeats what was read, so that a transcript of a pipe is complete.
    Lines { echo: bool },
}

impl Person {
    /// `width` gives the columns that may be used, asked anew for every text, so that a resized window is noticed.
    pub(crate) fn new(out: Box<dyn Write>, manner: Manner, width: Box<dyn Fn() -> usize>) -> Self {
        let way = match manner {
            // Where the terminal does not let its mode be changed, lines always work.
            Manner::Keys => Keys::new().map_or_else(|_| Way::Lines(Lines::new(false)), Way::Keys),
            Manner::Lines { echo } => Way::Lines(Lines::new(echo)),
        };
        Self { out, way, width }
    }

    pub(crate) fn width(&self) -> usize {
        (self.width)()
    }

    /// Whether single keys are read.
    pub(crate) fn has_keys(&self) -> bool {
        matches!(self.way, Way::Keys(_))
    }

    /// Prints a text and a line break.
    pub(crate) fn say(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")?;
        self.out.flush()
    }

    /// Prints a sentence or several, wrapped.
    pub(crate) fn tell(&mut self, text: &str) -> io::Result<()> {
        self.say(&crate::wrap::wrap(text, self.width()))
    }

    /// Shows a prompt and waits for something that means something. What was typed before the prompt does not count.
    /// The prompt is made anew for each time it is shown, at the width of that time.
    pub(crate) fn ask(&mut self, prompt: &dyn Fn(usize) -> String, expect: &Expect) -> io::Result<Reply> {
        // Lines make no pause after an explanation: it would eat the next answer of a pipe.
        if *expect == Expect::Next && !self.has_keys() {
            return Ok(Reply::Next);
        }
        loop {
            if let Way::Keys(keys) = &mut self.way
                && keys.forget()?
            {
                return Ok(Reply::Interrupted);
            }
            let prompt = prompt((self.width)());
            write!(self.out, "{prompt}")?;
            self.out.flush()?;
            let reply = match &mut self.way {
                Way::Keys(keys) => keys.read(expect, &mut self.out)?,
                Way::Lines(lines) => lines.read(expect, &mut self.out)?,
            };
            match reply {
                Reply::Unknown(typed) => self.tell(&expect.refusal(&typed))?,
                Reply::Burst => self.tell(&expect.refusal_of_burst())?,
                reply => return Ok(reply),
            }
        }
    }
}
