//! The person at the keyboard.
//!
//! Two ways in, one vocabulary: single keys on a real terminal, whole lines everywhere else (a pipe, `--plain`,
//! `TERM=dumb`). What is printed is never redrawn, so that resizing, scrollback, narrow windows and screen readers all
//! work; both ways share the text, which [`view`] makes of data and a width.

mod expect;
mod keys;
mod lines;
mod menu;
mod mode;
mod palette;
mod reply;
mod row;
pub(crate) mod view;

use std::io::{self, Write};

pub(crate) use expect::Expect;
pub(crate) use menu::{Choice, Menu};
pub(crate) use mode::{leave, remember};
pub(crate) use reply::Reply;

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
        self.ask_watched(&mut Still(prompt), expect)
    }

    /// The same with something that goes on meanwhile, such as a clock.
    pub(crate) fn ask_watched(&mut self, watch: &mut dyn Watch, expect: &Expect) -> io::Result<Reply> {
        // Lines make no pause after an explanation: it would eat the next answer of a pipe.
        if expect.is_pause() && !self.has_keys() {
            return Ok(Reply::Next);
        }
        loop {
            if let Way::Keys(keys) = &mut self.way
                && keys.forget()?
            {
                return Ok(Reply::Interrupted);
            }
            let reply = match &mut self.way {
                Way::Keys(keys) => keys.read(expect, watch, &self.width, &mut self.out)?,
                Way::Lines(lines) => {
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

/// A prompt, and what goes on while it is thought about.
pub(crate) trait Watch {
    /// The prompt as it reads at this moment, for a width.
    fn prompt(&self, width: usize) -> String;

    /// Called several times a second where single keys are read.
    fn look(&mut self) -> Look {
        Look::Nothing
    }

    /// Whether the prompt is written anew in its row when it reads differently.
    fn is_live(&self) -> bool {
        false
    }
}

/// What comes of a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    Nothing,
    /// A line to be printed above the prompt, which is shown again below it.
    Say(String),
    /// Not to wait any longer: [`Reply::Stopped`].
    Stop,
}

/// A prompt that stays as it is.
struct Still<'p>(&'p dyn Fn(usize) -> String);

impl Watch for Still<'_> {
    fn prompt(&self, width: usize) -> String {
        self.0(width)
    }
}
