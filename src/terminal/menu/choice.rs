//! What comes of a menu.

/// The result of a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    Item(usize),
    /// Escape, `q`, or the end of the input.
    Left,
    /// Ctrl-C.
    Interrupted,
}

/// Where one gets by leaving a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaving {
    /// Out of the program: Escape asks for another one.
    Program,
    /// One step back, or out of what was begun.
    Back,
}
