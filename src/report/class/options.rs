//! What was chosen, question by question.

use super::figures::{correlation, percent};
use crate::analysis::{Item, ItemFigures};
use crate::words::{counted, hang, opening};

/// A question with its options: share, number, correlation, text; the key has a star.
pub(super) fn options(item: &Item, figures: &ItemFigures, width: usize, plain: bool) -> String {
    let head = if item.stem.is_empty() || item.stem == item.name {
        item.name.clone()
    } else {
        format!("{}: {}", item.name, opening(&item.stem, width.saturating_sub(item.name.len() + 2).max(20)))
    };
    let mut lines = vec![hang("", "  ", &head, width)];
    let has_r = figures.options.iter().any(|option| option.correlation.is_some());
    let mut row = |mark: &str, share: f64, chosen: usize, r: Option<f64>, text: &str| {
        if plain {
            let r = r.map_or_else(String::new, |r| format!(", r {}", correlation(Some(r))));
            let key = if mark == "*" { "the key " } else { "" };
            let students = counted(chosen, "student");
            let line = if text.is_empty() {
                format!("{students} gave no answer{r}")
            } else {
                format!("{students} chose {key}{text}{r}")
            };
            lines.push(hang("  ", "    ", &line, width));
            return;
        }
        let r = if has_r { format!("  {:>5}", correlation(r)) } else { String::new() };
        let front = format!("  {mark:1} {:>4} {chosen:>4}{r}  ", percent(share));
        let other = " ".repeat(front.len());
        lines.push(hang(&front, &other, text, width));
    };
    for (option, figures) in item.options.iter().zip(&figures.options) {
        row(
            if option.key { "*" } else { " " },
            figures.share,
            figures.chosen,
            figures.correlation,
            &option.text,
        );
    }
    if figures.blank > 0 {
        let share = figures.blank as f64 / figures.asked.max(1) as f64;
        row(" ", share, figures.blank, figures.blank_correlation, if plain { "" } else { "(no answer)" });
    }
    lines.join("\n")
}
