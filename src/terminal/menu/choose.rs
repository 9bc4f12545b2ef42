//! A menu: with keys where a person sits at a terminal, with lines where not. Both have the same numbers and words.

use std::io::{self, BufRead, IsTerminal, Read, Write};

use console::Term;

use super::choice::{Choice, Leaving};
use super::pick::pick;
use super::rows::FEWEST_ROWS;
use crate::terminal::lines::MOST_BYTES;

/// Menus, with keys or numbered lines.
pub(crate) struct Menu {
    keys: bool,
}

impl Menu {
    /// `plain` asks for numbered lines even on a terminal.
    pub(crate) fn new(plain: bool) -> Self {
        let terminals = io::stdin().is_terminal() && io::stdout().is_terminal() && io::stderr().is_terminal();
        Self { keys: terminals && !plain }
    }

    /// Lets one of the items be chosen, of which there is at least one.
    pub(crate) fn choose(
        &self,
        prompt: &str,
        items: &[String],
        leaving: Leaving,
        out: &mut dyn Write,
    ) -> io::Result<Choice> {
        if self.keys && Term::stderr().size().0 >= FEWEST_ROWS {
            if let Some(choice) = pick(prompt, items, leaving)? {
                return Ok(choice);
            }
            // The window became too small for a menu; numbered lines still work.
            writeln!(out)?;
        }
        for (at, item) in items.iter().enumerate() {
            writeln!(out, "{:>2}  {item}", at + 1)?;
        }
        let leaves = if leaving == Leaving::Program { "q stops" } else { "q goes back" };
        loop {
            let Some(line) = line(&format!("{prompt} (1-{}, {leaves}): ", items.len()), out)? else {
                return Ok(Choice::Left);
            };
            match line.trim().parse::<usize>() {
                Ok(n) if (1..=items.len()).contains(&n) => return Ok(Choice::Item(n - 1)),
                _ if ["q", "quit", "stop", "back"]
                    .iter()
                    .any(|word| line.trim().eq_ignore_ascii_case(word)) =>
                {
                    return Ok(Choice::Left);
                }
                _ => writeln!(out, "Type a number from 1 to {}; {leaves}.", items.len())?,
            }
        }
    }
}

fn line(prompt: &str, out: &mut dyn Write) -> io::Result<Option<String>> {
    write!(out, "{prompt}")?;
    out.flush()?;
    // Limited, because a device that is piped in has no end of line.
    let mut line = vec![];
    if io::stdin().lock().take(MOST_BYTES).read_until(b'\n', &mut line)? == 0 {
        writeln!(out)?;
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&line).into_owned()))
}
