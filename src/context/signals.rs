//! What a signal says before it ends the program.

use std::io::{self, Write};
use std::sync::atomic::{AtomicU8, Ordering};

use crate::failure::Exit;
use crate::terminal::leave;

/// What outlives the program if a signal ends it now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outlives {
    Nothing,
    /// A sitting that `guardprep resume` goes on with.
    Sitting,
    /// The same, and its clock goes on.
    Running,
}

static OUTLIVES: AtomicU8 = AtomicU8::new(Outlives::Nothing as u8);

pub(super) fn set(outlives: Outlives) {
    OUTLIVES.store(outlives as u8, Ordering::Relaxed);
}

/// A signal ends the program: the terminal is put back, and everything that was said to be saved is saved already.
#[expect(clippy::disallowed_methods, reason = "a signal cannot be returned from")]
pub(super) fn interrupted() {
    leave();
    let outlives = OUTLIVES.load(Ordering::Relaxed);
    let said = if outlives == Outlives::Running as u8 {
        "\nStopped. Your answers are kept.\nThe clock goes on.\nGo on with: guardprep resume\n"
    } else if outlives == Outlives::Sitting as u8 {
        "\nStopped. Your answers are kept.\nGo on with: guardprep resume\n"
    } else {
        "\n"
    };
    let _ = io::stderr().write_all(said.as_bytes());
    std::process::exit(Exit::Interrupted as i32);
}
