//! Single keys on a real terminal.
//!
//! The terminal is told not to echo and not to wait for Enter, and nothing else: printing works as ever. Ctrl-C comes
//! as a key, so that the terminal is put back before the program ends.

use std::io::{self, Write};
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, poll, read};

use super::reply::{Expect, Reply, letter};

/// How often to look whether the terminal is still there.
const LOOK: Duration = Duration::from_millis(250);

/// A terminal in quiet mode; dropped, it is as it was.
pub(super) struct Keys(());

impl Keys {
    pub(super) fn new() -> io::Result<Self> {
        quiet::on()?;
        Ok(Self(()))
    }

    pub(super) fn read(&mut self, expect: &Expect, out: &mut dyn Write) -> io::Result<Reply> {
        drain()?;
        let mut chosen: Vec<usize> = vec![];
        loop {
            let key = match next_key()? {
                Some(key) => key,
                None => return Ok(Reply::End),
            };
            // People do not press two keys in one instant: this was pasted, or typed while nobody was reading.
            let burst = drain()?;
            let control = key.modifiers.contains(KeyModifiers::CONTROL);
            let reply = match key.code {
                KeyCode::Char('c' | 'C') if control => Some(Reply::Interrupted),
                KeyCode::Char('d' | 'D') if control => Some(Reply::End),
                _ if control || key.modifiers.contains(KeyModifiers::ALT) => None,
                _ if burst => Some(Reply::Unknown(String::from("a paste"))),
                KeyCode::Char(c) if expect.option(c).is_some() => {
                    let place = expect.option(c).unwrap_or_default();
                    if expect.wants_several() {
                        if !chosen.contains(&place) {
                            chosen.push(place);
                            write!(out, "{} ", letter(place))?;
                            out.flush()?;
                        }
                        None
                    } else {
                        Some(Reply::Options(vec![place]))
                    }
                }
                KeyCode::Backspace if chosen.pop().is_some() => {
                    write!(out, "\u{8}\u{8}  \u{8}\u{8}")?;
                    out.flush()?;
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
                    (Reply::Unknown(_), KeyCode::Char(_)) if burst => writeln!(out)?,
                    (_, KeyCode::Char(c)) => writeln!(out, "{c}")?,
                    _ => writeln!(out)?,
                }
                return Ok(reply);
            }
        }
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        restore();
    }
}

/// Puts the terminal back as it was found. May be called from anywhere, any number of times.
pub(crate) fn restore() {
    quiet::off();
}

/// Reads away what is there already; says whether a key was among it.
fn drain() -> io::Result<bool> {
    let mut found = false;
    while poll(Duration::ZERO)? {
        found |= is_press(&read()?).is_some();
    }
    Ok(found)
}

/// Waits for a key; `None` when the terminal is gone.
fn next_key() -> io::Result<Option<KeyEvent>> {
    loop {
        if poll(LOOK)? {
            if let Some(key) = is_press(&read()?) {
                return Ok(Some(key));
            }
        } else if !quiet::is_there() {
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

#[cfg(unix)]
mod quiet {
    //! Unix: canonical mode, echo and signals from keys are switched off, output processing stays.

    use std::io;
    use std::sync::Mutex;

    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

    pub(super) fn on() -> io::Result<()> {
        let before = tcgetattr(io::stdin())?;
        let mut quiet = before.clone();
        quiet.local_modes.remove(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG);
        tcsetattr(io::stdin(), OptionalActions::Now, &quiet)?;
        if let Ok(mut slot) = BEFORE.lock() {
            slot.get_or_insert(before);
        }
        Ok(())
    }

    pub(super) fn off() {
        let before = BEFORE.lock().ok().and_then(|mut slot| slot.take());
        if let Some(before) = before {
            // Nothing can be done about a terminal that is gone.
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &before);
        }
    }

    pub(super) fn is_there() -> bool {
        tcgetattr(io::stdin()).is_ok()
    }
}

#[cfg(not(unix))]
mod quiet {
    //! Windows: crossterm's raw mode leaves output processing alone.

    use std::io;

    pub(super) fn on() -> io::Result<()> {
        crossterm::terminal::enable_raw_mode()
    }

    pub(super) fn off() {
        let _ = crossterm::terminal::disable_raw_mode();
    }

    pub(super) fn is_there() -> bool {
        true
    }
}
