//! The mode of the terminal: remembered, made quiet while keys are read, and restored however the program ends.

use std::io;
use std::sync::Mutex;

#[cfg(not(unix))]
use elsewhere as platform;
#[cfg(unix)]
use unix as platform;

pub(super) use platform::is_there;

/// Whether the program is about to end. Locked while the mode is changed, so that nothing changes it afterwards.
static LEAVING: Mutex<bool> = Mutex::new(false);

/// Remembers the mode of the terminal before anything changes it.
pub(crate) fn remember() {
    platform::remember();
}

/// Restores the remembered mode. May be called from anywhere and repeatedly; what was not changed is not touched, so no
/// escape sequence gets into plain output.
pub(crate) fn restore() {
    platform::put_back();
}

/// For a signal that ends the program: restores the terminal, and prevents later changes.
pub(crate) fn leave() {
    if let Ok(mut leaving) = LEAVING.lock() {
        *leaving = true;
        restore();
    }
}

/// Sets quiet mode: no echo, single keys, Ctrl-C as a key. Returns whether the mode had to be changed.
pub(super) fn quieten() -> io::Result<bool> {
    match LEAVING.lock() {
        Ok(leaving) if !*leaving => platform::quiet(),
        _ => Ok(false),
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
            // Only the first call counts: the mode was unchanged then.
            let _ = FOUND.set(found);
        }
    }

    const LOUD: LocalModes = LocalModes::ICANON.union(LocalModes::ECHO).union(LocalModes::ISIG);

    /// Returns whether the mode was changed.
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
        // Changing the mode from the background would stop the program, so it is only done if the mode differs.
        if modes(found) != modes(&now) {
            // If the terminal is gone, nothing can be done.
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
