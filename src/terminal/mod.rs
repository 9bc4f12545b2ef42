//! The person at the keyboard.
//!
//! Input is single keys on a real terminal and whole lines everywhere else (a pipe, `--plain`, `TERM=dumb`); both mean
//! the same ([`Expect`]). What was printed is never redrawn, except the row of the prompt, so that resizing,
//! scrollback, narrow windows and screen readers work. The text of every screen is made by [`view`] from data and a
//! width.

mod entry;
mod expect;
mod keyboard;
mod keys;
mod lines;
mod menu;
mod mode;
mod palette;
mod reading;
mod reply;
mod row;
mod stood;
pub(crate) mod view;
mod watch;

#[cfg(test)]
mod tests;

use std::io::{self, Write};

pub(crate) use expect::Expect;
#[cfg(all(unix, any(test, fuzzing)))]
pub(crate) use keyboard::check_keys;
pub(crate) use menu::{Choice, Leaving, Menu};
pub(crate) use mode::{leave, remember};
pub(crate) use reading::{next_with, pass_by_pages, read_by_pages, read_in_program};
pub(crate) use reply::Reply;
pub(crate) use stood::Steady;
pub(crate) use watch::{Watch, WatchEvent};

use keys::Keys;
use lines::Lines;
use watch::FixedPrompt;

use crate::words::printable;

/// The person at the keyboard: where texts are printed, and how replies are read.
pub(crate) struct Person {
    out: Box<dyn Write>,
    input: Input,
    width: Box<dyn Fn() -> usize>,
    clock: Steady,
}

enum Input {
    Keys(Keys),
    Lines(Lines),
}

/// How a person's replies are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InputMode {
    /// Single keys; input and output are terminals.
    Keys,
    /// Whole lines. `echo` prints what was read, so that the output of a pipe shows the whole conversation.
    Lines { echo: bool },
}

impl Person {
    /// `width` returns the number of usable columns. It is called for every text, so that a resized window is noticed.
    pub(crate) fn new(
        out: Box<dyn Write>,
        mode: InputMode,
        width: Box<dyn Fn() -> usize>,
        clock: Steady,
    ) -> Self {
        let input = match mode {
            // If the mode of the terminal cannot be changed, lines still work.
            InputMode::Keys => Keys::new().map_or_else(|_| Input::Lines(Lines::new(false)), Input::Keys),
            InputMode::Lines { echo } => Input::Lines(Lines::new(echo)),
        };
        Self { out, input, width, clock }
    }

    pub(crate) fn width(&self) -> usize {
        (self.width)()
    }

    /// Whether single keys are read.
    pub(crate) fn has_keys(&self) -> bool {
        matches!(self.input, Input::Keys(_))
    }

    /// Whether it waits where there is something to read: a person needs that, but a pause would consume the next answer
    /// from a pipe.
    pub(crate) fn pauses(&self) -> bool {
        !matches!(&self.input, Input::Lines(lines) if lines.are_piped())
    }

    /// Prints a text and a line break.
    pub(crate) fn say(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", printable(text))?;
        self.out.flush()
    }

    /// Prints one or more sentences, wrapped.
    pub(crate) fn tell(&mut self, text: &str) -> io::Result<()> {
        self.say(&crate::words::wrap(text, self.width()))
    }

    /// Shows a prompt and waits for a valid reply. What was typed before the prompt does not count. `prompt` is called
    /// each time the prompt is shown, with the current width.
    pub(crate) fn ask(&mut self, prompt: &dyn Fn(usize) -> String, expect: &Expect) -> io::Result<Reply> {
        self.ask_picking(prompt, expect, &mut vec![])
    }

    /// The same where several options are right. `picks` are those that are chosen and not yet confirmed, by their
    /// places: what else is typed leaves them as they are, and they are there again at the next call.
    pub(crate) fn ask_picking(
        &mut self,
        prompt: &dyn Fn(usize) -> String,
        expect: &Expect,
        picks: &mut Vec<usize>,
    ) -> io::Result<Reply> {
        self.ask_watched(&mut FixedPrompt(prompt), expect, picks)
    }

    /// Asks yes or no; only `y` and `yes` mean yes.
    pub(crate) fn confirm(&mut self, question: &str) -> io::Result<Choice> {
        Ok(match self.ask(&|_| format!("{question} (y/N): "), &Expect::Sure)? {
            Reply::Yes => Choice::Item(0),
            Reply::Interrupted => Choice::Interrupted,
            _ => Choice::Left,
        })
    }

    /// Shows a prompt and waits as [`Self::ask_picking`] does, with something that happens meanwhile, such as a running
    /// clock.
    pub(crate) fn ask_watched(
        &mut self,
        watch: &mut dyn Watch,
        expect: &Expect,
        picks: &mut Vec<usize>,
    ) -> io::Result<Reply> {
        if expect.is_pause() && !self.pauses() {
            return Ok(Reply::Next);
        }
        loop {
            if let Input::Keys(keys) = &mut self.input
                && keys.forget()?
            {
                return Ok(Reply::Interrupted);
            }
            let reply = match &mut self.input {
                Input::Keys(keys) => {
                    keys.read(expect, watch, &self.width, &self.clock, picks, &mut self.out)?
                }
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
