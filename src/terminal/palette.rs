//! The colours; nothing else knows one. Only the 16 that a user can choose for themselves, and never colour alone.

use anstyle::{AnsiColor, Style};

pub(crate) const HEADING: Style = Style::new().bold();
pub(crate) const RIGHT: Style = AnsiColor::Green.on_default().bold();
pub(crate) const WRONG: Style = AnsiColor::Red.on_default().bold();
pub(crate) const DIM: Style = Style::new().dimmed();

/// A text in a style. Whoever writes it decides whether the style gets out.
pub(crate) fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
