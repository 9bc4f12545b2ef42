//! The person at the keyboard.
//!
//! Two ways in, one vocabulary: single keys on a real terminal, whole lines everywhere else (a pipe, `--plain`,
//! `TERM=dumb`). What is printed is never redrawn, so that resizing, scrollback, narrow windows and screen readers all
//! work; both ways share the text, which [`view`] makes of data and a width.

mod expect;
mod keyboard;
mod keys;
mod lines;
mod menu;
mod mode;
mod palette;
mod reply;
mod row;
pub(crate) mod view;
mod watch;

use std::io::{self, Write};

pub(crate) use expect::Expect;
pub(crate) use menu::{Choice, Menu};
pub(crate) use mode::{leave, remember};
pub(crate) use reply::Reply;
pub(crate) use watch::{Watch, WatchEvent};

use keys::Keys;
use lines::Lines;
use watch::FixedPrompt;

use crate::words::printable;

/// What a person sees, and how they answer.
pub(crate) struct Person {
    out: Box<dyn Write>,
    input: Input,
    width: Box<dyn Fn() -> usize>,
}

enum Input {
    Keys(Keys),
    Lines(Lines),
}

/// How a person's answers are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InputMode {
    /// Single keys; input and output are terminals.
    Keys,
    /// Lines; `echo` repeats what was read, so that a transcript of a pipe is complete.
    Lines { echo: bool },
}

impl Person {
    /// `width` gives the columns that may be used, asked anew for every text, so that a resized window is noticed.
    pub(crate) fn new(out: Box<dyn Write>, mode: InputMode, width: Box<dyn Fn() -> usize>) -> Self {
        let input = match mode {
            // Where the terminal does not let its mode be changed, lines always work.
            InputMode::Keys => Keys::new().map_or_else(|_| Input::Lines(Lines::new(false)), Input::Keys),
            InputMode::Lines { echo } => Input::Lines(Lines::new(echo)),
        };
        Self { out, input, width }
    }

    pub(crate) fn width(&self) -> usize {
        (self.width)()
    }

    /// Whether single keys are read.
    pub(crate) fn has_keys(&self) -> bool {
        matches!(self.input, Input::Keys(_))
    }

    /// Prints a text and a line break.
    pub(crate) fn say(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", printable(text))?;
        self.out.flush()
    }

    /// Prints a sentence or several, wrapped.
    pub(crate) fn tell(&mut self, text: &str) -> io::Result<()> {
        self.say(&crate::words::wrap(text, self.width()))
    }

    /// Shows a prompt and waits for something that means something. What was typed before the prompt does not count.
    /// The prompt is made anew for each time it is shown, at the width of that time.
    pub(crate) fn ask(&mut self, prompt: &dyn Fn(usize) -> String, expect: &Expect) -> io::Result<Reply> {
        self.ask_watched(&mut FixedPrompt(prompt), expect)
    }

    /// The same with something that happens meanwhile, such as a clock that runs.
    pub(crate) fn ask_watched(&mut self, watch: &mut dyn Watch, expect: &Expect) -> io::Result<Reply> {
        // Lines make no pause after an explanation: it would eat the next answer of a pipe.
        if expect.is_pause() && !self.has_keys() {
            return Ok(Reply::Next);
        }
        loop {
            if let Input::Keys(keys) = &mut self.input
                && keys.forget()?
            {
                return Ok(Reply::Interrupted);
            }
            let reply = match &mut self.input {
                Input::Keys(keys) => keys.read(expect, watch, &self.width, &mut self.out)?,
                Input::Lines(lines) => {
                    write!(self.out, "{}", watch.prompt((self.width)()))?;
                    self.out.flush()?;
                    lines.read(expect, &mut self.out)?
                }
            };
            match reply {
                Reply::Unknown(typed) => self.tell(&expect.refusal(&typed))?,
                Reply::Burst => self.tell(&expect.refusal_of_burst())?,
                reply => return Ok(reply),
            }
        }
    }
}
