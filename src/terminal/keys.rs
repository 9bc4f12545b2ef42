//! Single keys on a real terminal.
//!
//! The terminal is told not to echo and not to wait for Enter, and nothing else: printing works as ever. Ctrl-C comes
//! as a key, so that the terminal is put back before the program ends.

use std::io::{self, Write};
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, poll, read};

use super::expect::Expect;
use super::mode;
use super::reply::{Reply, letter};
use super::row::Row;
use super::watch::{Watch, WatchEvent};

/// How often to look whether the terminal is still there.
const LOOK: Duration = Duration::from_millis(250);

/// Keys that follow each other faster than this were not pressed one by one. It may not be zero: crossterm reads
/// nothing then.
const QUIET: Duration = Duration::from_millis(25);

/// A terminal in quiet mode; dropped, it is as it was.
pub(super) struct Keys(());

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
        mode::quiet()?;
        Ok(Self(()))
    }

    /// Forgets what was typed while nobody asked; says whether Ctrl-C was among it. To be called before a prompt is
    /// written: a key that is pressed when it is seen counts.
    #[expect(clippy::unused_self, reason = "whoever reads keys holds the quiet mode")]
    pub(super) fn forget(&mut self) -> io::Result<bool> {
        Ok(drain()? == Typed::Interrupt)
    }

    /// Shows the prompt and waits for keys. What a watch has to say comes in rows of its own.
    #[expect(clippy::unused_self, reason = "whoever reads keys holds the quiet mode")]
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
            let key = match next_key(watch, &mut row, width, out)? {
                Pressed::Key(key) => key,
                Pressed::Gone => return Ok(Reply::End),
                Pressed::Stopped => {
                    writeln!(out)?;
                    return Ok(Reply::Stopped);
                }
            };
            let behind = if is_interrupt(key) { Typed::Interrupt } else { drain()? };
            let control = key.modifiers.contains(KeyModifiers::CONTROL);
            let reply = match key.code {
                _ if behind == Typed::Interrupt => Some(Reply::Interrupted),
                // People do not press two keys in one instant: this was pasted.
                _ if behind == Typed::Keys => Some(Reply::Burst),
                KeyCode::Char('d' | 'D') if control => Some(Reply::End),
                _ if control || key.modifiers.contains(KeyModifiers::ALT) => None,
                code if entry.is_some() => {
                    let text = entry.take().unwrap_or_default();
                    match edit(text, code) {
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
                KeyCode::Char(c) if expect.option(c).is_some() => {
                    let place = expect.option(c).unwrap_or_default();
                    if expect.wants_several() {
                        toggle(&mut chosen, place, &mut row, out)?;
                        None
                    } else {
                        Some(Reply::Options(vec![place]))
                    }
                }
                KeyCode::Backspace => {
                    if let Some(&last) = chosen.last() {
                        toggle(&mut chosen, last, &mut row, out)?;
                    }
                    None
                }
                KeyCode::Enter if !chosen.is_empty() => {
                    writeln!(out)?;
                    return Ok(Reply::Options(chosen));
                }
                KeyCode::Enter | KeyCode::Char(' ') | KeyCode::Right if expect.is_pause() => {
                    writeln!(out)?;
                    return Ok(Reply::Next);
                }
                KeyCode::Enter if matches!(expect, Expect::Overview | Expect::Sure) => {
                    writeln!(out)?;
                    return Ok(expect.line(""));
                }
                KeyCode::Right | KeyCode::PageDown => expect.command('n'),
                KeyCode::Left | KeyCode::PageUp => expect.command('p'),
                KeyCode::Char(c) if expect.entry(c).is_some() => {
                    entry = expect.entry(c);
                    chosen.clear();
                    row.set_typed(entry.clone().unwrap_or_default(), out)?;
                    None
                }
                KeyCode::Char(c) => Some(expect.command(c).unwrap_or_else(|| Reply::Unknown(c.to_string()))),
                _ => None,
            };
            if let Some(reply) = reply {
                // The key is written where it was pressed: the screen is a true transcript.
                match (&reply, key.code) {
                    (Reply::Options(places), _) => writeln!(out, "{}", letter(places[0]))?,
                    (Reply::Interrupted, _) => writeln!(out, "^C")?,
                    (Reply::Burst, _) => writeln!(out)?,
                    (_, KeyCode::Char(c)) if !crate::words::is_harmful(c) => writeln!(out, "{c}")?,
                    _ => writeln!(out)?,
                }
                return Ok(reply);
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

fn edit(mut text: String, code: KeyCode) -> Edited {
    match code {
        KeyCode::Enter => return Edited::Done(text),
        KeyCode::Esc => text.clear(),
        KeyCode::Backspace => {
            text.pop();
            // The blank behind `g` belongs to it.
            if text == "g" {
                text.clear();
            }
        }
        KeyCode::Char(c) if c.is_ascii_alphanumeric() && text.len() < MOST_TYPED => text.push(c),
        _ => {}
    }
    Edited::Text(text)
}

/// Reads away what is there already, and what comes right behind it.
fn drain() -> io::Result<Typed> {
    let mut typed = Typed::Nothing;
    while poll(if mode::is_waiting() { LOOK } else { QUIET })? {
        match is_press(&read()?) {
            Some(key) if is_interrupt(key) => return Ok(Typed::Interrupt),
            Some(_) => typed = Typed::Keys,
            None => {}
        }
    }
    Ok(typed)
}

/// What came of waiting.
enum Pressed {
    Key(KeyEvent),
    /// The terminal is gone.
    Gone,
    /// The watch wants no more waiting.
    Stopped,
}

/// Waits for a key, and looks at the watch several times a second.
fn next_key(
    watch: &mut dyn Watch,
    row: &mut Row,
    width: &dyn Fn() -> usize,
    out: &mut dyn Write,
) -> io::Result<Pressed> {
    loop {
        if poll(LOOK)? {
            if let Some(key) = is_press(&read()?) {
                return Ok(Pressed::Key(key));
            }
        } else if !mode::is_there() {
            return Ok(Pressed::Gone);
        }
        match watch.look() {
            WatchEvent::Stop => return Ok(Pressed::Stopped),
            WatchEvent::Say(text) => {
                writeln!(out, "\n{}", crate::words::wrap(&text, width()))?;
                row.again(watch.prompt(width()), out)?;
            }
            WatchEvent::Nothing if watch.is_live() => row.set_prompt(watch.prompt(width()), width(), out)?,
            WatchEvent::Nothing => {}
        }
    }
}

fn is_press(event: &Event) -> Option<KeyEvent> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(*key),
        _ => None,
    }
}

fn is_interrupt(key: KeyEvent) -> bool {
    matches!(key.code, KeyCode::Char('c' | 'C')) && key.modifiers.contains(KeyModifiers::CONTROL)
}
