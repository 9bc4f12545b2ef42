//! A prompt and what happens while it waits, such as a running clock.

/// A prompt, and what happens while it waits.
pub(crate) trait Watch {
    /// The prompt at this moment, for a width.
    fn prompt(&self, width: usize) -> String;

    /// Called several times a second while single keys are read; never with lines.
    fn look(&mut self) -> WatchEvent {
        WatchEvent::Nothing
    }

    /// Whether the prompt is rewritten in its row when it changes.
    fn is_live(&self) -> bool {
        false
    }
}

/// What a watch noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WatchEvent {
    Nothing,
    /// A line to print; the prompt is shown again below it.
    Say(String),
    /// Stop waiting: [`super::Reply::Stopped`].
    Stop,
}

/// A prompt that never changes by itself.
pub(super) struct FixedPrompt<'p>(pub(super) &'p dyn Fn(usize) -> String);

impl Watch for FixedPrompt<'_> {
    fn prompt(&self, width: usize) -> String {
        self.0(width)
    }
}
