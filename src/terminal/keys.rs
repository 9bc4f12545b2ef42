//! Single keys on a real terminal.
//!
//! The terminal is told not to echo and not to wait for Enter, and nothing else: printing works as ever. Ctrl-C comes
//! as a key, so that the terminal is put back before the program ends.

use std::io::{self, Write};
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, poll, read};

use super::mode;
use super::reply::{Expect, Reply, letter};

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

    #[expect(clippy::unused_self, reason = "whoever reads keys holds the quiet mode")]
    pub(super) fn read(&mut self, expect: &Expect, out: &mut dyn Write) -> io::Result<Reply> {
        let mut chosen: Vec<usize> = vec![];
        loop {
            let Some(key) = next_key()? else { return Ok(Reply::End) };
            let behind = if is_interrupt(key) { Typed::Interrupt } else { drain()? };
            let control = key.modifiers.contains(KeyModifiers::CONTROL);
            let reply = match key.code {
                _ if behind == Typed::Interrupt => Some(Reply::Interrupted),
                // People do not press two keys in one instant: this was pasted.
                _ if behind == Typed::Keys => Some(Reply::Burst),
                KeyCode::Char('d' | 'D') if control => Some(Reply::End),
                _ if control || key.modifiers.contains(KeyModifiers::ALT) => None,
                KeyCode::Char(c) if expect.option(c).is_some() => {
                    let place = expect.option(c).unwrap_or_default();
                    if expect.wants_several() {
                        toggle(&mut chosen, place, out)?;
                        None
                    } else {
                        Some(Reply::Options(vec![place]))
                    }
                }
                KeyCode::Backspace => {
                    if let Some(&last) = chosen.last() {
                        toggle(&mut chosen, last, out)?;
                    }
                    None
                }
                KeyCode::Enter if !chosen.is_empty() => {
                    writeln!(out)?;
                    return Ok(Reply::Options(chosen));
                }
                KeyCode::Enter | KeyCode::Char(' ') | KeyCode::Right if *expect == Expect::Next => {
                    writeln!(out)?;
                    return Ok(Reply::Next);
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
                    (_, KeyCode::Char(c)) if !crate::bank::is_harmful(c) => writeln!(out, "{c}")?,
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
fn toggle(chosen: &mut Vec<usize>, place: usize, out: &mut dyn Write) -> io::Result<()> {
    if let Some(at) = chosen.iter().position(|&other| other == place) {
        let back = "\u{8}".repeat(2 * (chosen.len() - at));
        chosen.remove(at);
        write!(out, "{back}")?;
        for &place in &chosen[at..] {
            write!(out, "{} ", letter(place))?;
        }
        write!(out, "  \u{8}\u{8}")?;
    } else {
        chosen.push(place);
        write!(out, "{} ", letter(place))?;
    }
    out.flush()
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

/// Waits for a key; `None` when the terminal is gone.
fn next_key() -> io::Result<Option<KeyEvent>> {
    loop {
        if poll(LOOK)? {
            if let Some(key) = is_press(&read()?) {
                return Ok(Some(key));
            }
        } else if !mode::is_there() {
            return Ok(None);
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
