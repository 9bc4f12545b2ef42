//! The rows of a menu for a window: cut to its width, and as many as its height has room for.

use console::{style, truncate_str};
use dialoguer::theme::{ColorfulTheme, Theme};

use super::choice::Leaving;
use crate::words::columns;

/// A menu needs a row for the prompt, one for an item, one for the keys, and the one with the cursor.
pub(super) const FEWEST_ROWS: u16 = 4;

/// What is drawn of a menu.
pub(super) struct Drawing<'m> {
    pub(super) prompt: &'m str,
    pub(super) items: &'m [String],
    pub(super) leaving: Leaving,
    /// The item that Enter chooses.
    pub(super) at: usize,
    /// The first digit of a number with two.
    pub(super) digit: Option<usize>,
    /// Escape was pressed where it leaves the program.
    pub(super) is_warned: bool,
}

impl Drawing<'_> {
    /// The rows in a window of this height and width, each shorter than the window is wide.
    pub(super) fn rows(&self, height: usize, width: usize) -> Vec<String> {
        let room = height.saturating_sub(usize::from(FEWEST_ROWS) - 1).max(1);
        let shown = room.min(self.items.len());
        // The window of items moves as little as it has to.
        let first = (self.at + 1).saturating_sub(shown);
        let digits = self.items.len().to_string().len();
        let theme = theme();
        let mut prompt = self.prompt.to_owned();
        if shown < self.items.len() {
            prompt += &format!(" ({}-{} of {})", first + 1, first + shown, self.items.len());
        }
        let mut rows = vec![drawn(|row| theme.format_select_prompt(row, &cut(&prompt, width, 2)))];
        for (at, item) in self.items.iter().enumerate().skip(first).take(shown) {
            let text = cut(&format!("{:>digits$}  {item}", at + 1), width, 2);
            rows.push(drawn(|row| theme.format_select_prompt_item(row, &text, at == self.at)));
        }
        rows.push(style(cut(&self.keys(), width, 0)).for_stderr().dim().to_string());
        rows
    }

    /// The keys that mean something now; they fit into 40 columns.
    fn keys(&self) -> String {
        match (self.leaving, self.digit) {
            (_, Some(digit)) => format!("  {digit}_: another digit, or Enter"),
            (Leaving::Program, _) if self.is_warned => String::from("  Esc again or q stops guardprep"),
            (Leaving::Program, _) => format!("  1-{}, arrows, Enter   q: stop", self.items.len()),
            (Leaving::Back, _) => format!("  1-{}, arrows, Enter   Esc: back", self.items.len()),
        }
    }
}

fn drawn(format: impl FnOnce(&mut String) -> std::fmt::Result) -> String {
    let mut row = String::new();
    // Writing into a text cannot fail.
    let _ = format(&mut row);
    row
}

/// Cuts a text so that it and what stands before it are shorter than the window.
fn cut(text: &str, width: usize, before: usize) -> String {
    truncate_str(text, width.saturating_sub(before + 1).max(4), "..").into_owned()
}

/// The rows of the window that some rows fill. A window that was made narrower since they were drawn breaks them.
pub(super) fn height(rows: &[String], width: usize) -> usize {
    rows.iter().map(|row| columns(&console::strip_ansi_codes(row)).div_ceil(width.max(1)).max(1)).sum()
}

fn theme() -> ColorfulTheme {
    let sign = |text: &str| style(text.to_owned()).for_stderr();
    ColorfulTheme {
        prompt_prefix: sign("?").cyan().bold(),
        prompt_suffix: sign(""),
        active_item_prefix: sign(">").cyan().bold(),
        inactive_item_prefix: sign(" "),
        active_item_style: console::Style::new().for_stderr().bold(),
        ..ColorfulTheme::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(items: &[String], at: usize, height: usize, width: usize) -> Vec<String> {
        let leaving = Leaving::Back;
        let drawing = Drawing { prompt: "Which?", items, leaving, at, digit: None, is_warned: false };
        let rows = drawing.rows(height, width);
        rows.iter().map(|row| console::strip_ansi_codes(row).trim_end().to_owned()).collect()
    }

    #[test]
    fn items_have_numbers_and_one_a_pointer() {
        let items = ["Quiz", "Exam"].map(String::from);
        assert_eq!(
            rows(&items, 1, 24, 80),
            ["? Which?", "  1  Quiz", "> 2  Exam", "  1-2, arrows, Enter   Esc: back"]
        );
    }

    #[test]
    fn no_row_is_as_wide_as_the_window() {
        let items: Vec<String> =
            (0..30).map(|n| format!("Thème {n}: 警備員の権限 and more words {n}")).collect();
        for width in [20, 40, 80] {
            for height in [4, 10, 24, 60] {
                for at in [0, 9, 29] {
                    let rows = rows(&items, at, height, width);
                    assert!(rows.len() < height, "{height}: {rows:#?}");
                    assert!(rows.iter().all(|row| columns(row) < width), "{width}: {rows:#?}");
                    assert_eq!(rows.iter().filter(|row| row.starts_with("> ")).count(), 1, "{rows:#?}");
                }
            }
        }
    }

    #[test]
    fn a_long_list_says_which_part_of_it_is_shown() {
        let items: Vec<String> = (1..=21).map(|n| format!("Topic {n}")).collect();
        let shown = rows(&items, 11, 10, 80);
        assert_eq!(shown[0], "? Which? (6-12 of 21)");
        assert_eq!((shown[1].as_str(), shown[7].as_str()), ("   6  Topic 6", "> 12  Topic 12"));
    }

    #[test]
    fn rows_that_a_narrower_window_breaks_are_counted_as_broken() {
        let rows = ["x".repeat(39), String::new(), String::from("ab")];
        assert_eq!((height(&rows, 40), height(&rows, 20), height(&rows, 10)), (3, 4, 6));
    }
}
