//! A prompt and what happens while it waits, such as a clock that runs.

/// A prompt, and what happens while it waits.
pub(crate) trait Watch {
    /// The prompt as it reads at this moment, for a width.
    fn prompt(&self, width: usize) -> String;

    /// Called several times a second where single keys are read.
    fn look(&mut self) -> WatchEvent {
        WatchEvent::Nothing
    }

    /// Whether the prompt is written anew in its row when it reads differently.
    fn is_live(&self) -> bool {
        false
    }
}

/// What a watch noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WatchEvent {
    Nothing,
    /// A line to be printed above the prompt, which is shown again below it.
    Say(String),
    /// Not to wait any longer: [`super::Reply::Stopped`].
    Stop,
}

/// A prompt that stays as it is.
pub(super) struct FixedPrompt<'p>(pub(super) &'p dyn Fn(usize) -> String);

impl Watch for FixedPrompt<'_> {
    fn prompt(&self, width: usize) -> String {
        self.0(width)
    }
}
