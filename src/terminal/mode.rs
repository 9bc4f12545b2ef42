//! The mode of the terminal: how it was found, quiet while keys are read, and put back whatever ends the program.

use std::io;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use console::Term;

#[cfg(not(unix))]
use elsewhere as platform;
#[cfg(unix)]
use unix as platform;

pub(super) use platform::is_there;

/// Whether a menu may have hidden the cursor.
static CURSOR_HIDDEN: AtomicBool = AtomicBool::new(false);

/// Whether the program is about to end: held while modes are changed, so that nobody changes them afterwards.
static LEAVING: Mutex<bool> = Mutex::new(false);

/// How long a menu may take from being drawn to waiting for a key: it changes the modes of the terminal in between.
const MENU_SETTLES: Duration = Duration::from_millis(30);

/// Notes how the terminal is, before anything changes it.
pub(crate) fn remember() {
    platform::remember();
}

/// Puts the terminal back as it was found. May be called from anywhere, any number of times; what was not changed is
/// not touched, so that no escape byte gets into plain output.
pub(crate) fn restore() {
    platform::put_back();
    show_cursor();
}

/// For a signal that ends the program: puts the terminal back, and it stays so.
pub(crate) fn leave() {
    if let Ok(mut leaving) = LEAVING.lock() {
        *leaving = true;
        if CURSOR_HIDDEN.load(Ordering::Relaxed) {
            thread::sleep(MENU_SETTLES);
        }
        restore();
    }
}

/// Keys come one by one, unseen, and Ctrl-C as one of them. Says whether that had to be changed.
pub(super) fn quieten() -> io::Result<bool> {
    match LEAVING.lock() {
        Ok(leaving) if !*leaving => platform::quiet(),
        _ => Ok(false),
    }
}

/// To be called before a menu, which hides the cursor and leaves it so when it is interrupted.
pub(super) fn cursor_will_hide() {
    CURSOR_HIDDEN.store(true, Ordering::Relaxed);
}

/// Shows the cursor if a menu may have hidden it.
pub(super) fn show_cursor() {
    if CURSOR_HIDDEN.swap(false, Ordering::Relaxed) {
        // Nothing can be done about a terminal that is gone.
        let _ = Term::stderr().show_cursor();
    }
}

#[cfg(unix)]
mod unix {
    //! Canonical mode, echo and signals from keys are switched off, and that Ctrl-S stops the output; output processing
    //! stays.

    use std::io;
    use std::sync::OnceLock;

    use rustix::termios::{InputModes, LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    static FOUND: OnceLock<Termios> = OnceLock::new();

    pub(super) fn remember() {
        if let Ok(found) = tcgetattr(io::stdin()) {
            // Whoever came first found it unchanged.
            let _ = FOUND.set(found);
        }
    }

    const LOUD: LocalModes = LocalModes::ICANON.union(LocalModes::ECHO).union(LocalModes::ISIG);

    /// Says whether the terminal was loud.
    pub(super) fn quiet() -> io::Result<bool> {
        remember();
        let mut modes = tcgetattr(io::stdin())?;
        if !modes.local_modes.intersects(LOUD) && !modes.input_modes.contains(InputModes::IXON) {
            return Ok(false);
        }
        modes.local_modes.remove(LOUD);
        modes.input_modes.remove(InputModes::IXON);
        tcsetattr(io::stdin(), OptionalActions::Now, &modes)?;
        Ok(true)
    }

    pub(super) fn put_back() {
        let Some(found) = FOUND.get() else { return };
        let Ok(now) = tcgetattr(io::stdin()) else { return };
        let modes = |of: &Termios| (of.local_modes, of.input_modes, of.output_modes, of.control_modes);
        // A program in the background that touches its terminal is stopped, so only what changed is put back.
        if modes(found) != modes(&now) {
            // Nothing can be done about a terminal that is gone.
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, found);
        }
    }

    pub(in super::super) fn is_there() -> bool {
        tcgetattr(io::stdin()).is_ok()
    }
}

#[cfg(not(unix))]
mod elsewhere {
    //! Windows: crossterm's raw mode leaves output processing alone.

    use std::io;

    pub(super) fn remember() {}

    pub(super) fn quiet() -> io::Result<bool> {
        crossterm::terminal::enable_raw_mode().map(|()| false)
    }

    pub(super) fn put_back() {
        let _ = crossterm::terminal::disable_raw_mode();
    }

    pub(in super::super) fn is_there() -> bool {
        true
    }
}
