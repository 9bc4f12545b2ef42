//! How long a text has stood on the screen. Who presses a letter and Enter out of habit would leave an explanation
//! unread: until it has stood for a moment, Enter does not continue.

use std::time::Duration;

/// A clock that nobody can set; `None` while the clock of a test stands still.
pub(crate) type Steady = Box<dyn Fn() -> Option<Duration>>;

/// How long an explanation stands before Enter leaves it.
const MOMENT: Duration = Duration::from_millis(500);

pub(super) struct Stood<'c> {
    clock: &'c Steady,
    since: Option<Duration>,
}

impl<'c> Stood<'c> {
    /// To be called when the text is on the screen.
    pub(super) fn from_now(clock: &'c Steady) -> Self {
        Self { clock, since: clock() }
    }

    pub(super) fn long_enough(&self) -> bool {
        match ((self.clock)(), self.since) {
            (Some(now), Some(since)) => now.saturating_sub(since) >= MOMENT,
            // A clock that stands still would never let anybody go on.
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;
    use std::time::Duration;

    use super::{Steady, Stood};

    #[test]
    fn a_text_stands_for_half_a_second() {
        let now = Rc::new(Cell::new(Some(7_000)));
        let read = Rc::clone(&now);
        let clock: Steady = Box::new(move || read.get().map(Duration::from_millis));
        let stood = Stood::from_now(&clock);
        for (at, enough) in [(7_000, false), (7_120, false), (7_499, false), (7_500, true), (90_000, true)] {
            now.set(Some(at));
            assert_eq!(stood.long_enough(), enough, "{at}");
        }
        now.set(None);
        assert!(Stood::from_now(&clock).long_enough(), "a clock that stands still");
    }
}
