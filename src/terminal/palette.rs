//! The colors, all in one place: only the 16 that users can set in their terminal, and never as the only cue.

use anstyle::{AnsiColor, Style};

pub(crate) const HEADING: Style = Style::new().bold();
pub(crate) const RIGHT: Style = AnsiColor::Green.on_default().bold();
pub(crate) const WRONG: Style = AnsiColor::Red.on_default().bold();
pub(crate) const DIM: Style = Style::new().dimmed();

/// A text in a style. The stream it is printed to removes the style if colors are off.
pub(crate) fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
