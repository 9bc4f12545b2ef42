//! Keys as they are pressed. On Unix the bytes of the terminal are decoded here, so that an unfinished sequence from a
//! terminal or a bad line cannot block the keys after it; on Windows crossterm reads the keys.

#[cfg(all(unix, any(test, fuzzing)))]
mod check;
#[cfg(unix)]
mod decode;
#[cfg(unix)]
mod unix;
#[cfg(not(unix))]
mod windows;

#[cfg(all(unix, any(test, fuzzing)))]
pub(crate) use check::check_keys;
#[cfg(unix)]
pub(super) use unix::Keyboard;
#[cfg(not(unix))]
pub(super) use windows::Keyboard;

/// A key that means something at some prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Char(char),
    Enter,
    Backspace,
    Escape,
    Up,
    Down,
    /// An arrow to the right, or page down.
    Forward,
    /// An arrow to the left, or page up.
    Back,
    /// Ctrl-C.
    Interrupt,
    /// Ctrl-D.
    End,
    /// A key that means nothing anywhere.
    Other,
}

/// The result of waiting for a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Waited {
    Key(Key),
    Nothing,
    /// The terminal is gone.
    #[cfg_attr(not(unix), expect(dead_code, reason = "a Windows console that is gone is an error"))]
    Gone,
}
