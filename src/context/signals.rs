//! What a signal says before it ends the program.

use std::io::{self, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

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

/// The number by which `resume` knows the sitting; 0 where it needs none.
static NUMBER: AtomicUsize = AtomicUsize::new(0);

pub(super) fn set_number(number: Option<usize>) {
    NUMBER.store(number.unwrap_or(0), Ordering::Relaxed);
}

/// The command that goes on with a paused sitting: with its number, where it needs one.
pub(crate) fn resume_words(number: Option<usize>) -> String {
    number.map_or_else(|| String::from("guardprep resume"), |number| format!("guardprep resume {number}"))
}

pub(super) fn set(outlives: Outlives) {
    OUTLIVES.store(outlives as u8, Ordering::Relaxed);
}

/// Whether another program has the terminal, or when it gave it back: that decides what Ctrl-C means.
static YIELDED: Mutex<Yielded> = Mutex::new(Yielded::Never);

enum Yielded {
    Never,
    Now,
    Until(Instant),
}

/// Ctrl-C goes to all programs of the terminal at once, and may end the other one before this one has heard it. Nobody
/// presses it again so soon.
const LATE: Duration = Duration::from_millis(300);

/// While the person's pager runs, Ctrl-C is for it: if this program ended, two would read the keys.
#[expect(clippy::disallowed_methods, reason = "the time between two signals, whatever the clock says")]
pub(super) fn yield_to_program(yields: bool) {
    if let Ok(mut yielded) = YIELDED.lock() {
        *yielded = if yields { Yielded::Now } else { Yielded::Until(Instant::now()) };
    }
}

fn is_yielded() -> bool {
    YIELDED.lock().is_ok_and(|yielded| match *yielded {
        Yielded::Never => false,
        Yielded::Now => true,
        Yielded::Until(end) => end.elapsed() < LATE,
    })
}

/// From here on every signal that ends a program ends it by [`interrupted`]. Where a handler cannot be set the terminal
/// may stay quiet after a signal, and everything else works.
#[cfg(unix)]
pub(super) fn handle() {
    use signal_hook::consts::{
        SIGABRT, SIGALRM, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU,
        SIGXFSZ,
    };
    use signal_hook::iterator::Signals;

    const ENDING: [i32; 11] =
        [SIGABRT, SIGALRM, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU];
    if let Ok(mut signals) = Signals::new(ENDING) {
        std::thread::spawn(move || {
            for signal in signals.forever() {
                if signal != SIGINT || !is_yielded() {
                    interrupted();
                }
            }
        });
    }
    // A file that may not grow is an error of the write, which has words for it.
    let _ = signal_hook::flag::register(SIGXFSZ, std::sync::Arc::default());
}

#[cfg(not(unix))]
pub(super) fn handle() {
    let _ = ctrlc::set_handler(|| {
        if !is_yielded() {
            interrupted();
        }
    });
}

/// A signal ends the program: the terminal is put back, and everything that was said to be saved is saved already.
#[expect(clippy::disallowed_methods, reason = "a signal cannot be returned from")]
fn interrupted() {
    leave();
    let outlives = OUTLIVES.load(Ordering::Relaxed);
    let resume = resume_words(Some(NUMBER.load(Ordering::Relaxed)).filter(|number| *number > 0));
    let said = if outlives == Outlives::Running as u8 {
        format!("\nStopped. Your answers are kept.\nThe clock goes on.\nGo on with: {resume}\n")
    } else if outlives == Outlives::Sitting as u8 {
        format!("\nStopped. Your answers are kept.\nGo on with: {resume}\n")
    } else {
        String::from("\n")
    };
    let _ = io::stderr().write_all(said.as_bytes());
    std::process::exit(Exit::Interrupted as i32);
}
