//! A table of topics that adapts to the width: below 56 columns no bar, from 70 more cells.

use crate::progress::percent;
use crate::words::{columns, counted, fit, wrap};

/// One topic and its figures.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) title: String,
    pub(crate) correct: usize,
    pub(crate) answers: usize,
    /// Questions seen, and how many there are.
    pub(crate) seen: Option<(usize, usize)>,
    /// What else there is, with its heading: shown while there is room, the last ones first left out.
    pub(crate) more: Vec<(&'static str, String)>,
}

impl Row {
    /// Right answers of those that were asked.
    pub(crate) fn score(title: &str, correct: usize, answers: usize) -> Self {
        Self { title: title.to_owned(), correct, answers, seen: None, more: vec![] }
    }

    fn percent(&self) -> Option<usize> {
        percent(self.correct, self.answers)
    }

    fn sentence(&self) -> String {
        let mut parts = vec![match self.percent() {
            Some(percent) => {
                format!("{percent} percent right, {} of {}", self.correct, counted(self.answers, "answer"))
            }
            None => String::from("no answer yet"),
        }];
        if let Some((seen, all)) = self.seen {
            parts.push(format!("{seen} of {all} questions seen"));
        }
        for (name, value) in self.more.iter().filter(|(_, value)| !value.is_empty()) {
            parts.push(format!("{} {value}", name.to_lowercase()));
        }
        format!("{}: {}", self.title, parts.join(", "))
    }
}

/// The table without a line break at its end; `plain` makes one sentence a row, without bars and columns.
pub(crate) fn rows(table: &[Row], width: usize, plain: bool) -> String {
    if plain {
        return table.iter().map(|row| wrap(&row.sentence(), width)).collect::<Vec<_>>().join("\n");
    }
    let has_seen = table.iter().any(|row| row.seen.is_some());
    let heads: Vec<&str> =
        table.first().map_or(vec![], |row| row.more.iter().map(|(name, _)| *name).collect());
    let more_width: Vec<usize> = heads
        .iter()
        .enumerate()
        .map(|(at, head)| {
            table.iter().map(|row| columns(&row.more[at].1)).chain([columns(head)]).max().unwrap_or(0)
        })
        .collect();
    let score = |row: &Row| match (row.seen, row.percent()) {
        (None, _) => format!("{} of {}", row.correct, row.answers),
        (Some(_), Some(percent)) => format!("{percent}%"),
        (Some(_), None) => String::from("--"),
    };
    let seen = |row: &Row| row.seen.map_or_else(String::new, |(seen, all)| format!("{seen}/{all}"));
    let score_width = table.iter().map(|row| score(row).len()).chain(["Right".len()]).max().unwrap_or(5);
    let seen_width = if has_seen {
        table.iter().map(|row| seen(row).len()).chain(["Seen".len()]).max().unwrap_or(4) + 2
    } else {
        0
    };
    let longest = table.iter().map(|row| columns(&row.title)).chain(["Topic".len()]).max().unwrap_or(5);
    // A long bar is worth less than a whole title.
    let cells = if width >= 70 && longest + 22 + score_width + 2 + seen_width <= width { 18 } else { 10 };
    let bar_width = if width >= 56 { cells + 4 } else { 0 };
    // Further columns while the title keeps 20 columns.
    let fixed = bar_width + score_width + 2 + seen_width;
    let mut shown = 0;
    let mut more_total = 0;
    while shown < heads.len() && fixed + more_total + more_width[shown] + 2 + 20 <= width {
        more_total += more_width[shown] + 2;
        shown += 1;
    }
    let title_width = longest.min(width.saturating_sub(fixed + more_total)).max(8);
    let line = |title: &str, bar: &str, right: &str, seen: &str, more: &[String]| {
        let mut cells = vec![fit(title, title_width)];
        if bar_width > 0 {
            cells.push(fit(bar, bar_width - 2));
        }
        cells.push(format!("{right:>score_width$}"));
        if has_seen {
            cells.push(format!("{seen:>0$}", seen_width - 2));
        }
        cells.extend(more.iter().take(shown).zip(&more_width).map(|(value, width)| fit(value, *width)));
        cells.join("  ").trim_end().to_owned()
    };
    let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
    let mut lines = vec![line("Topic", "", "Right", if has_seen { "Seen" } else { "" }, &heads)];
    for row in table {
        let more: Vec<String> = row.more.iter().map(|(_, value)| value.clone()).collect();
        lines.push(line(&row.title, &bar(row.percent(), cells), &score(row), &seen(row), &more));
    }
    lines.join("\n")
}

/// `[######----]`
fn bar(percent: Option<usize>, cells: usize) -> String {
    let filled = (percent.unwrap_or(0) * cells + 50) / 100;
    format!("[{}{}]", "#".repeat(filled), "-".repeat(cells - filled))
}
