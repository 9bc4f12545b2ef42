//! Single keys on a real terminal.
//!
//! The terminal is set not to echo and not to wait for Enter; printing works as usual. Ctrl-C is read as a key, so that
//! the terminal can be restored before the program ends.

use std::io::{self, Write};
use std::time::Duration;

use super::entry::{Edited, edit, typed_fast};
use super::expect::Expect;
use super::keyboard::{Key, Keyboard, Waited};
use super::mode;
use super::reply::{Reply, letter};
use super::row::Row;
use super::stood::{Steady, Stood};
use super::watch::{Watch, WatchEvent};

/// How often to call the watch and to check whether the terminal is still there.
const LOOK: Duration = Duration::from_millis(250);

/// Keys that follow each other faster than this were pasted, not pressed one by one.
const QUIET: Duration = Duration::from_millis(25);

/// A terminal in quiet mode; dropping it restores the mode.
pub(super) struct Keys {
    keyboard: Keyboard,
}

/// What was discarded.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Typed {
    Nothing,
    Keys(Vec<Key>),
    /// Ctrl-C counts whenever it is pressed.
    Interrupt,
}

impl Keys {
    pub(super) fn new() -> io::Result<Self> {
        mode::quieten()?;
        Ok(Self { keyboard: Keyboard::default() })
    }

    /// Discards what was typed before the prompt. Returns whether Ctrl-C was among it. To be called before the prompt
    /// is printed: a key pressed after that counts.
    pub(super) fn forget(&mut self) -> io::Result<bool> {
        Ok(self.drain()? == Typed::Interrupt)
    }

    /// Shows the prompt and waits for keys. Messages of the watch are printed on separate rows. `picks` are the options
    /// that are chosen and not yet confirmed: every reply but the confirmed ones leaves them as they are.
    pub(super) fn read(
        &mut self,
        expect: &Expect,
        watch: &mut dyn Watch,
        width: &dyn Fn() -> usize,
        clock: &Steady,
        picks: &mut Vec<usize>,
        out: &mut dyn Write,
    ) -> io::Result<Reply> {
        let mut row = Row::show(watch.prompt(width()), out)?;
        let stood = Stood::from_now(clock);
        let letters = |picks: &[usize], row: &Row| picked(picks, expect, row.room(width()));
        row.set_typed(letters(picks, &row), out)?;
        // What is being typed up to Enter: the number of a question.
        let mut entry: Option<String> = None;
        loop {
            let key = match self.next_key(watch, &mut row, width, out)? {
                Pressed::Key(key) => key,
                Pressed::Gone => return Ok(Reply::End),
                Pressed::Stopped => {
                    writeln!(out)?;
                    return Ok(Reply::Stopped);
                }
            };
            let behind = if key == Key::Interrupt { Typed::Interrupt } else { self.drain()? };
            let reply = match key {
                _ if behind == Typed::Interrupt => Some(Reply::Interrupted),
                // Nobody presses two keys at once: this was pasted, unless it is the end of something typed.
                key if let Typed::Keys(rest) = behind => match typed_fast(expect, entry.take(), key, &rest) {
                    Some(Edited::Done(text)) => {
                        row.set_typed(text.clone(), out)?;
                        writeln!(out)?;
                        return Ok(expect.line(&text));
                    }
                    Some(Edited::Text(text)) => {
                        row.set_typed(text.clone(), out)?;
                        entry = Some(text);
                        None
                    }
                    None => Some(Reply::Burst),
                },
                Key::End => Some(Reply::End),
                Key::Other => None,
                key if entry.is_some() => {
                    let text = entry.take().unwrap_or_default();
                    match edit(text, key) {
                        Edited::Done(text) => {
                            writeln!(out)?;
                            return Ok(expect.line(&text));
                        }
                        Edited::Text(text) => {
                            entry = (!text.is_empty()).then_some(text);
                            let typed = entry.clone().unwrap_or_else(|| letters(picks, &row));
                            row.set_typed(typed, out)?;
                        }
                    }
                    None
                }
                Key::Char(c) if expect.option(c).is_some() => {
                    let place = expect.option(c).unwrap_or_default();
                    if expect.wants_several() {
                        toggle(picks, place);
                        row.set_typed(letters(picks, &row), out)?;
                        None
                    } else {
                        Some(Reply::Options(vec![place]))
                    }
                }
                Key::Backspace => {
                    picks.pop();
                    row.set_typed(letters(picks, &row), out)?;
                    None
                }
                Key::Enter if !picks.is_empty() => {
                    writeln!(out)?;
                    return Ok(Reply::Options(std::mem::take(picks)));
                }
                Key::Enter | Key::Char(' ') | Key::Forward
                    if *expect == Expect::Next && !stood.long_enough() =>
                {
                    None
                }
                Key::Enter | Key::Char(' ') | Key::Forward if expect.goes_on() => {
                    writeln!(out)?;
                    return Ok(Reply::Next);
                }
                Key::Enter if matches!(expect, Expect::Overview | Expect::Sure) => {
                    writeln!(out)?;
                    return Ok(expect.line(""));
                }
                // Without an answer to confirm and a page to turn, these mean nothing.
                Key::Char(' ') => None,
                Key::Forward => expect.command('n'),
                Key::Back => expect.command('p'),
                Key::Escape => expect.escape(),
                Key::Char(c) if expect.entry(c).is_some() => {
                    entry = expect.entry(c);
                    row.set_typed(entry.clone().unwrap_or_default(), out)?;
                    None
                }
                Key::Char(c) => Some(expect.command(c).unwrap_or_else(|| Reply::Unknown(c.to_string()))),
                _ => None,
            };
            if let Some(reply) = reply {
                echo(&reply, key, out)?;
                return Ok(reply);
            }
        }
    }

