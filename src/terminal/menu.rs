//! Short menus: dialoguer on a terminal, numbered lines elsewhere.
//!
//! dialoguer compares bytes with columns and does not clear rows that wrap, so every item is cut to one row by both
//! measures. No question of a bank is asked through it.

use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::panic::{self, AssertUnwindSafe};

use console::{Term, style, truncate_str};
use dialoguer::Select;
use dialoguer::theme::ColorfulTheme;

use super::keys::Keys;
use super::lines::MOST_BYTES;
use super::mode;

/// The result of a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    Item(usize),
    /// Escape, `q`, or the end of the input.
    Left,
    /// Ctrl-C.
    Interrupted,
}

/// Menus, with arrow keys or numbered lines.
pub(crate) struct Menu {
    arrows: bool,
}

impl Menu {
    /// `plain` asks for numbered lines even on a terminal.
    pub(crate) fn new(plain: bool) -> Self {
        let terminals = io::stdin().is_terminal() && io::stdout().is_terminal() && io::stderr().is_terminal();
        Self { arrows: terminals && !plain }
    }

    pub(crate) fn choose(&self, prompt: &str, items: &[String], out: &mut dyn Write) -> io::Result<Choice> {
        if self.arrows && Term::stderr().size().0 >= FEWEST_ROWS {
            let rows: Vec<String> = items.iter().map(|item| one_row(item)).collect();
            let Some(quiet) = quiet()? else { return Ok(Choice::Interrupted) };
            let chosen = unless_it_panics(|| {
                Select::with_theme(&theme())
                    .with_prompt(prompt)
                    .items(&rows)
                    .default(0)
                    .report(false)
                    .interact_opt()
            });
            match chosen {
                Some(Ok(Some(at))) => return Ok(Choice::Item(at)),
                Some(Ok(None)) => return Ok(Choice::Left),
                Some(Err(error)) => return interrupted(error),
                None => {}
            }
            // The window became too small for a menu; numbered lines still work.
            drop(quiet);
            writeln!(out)?;
        }
        for (at, item) in items.iter().enumerate() {
            writeln!(out, "{:>2}  {item}", at + 1)?;
        }
        loop {
            let Some(line) = line(&format!("{prompt} (1-{}): ", items.len()), out)? else {
                return Ok(Choice::Left);
            };
            match line.trim().parse::<usize>() {
                Ok(n) if (1..=items.len()).contains(&n) => return Ok(Choice::Item(n - 1)),
                _ if line.trim().eq_ignore_ascii_case("q") => return Ok(Choice::Left),
                _ => writeln!(out, "Type a number from 1 to {}, or q to leave.", items.len())?,
            }
        }
    }
}

/// dialoguer panics in a window with fewer rows, even if it shrinks while a menu is open.
const FEWEST_ROWS: u16 = 3;

fn unless_it_panics<T>(ask: impl FnOnce() -> T) -> Option<T> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let done = panic::catch_unwind(AssertUnwindSafe(ask));
    panic::set_hook(hook);
    done.ok()
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

/// Sets the terminal to quiet mode, because dialoguer restores the mode it found between keys: an echo would disturb
/// its rows, and Ctrl-C has to stay a key. `None` if Ctrl-C was pressed already; other keys typed ahead are discarded.
fn quiet() -> io::Result<Option<Keys>> {
    let mut keys = Keys::new()?;
    mode::cursor_will_hide();
    Ok((!keys.forget()?).then_some(keys))
}

/// dialoguer hides the cursor and leaves it hidden when it is interrupted.
fn interrupted(error: dialoguer::Error) -> io::Result<Choice> {
    let dialoguer::Error::IO(error) = error;
    if error.kind() == io::ErrorKind::Interrupted {
        mode::show_cursor();
        return Ok(Choice::Interrupted);
    }
    Err(error)
}

fn theme() -> ColorfulTheme {
    let sign = |text: &str| style(text.to_owned()).for_stderr();
    ColorfulTheme {
        prompt_prefix: sign("?").cyan().bold(),
        prompt_suffix: sign(""),
        success_prefix: sign("*").green(),
        success_suffix: sign(":"),
        error_prefix: sign("!").red().bold(),
        active_item_prefix: sign(">").cyan().bold(),
        inactive_item_prefix: sign(" "),
        active_item_style: console::Style::new().for_stderr().bold(),
        ..ColorfulTheme::default()
    }
}

/// Cuts an item to one row, by columns and by bytes.
fn one_row(item: &str) -> String {
    let columns = (Term::stderr().size().1 as usize).saturating_sub(5).max(4);
    let mut width = columns;
    let mut row = truncate_str(item, width, "..").into_owned();
    while row.len() > columns + 2 && width > 4 {
        width -= 1;
        row = truncate_str(item, width, "..").into_owned();
    }
    row
}
