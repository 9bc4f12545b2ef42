//! The clock of an exam, as pure functions of times; `commands/exam/clock.rs` reads the real clock.

use crate::progress::Millis;

/// A notice is due at these numbers of minutes before the end.
pub(crate) const NOTICES: [Millis; 4] = [30, 10, 5, 1];

/// How far two clocks may drift apart, in milliseconds, before it counts as a jump. Time synchronization over the
/// network moves a clock by less.
pub(crate) const TOLERANCE: Millis = 5_000;

/// The time left in milliseconds, at least 0.
pub(crate) fn left(now: Millis, deadline: Millis) -> Millis {
    deadline.saturating_sub(now).max(0)
}

/// The notice that became due between two looks at the clock, as the number of minutes left. If several became due, the
/// last one. None when the time is up, and none if the exam began with exactly that much time.
pub(crate) fn notice(previous: Millis, now: Millis, deadline: Millis) -> Option<Millis> {
    let (before, after) = (left(previous, deadline), left(now, deadline));
    let passed = |minutes: &Millis| before > minutes * 60_000 && after <= minutes * 60_000;
    NOTICES.into_iter().rfind(passed).filter(|_| after > 0)
}

/// The time on two clocks: the wall clock, which can be set, and a monotonic one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tick {
    pub(crate) wall: Millis,
    /// Milliseconds since some fixed moment of this run.
    pub(crate) steady: u64,
}

/// By how many milliseconds the wall clock was set forward (or back, if negative) between two looks; `None` if both
/// clocks agree. A computer that was asleep looks like one whose clock was set forward: its monotonic clock stopped.
pub(crate) fn jump(previous: Tick, now: Tick) -> Option<Millis> {
    let ran = Millis::try_from(now.steady.saturating_sub(previous.steady)).unwrap_or(Millis::MAX);
    let by = now.wall.saturating_sub(previous.wall).saturating_sub(ran);
    (by.saturating_abs() > TOLERANCE).then_some(by)
}

/// `41:07`, or `1:02:03` from one hour on. Seconds are rounded up, so `00:00` is shown only when the time is up.
pub(crate) fn face(left: Millis) -> String {
    let seconds = left.max(0).saturating_add(999) / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes:02}:{seconds:02}")
    }
}