    /// Discards keys that were typed already, and those that follow immediately.
    fn drain(&mut self) -> io::Result<Typed> {
        let mut typed = Typed::Nothing;
        loop {
            match self.keyboard.wait(QUIET)? {
                Waited::Key(Key::Interrupt) => return Ok(Typed::Interrupt),
                Waited::Key(key) => match &mut typed {
                    // A paste may be long; what is longer than the words of a search is not looked at.
                    Typed::Keys(keys) if keys.len() > Expect::MOST_SEARCHED => {}
                    Typed::Keys(keys) => keys.push(key),
                    _ => typed = Typed::Keys(vec![key]),
                },
                Waited::Nothing | Waited::Gone => return Ok(typed),
            }
        }
    }

    /// Waits for a key, and calls the watch several times a second.
    fn next_key(
        &mut self,
        watch: &mut dyn Watch,
        row: &mut Row,
        width: &dyn Fn() -> usize,
        out: &mut dyn Write,
    ) -> io::Result<Pressed> {
        loop {
            match self.keyboard.wait(LOOK)? {
                Waited::Key(key) => return Ok(Pressed::Key(key)),
                Waited::Nothing if mode::is_there() => {}
                Waited::Nothing | Waited::Gone => return Ok(Pressed::Gone),
            }
            // After the program was stopped and continued, the shell may have changed the mode of the terminal.
            if mode::quieten()? {
                writeln!(out)?;
                row.again(watch.prompt(width()), out)?;
            }
            match watch.look() {
                WatchEvent::Stop => return Ok(Pressed::Stopped),
                WatchEvent::Say(text) => {
                    writeln!(out, "\n{}", crate::words::wrap(&text, width()))?;
                    row.again(watch.prompt(width()), out)?;
                }
                WatchEvent::Nothing if watch.is_live() => {
                    row.set_prompt(watch.prompt(width()), width(), out)?;
                }
                WatchEvent::Nothing => {}
            }
        }
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        mode::restore();
    }
}

/// Prints a key after the prompt, so that the screen shows what was typed.
fn echo(reply: &Reply, key: Key, out: &mut dyn Write) -> io::Result<()> {
    match (reply, key) {
        (Reply::Options(places), _) => writeln!(out, "{}", letter(places[0])),
        (Reply::Interrupted, _) => writeln!(out, "^C"),
        (Reply::Burst, _) => writeln!(out),
        (_, Key::Char(c)) if !crate::words::is_harmful(c) => writeln!(out, "{c}"),
        _ => writeln!(out),
    }
}

/// Chooses an option or takes it back.
fn toggle(picks: &mut Vec<usize>, place: usize) {
    match picks.iter().position(|&other| other == place) {
        Some(at) => drop(picks.remove(at)),
        None => picks.push(place),
    }
}

/// The letters of what is picked, as they stand behind the prompt: without blanks where there is no room for them.
fn picked(picks: &[usize], expect: &Expect, room: usize) -> String {
    let roomy = 2 * expect.options() <= room;
    picks.iter().map(|&place| letter(place).to_string() + if roomy { " " } else { "" }).collect()
}

/// How waiting for a key ended.
enum Pressed {
    Key(Key),
    /// The terminal is gone.
    Gone,
    /// The watch stopped the wait.
    Stopped,
}
