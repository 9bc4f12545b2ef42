//! Single keys on a real terminal.
//!
//! The terminal is told not to echo and not to wait for Enter, and nothing else: printing works as ever. Ctrl-C comes
//! as a key, so that the terminal is put back before the program ends.

use std::io::{self, Write};
use std::time::Duration;

use super::expect::Expect;
use super::keyboard::{Key, Keyboard, Waited};
use super::mode;
use super::reply::{Reply, letter};
use super::row::Row;
use super::watch::{Watch, WatchEvent};

/// How often to look whether the terminal is still there.
const LOOK: Duration = Duration::from_millis(250);

/// Keys that follow each other faster than this were not pressed one by one.
const QUIET: Duration = Duration::from_millis(25);

/// A terminal in quiet mode; dropped, it is as it was.
pub(super) struct Keys {
    keyboard: Keyboard,
}

/// What was read away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typed {
    Nothing,
    Keys,
    /// Ctrl-C means what it says, whenever it is pressed.
    Interrupt,
}

impl Keys {
    pub(super) fn new() -> io::Result<Self> {
        mode::quieten()?;
        Ok(Self { keyboard: Keyboard::default() })
    }

    /// Forgets what was typed while nobody asked; says whether Ctrl-C was among it. To be called before a prompt is
    /// written: a key that is pressed when it is seen counts.
    pub(super) fn forget(&mut self) -> io::Result<bool> {
        Ok(self.drain()? == Typed::Interrupt)
    }

    /// Shows the prompt and waits for keys. What a watch has to say comes in rows of its own.
    pub(super) fn read(
        &mut self,
        expect: &Expect,
        watch: &mut dyn Watch,
        width: &dyn Fn() -> usize,
        out: &mut dyn Write,
    ) -> io::Result<Reply> {
        let mut row = Row::show(watch.prompt(width()), out)?;
        let mut chosen: Vec<usize> = vec![];
        // What is typed up to Enter: a number, a yes.
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
                // People do not press two keys in one instant: this was pasted.
                _ if behind == Typed::Keys => Some(Reply::Burst),
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
                            row.set_typed(text.clone(), out)?;
                            entry = (!text.is_empty()).then_some(text);
                        }
                    }
                    None
                }
                Key::Char(c) if expect.option(c).is_some() => {
                    let place = expect.option(c).unwrap_or_default();
                    if expect.wants_several() {
                        toggle(&mut chosen, place, &mut row, out)?;
                        None
                    } else {
                        Some(Reply::Options(vec![place]))
                    }
                }
                Key::Backspace => {
                    if let Some(&last) = chosen.last() {
                        toggle(&mut chosen, last, &mut row, out)?;
                    }
                    None
                }
                Key::Enter if !chosen.is_empty() => {
                    writeln!(out)?;
                    return Ok(Reply::Options(chosen));
                }
                Key::Enter | Key::Char(' ') | Key::Forward if expect.is_pause() => {
                    writeln!(out)?;
                    return Ok(Reply::Next);
                }
                Key::Enter if matches!(expect, Expect::Overview | Expect::Sure) => {
                    writeln!(out)?;
                    return Ok(expect.line(""));
                }
                Key::Forward => expect.command('n'),
                Key::Back => expect.command('p'),
                Key::Char(c) if expect.entry(c).is_some() => {
                    entry = expect.entry(c);
                    chosen.clear();
                    row.set_typed(entry.clone().unwrap_or_default(), out)?;
                    None
                }
                Key::Char(c) => Some(expect.command(c).unwrap_or_else(|| Reply::Unknown(c.to_string()))),
                _ => None,
            };
            if let Some(reply) = reply {
                // The key is written where it was pressed: the screen is a true transcript.
                match (&reply, key) {
                    (Reply::Options(places), _) => writeln!(out, "{}", letter(places[0]))?,
                    (Reply::Interrupted, _) => writeln!(out, "^C")?,
                    (Reply::Burst, _) => writeln!(out)?,
                    (_, Key::Char(c)) if !crate::words::is_harmful(c) => writeln!(out, "{c}")?,
                    _ => writeln!(out)?,
                }
                return Ok(reply);
            }
        }
    }

    /// Reads away what is there already, and what comes right behind it.
    fn drain(&mut self) -> io::Result<Typed> {
        let mut typed = Typed::Nothing;
        loop {
            match self.keyboard.wait(QUIET)? {
                Waited::Key(Key::Interrupt) => return Ok(Typed::Interrupt),
                Waited::Key(_) => typed = Typed::Keys,
                Waited::Nothing | Waited::Gone => return Ok(typed),
            }
        }
    }

    /// Waits for a key, and looks at the watch several times a second.
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
            // A shell that had stopped the program leaves the terminal as it likes it.
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

/// Chooses an option or takes it back, and shows the letters that are chosen: they are on the prompt's row.
fn toggle(chosen: &mut Vec<usize>, place: usize, row: &mut Row, out: &mut dyn Write) -> io::Result<()> {
    if let Some(at) = chosen.iter().position(|&other| other == place) {
        chosen.remove(at);
    } else {
        chosen.push(place);
    }
    row.set_typed(chosen.iter().flat_map(|&place| [letter(place), ' ']).collect(), out)
}

/// What a key makes of a text that is typed up to Enter.
enum Edited {
    Text(String),
    Done(String),
}

/// The most characters of a number or of a yes.
const MOST_TYPED: usize = 8;

fn edit(mut text: String, key: Key) -> Edited {
    match key {
        Key::Enter => return Edited::Done(text),
        Key::Escape => text.clear(),
        Key::Backspace => {
            text.pop();
            // The blank behind `g` belongs to it.
            if text == "g" {
                text.clear();
            }
        }
        Key::Char(c) if c.is_ascii_alphanumeric() && text.len() < MOST_TYPED => text.push(c),
        _ => {}
    }
    Edited::Text(text)
}

/// What came of waiting.
enum Pressed {
    Key(Key),
    /// The terminal is gone.
    Gone,
    /// The watch wants no more waiting.
    Stopped,
}
