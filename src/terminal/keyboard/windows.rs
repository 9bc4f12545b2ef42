//! The keys of a Windows console, as crossterm reads them.

use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, poll, read};

use super::{Key, Waited};

#[derive(Default)]
pub(in crate::terminal) struct Keyboard;

impl Keyboard {
    /// The next key, if one comes in time.
    #[expect(clippy::unused_self, reason = "on Unix it keeps bytes")]
    pub(in crate::terminal) fn wait(&mut self, patience: Duration) -> io::Result<Waited> {
        while poll(patience)? {
            if let Event::Key(event) = read()?
                && event.kind != KeyEventKind::Release
            {
                return Ok(Waited::Key(key(event)));
            }
        }
        Ok(Waited::Nothing)
    }
}

fn key(event: KeyEvent) -> Key {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    match event.code {
        KeyCode::Char('c' | 'C') if control => Key::Interrupt,
        KeyCode::Char('d' | 'D') if control => Key::End,
        _ if control || event.modifiers.contains(KeyModifiers::ALT) => Key::Other,
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Esc => Key::Escape,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Right | KeyCode::PageDown => Key::Forward,
        KeyCode::Left | KeyCode::PageUp => Key::Back,
        _ => Key::Other,
    }
}
