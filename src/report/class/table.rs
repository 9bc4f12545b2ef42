//! The questions as a table that leaves out columns where the window is narrow, and as sentences.

use super::figures::{correlation, correlations, percent, percents};
use super::flags::short;
use super::whole::ClassReport;
use crate::analysis::{Depth, Item, ItemFigures};
use crate::words::{columns, fit, opening, wrap};

/// A column: its head, and a cell for each question.
struct Column {
    head: &'static str,
    cells: Vec<String>,
    /// Numbers stand at the right.
    is_number: bool,
}

/// The narrowest that the names of the questions may get.
const NARROWEST: usize = 10;
/// With less room the beginnings of the questions say nothing.
const NARROWEST_STEM: usize = 24;

/// The table, and which heads there was room for.
pub(super) fn table(report: &ClassReport<'_>, width: usize) -> (String, Vec<&'static str>) {
    let column = |head, is_number, cell: &dyn Fn(&ItemFigures) -> String| Column {
        head,
        cells: report.items().map(|(_, figures)| cell(figures)).collect(),
        is_number,
    };
    let mut all = vec![
        column("Right", true, &|figures| percent(figures.facility)),
        column("r", true, &|figures| correlation(figures.discrimination)),
        column("Look", false, &|figures| figures.flags.first().map_or("", short).to_owned()),
        column("95%", true, &|figures| percents(figures.facility_interval)),
        column("r from, to", true, &|figures| correlations(figures.discrimination_interval)),
        column("Out", true, &|figures| {
            if figures.blank == 0 { String::new() } else { figures.blank.to_string() }
        }),
        column("Alpha", true, &|figures| correlation(figures.alpha_without)),
        column("D27", true, &|figures| correlation(figures.upper_lower)),
        column("Eff", true, &|figures| {
            figures.efficiency.map_or_else(String::new, |share| format!("{share:.0}"))
        }),
    ];
    all.retain(|column| column.cells.iter().any(|cell| !cell.is_empty()));
    let names: Vec<&str> = report.items().map(|(item, _)| item.name.as_str()).collect();
    let longest = names.iter().map(|name| columns(name)).chain(["Question".len()]).max().unwrap_or(0);
    let widths: Vec<usize> = all
        .iter()
        .map(|column| {
            column.cells.iter().map(|cell| columns(cell)).chain([column.head.len()]).max().unwrap_or(0)
        })
        .collect();
    let mut shown = 0;
    let mut taken = 0;
    while shown < all.len() && taken + widths[shown] + 2 + longest.clamp(NARROWEST, 24) <= width {
        taken += widths[shown] + 2;
        shown += 1;
    }
    let of_name = longest.min(width.saturating_sub(taken)).max(NARROWEST);
    // What is left of a wide window shows how the questions begin.
    let of_stem = width.saturating_sub(taken + of_name + 2);
    let has_stems = report.items().any(|(item, _)| !item.stem.is_empty() && item.stem != item.name);
    let shows_stems = shown == all.len() && of_stem >= NARROWEST_STEM && has_stems;
    // In the order in which they are read, flags last.
    let order = [0, 3, 1, 4, 5, 6, 7, 8, 2];
    let heads = ["Right", "r", "Look", "95%", "r from, to", "Out", "Alpha", "D27", "Eff"];
    let placed: Vec<usize> = order
        .iter()
        .filter_map(|&at| all[..shown].iter().position(|column| column.head == heads[at]))
        .collect();
    let line = |name: &str, stem: &str, cell: &dyn Fn(&Column) -> String| {
        let mut text = fit(name, of_name);
        for &at in &placed {
            let (cell, width) = (cell(&all[at]), widths[at]);
            let blank = " ".repeat(width - columns(&cell).min(width));
            let (before, after) =
                if all[at].is_number { (blank, String::new()) } else { (String::new(), blank) };
            text += &["  ", &before, &cell, &after].concat();
        }
        if shows_stems {
            text += &format!("  {}", opening(stem, of_stem));
        }
        text.trim_end().to_owned()
    };
    let mut lines = vec![line("Question", "Begins", &|column| column.head.to_owned())];
    for (row, (item, _)) in report.items().enumerate() {
        lines.push(line(&item.name, &item.stem, &|column| column.cells[row].clone()));
    }
    (lines.join("\n"), placed.iter().map(|at| all[*at].head).collect())
}

/// What these heads mean.
pub(super) fn legend(report: &ClassReport<'_>, heads: &[&str]) -> String {
    let mut parts = vec![];
    for (head, words) in [
        ("Right", "Right: share of right answers."),
        ("95%", "95%: where it may lie for other students like these."),
        (
            "r",
            "r: how the question goes with the rest of the test, from -1 to 1; from 0.30 good, below 0.10 weak.",
        ),
        ("r from, to", "r from, to: where that may lie (90%)."),
        ("Out", "Out: left it out."),
        ("Alpha", "Alpha: of the test without this question."),
        ("D27", "D27: share of right answers in the upper minus that in the lower 27% of the students."),
        ("Eff", "Eff: r as a percentage of what is possible, as Moodle has it."),
    ] {
        let says = |item: &ItemFigures| match head {
            "r" => item.discrimination.is_some(),
            "Alpha" => item.alpha_without.is_some(),
            _ => true,
        };
        if heads.contains(&head) && report.analysis.items.iter().any(says) {
            parts.push(words);
        }
    }
    if report.analysis.depth == Depth::Shares {
        parts.push("How a question tells students apart is said from 30 students up.");
    }
    parts.join(" ")
}

/// One question in a sentence.
pub(super) fn sentence(item: &Item, figures: &ItemFigures, width: usize) -> String {
    let (from, to) = figures.facility_interval;
    let mut parts = vec![
        format!(
            "{:.0} percent right, {} of {} answers",
            100.0 * figures.facility,
            figures.right,
            figures.asked
        ),
        format!("95 percent interval {:.0} to {:.0}", 100.0 * from, 100.0 * to),
    ];
    if let Some(r) = figures.discrimination {
        parts.push(format!("r {}", super::figures::two(r)));
        parts.push(format!("90 percent interval {}", correlations(figures.discrimination_interval)));
    }
    if figures.blank > 0 {
        parts.push(format!("{} left it out", figures.blank));
    }
    if let Some(alpha) = figures.alpha_without {
        parts.push(format!("alpha without it {}", super::figures::two(alpha)));
    }
    parts.extend(figures.flags.iter().map(|flag| short(flag).to_owned()));
    wrap(&format!("{}: {}.", item.name, parts.join(", ")), width)
}
