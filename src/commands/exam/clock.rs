//! The clock of an exam at the prompt; `exam/clock.rs` has the rules.

use crate::context::Context;
use crate::exam::{ExamSitting, Tick, jump, notice};
use crate::progress::Millis;
use crate::terminal::view::exam::PromptView;
use crate::terminal::{Watch, WatchEvent};
use crate::words::{counted, duration};

/// How the clock is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ClockDisplay {
    /// It runs in the prompt's row, where single keys are read
    #[default]
    Live,
    /// The time that is left stands in each prompt
    Prompt,
    /// Not at all; that little time is left is said all the same
    Off,
}

/// A prompt of an exam that shows the clock and watches the time.
pub(super) struct Clock<'a, 'b> {
    pub(super) context: &'a Context,
    pub(super) exam: &'a ExamSitting<'b>,
    /// The clocks when they were last read.
    pub(super) seen: &'a mut Tick,
    pub(super) display: ClockDisplay,
    pub(super) keys: bool,
    pub(super) text: &'a dyn Fn(PromptView, usize) -> String,
}

impl Watch for Clock<'_, '_> {
    fn prompt(&self, width: usize) -> String {
        let left = self.exam.left(self.context.now()).filter(|_| self.display != ClockDisplay::Off);
        (self.text)(PromptView { keys: self.keys, left }, width)
    }

    fn look(&mut self) -> WatchEvent {
        let now = self.context.tick();
        // Only stops the wait: `Exam::look_at_clock` records what happened.
        if self.exam.is_time_up(now.wall) || jump(*self.seen, now).is_some() {
            return WatchEvent::Stop;
        }
        let due = due(self.exam, *self.seen, now);
        *self.seen = now;
        due.map_or(WatchEvent::Nothing, WatchEvent::Say)
    }

    fn is_live(&self) -> bool {
        self.display == ClockDisplay::Live && self.exam.terms().deadline.is_some()
    }
}

/// The notice that became due between two readings of the clocks.
pub(super) fn due(exam: &ExamSitting<'_>, before: Tick, now: Tick) -> Option<String> {
    let minutes = notice(before.wall, now.wall, exam.terms().deadline?)?;
    let blanks = exam.unanswered().len();
    Some(format!(
        "{} left, {} not answered.",
        counted(minutes as usize, "minute"),
        counted(blanks, "question")
    ))
}

/// The message when the wall clock was set.
pub(super) fn was_set(by: Millis, has_deadline: bool) -> String {
    let how = if by < 0 { "back" } else { "forward" };
    let slept = if by < 0 { "" } else { ", or the computer slept" };
    let end = if has_deadline { " The exam ends when it was to end by that clock." } else { "" };
    format!(
        "The clock of this computer was set {how} by {}{slept}. This is noted.{end}",
        duration(by.unsigned_abs())
    )
}
