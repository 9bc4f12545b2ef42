//! The row of a prompt with what was typed after it: the only thing on the screen that is ever rewritten.
//!
//! This needs no escape sequence: a carriage return, the new text, and spaces over what is left of the old one. If the
//! old or the new text does not fit into the row, nothing is rewritten, so that no stray lines remain.

use std::io::{self, Write};

use crate::words::columns;

pub(super) struct Row {
    prompt: String,
    /// What was typed.
    typed: String,
}

impl Row {
    /// Shows a prompt.
    pub(super) fn show(prompt: String, out: &mut dyn Write) -> io::Result<Self> {
        write!(out, "{prompt}")?;
        out.flush()?;
        Ok(Self { prompt, typed: String::new() })
    }

    /// Shows another prompt in the same row, if it fits.
    pub(super) fn set_prompt(&mut self, prompt: String, width: usize, out: &mut dyn Write) -> io::Result<()> {
        if prompt == self.prompt || self.columns().max(columns(&prompt) + columns(&self.typed)) > width {
            return Ok(());
        }
        let before = self.columns();
        self.prompt = prompt;
        self.write(before, out)
    }

    /// Replaces the text after the prompt.
    pub(super) fn set_typed(&mut self, typed: String, out: &mut dyn Write) -> io::Result<()> {
        if let Some(more) = typed.strip_prefix(&self.typed) {
            write!(out, "{more}")?;
            self.typed = typed;
            return out.flush();
        }
        let before = self.columns();
        self.typed = typed;
        self.write(before, out)
    }

    /// Shows the prompt and the text again, on a new row.
    pub(super) fn again(&mut self, prompt: String, out: &mut dyn Write) -> io::Result<()> {
        self.prompt = prompt;
        write!(out, "{}{}", self.prompt, self.typed)?;
        out.flush()
    }

    /// The columns that are left behind the prompt in a window of this width.
    pub(super) fn room(&self, width: usize) -> usize {
        width.saturating_sub(columns(&self.prompt))
    }

    fn columns(&self) -> usize {
        columns(&self.prompt) + columns(&self.typed)
    }

    fn write(&self, before: usize, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "\r{}{}", self.prompt, self.typed)?;
        let left = before.saturating_sub(self.columns());
        if left > 0 {
            write!(out, "{}\r{}{}", " ".repeat(left), self.prompt, self.typed)?;
        }
        out.flush()
    }
}
