//! The clock of an exam, as functions of times that are handed in.

use crate::progress::Millis;

/// Minutes before the end at which a notice is due.
pub(crate) const NOTICES: [Millis; 4] = [30, 10, 5, 1];

/// How far two clocks may drift apart, in milliseconds, before it is called a jump: a machine that corrects its clock
/// by the network moves it by less.
pub(crate) const TOLERANCE: Millis = 5_000;

/// The time left in milliseconds, not below 0.
pub(crate) fn left(now: Millis, deadline: Millis) -> Millis {
    deadline.saturating_sub(now).max(0)
}

/// The notice that is due between two looks at the clock: how many minutes are left. Of several that were passed at
/// once, the last; none when the time is up, and none for a threshold at which the exam began.
pub(crate) fn notice(previous: Millis, now: Millis, deadline: Millis) -> Option<Millis> {
    let (before, after) = (left(previous, deadline), left(now, deadline));
    let passed = |minutes: &Millis| before > minutes * 60_000 && after <= minutes * 60_000;
    NOTICES.into_iter().rfind(passed).filter(|_| after > 0)
}

/// A look at two clocks: the one on the wall, which a person can set, and one that only runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tick {
    pub(crate) wall: Millis,
    /// Milliseconds since any moment; the same moment for both looks.
    pub(crate) steady: u64,
}

/// By how many milliseconds the wall clock was set forward (or back, below 0) between two looks; `None` where
/// both clocks agree. A machine that slept looks as if it had been set forward: its steady clock stood still.
pub(crate) fn jump(previous: Tick, now: Tick) -> Option<Millis> {
    let ran = Millis::try_from(now.steady.saturating_sub(previous.steady)).unwrap_or(Millis::MAX);
    let by = now.wall.saturating_sub(previous.wall).saturating_sub(ran);
    (by.saturating_abs() > TOLERANCE).then_some(by)
}

/// `41:07`, or `1:02:03` from an hour up. Begun seconds count, so that `00:00` is shown only when the time is up.
pub(crate) fn face(left: Millis) -> String {
    let seconds = left.max(0).saturating_add(999) / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes:02}:{seconds:02}")
    }
}
