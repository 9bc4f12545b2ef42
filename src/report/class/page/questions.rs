//! The questions as a table that the script can sort.

use crate::analysis::{Item, ItemFigures};
use crate::exchange::html;
use crate::report::browser::paragraph;
use crate::report::class::ClassReport;
use crate::report::class::figures::{correlation, correlations, percent, percents};
use crate::report::class::flags::short;
use crate::report::class::table::legend;

/// Head, class of its cells, what stands in one, and by which number it is sorted.
struct Column {
    head: &'static str,
    class: &'static str,
    cell: fn(&ItemFigures) -> String,
    number: fn(&ItemFigures) -> Option<f64>,
}

const COLUMNS: [Column; 8] = [
    Column {
        head: "Right",
        class: "number",
        cell: |figures| percent(figures.facility),
        number: |figures| Some(figures.facility),
    },
    Column {
        head: "95%",
        class: "number wide",
        cell: |figures| percents(figures.facility_interval),
        number: |figures| Some(figures.facility_interval.0),
    },
    Column {
        head: "r",
        class: "number",
        cell: |figures| correlation(figures.discrimination),
        number: |figures| figures.discrimination,
    },
    Column {
        head: "r from, to",
        class: "number wide",
        cell: |figures| correlations(figures.discrimination_interval),
        number: |figures| figures.discrimination_interval.map(|(from, _)| from),
    },
    Column {
        head: "Out",
        class: "number wide",
        cell: |figures| if figures.blank == 0 { String::new() } else { figures.blank.to_string() },
        number: |figures| Some(figures.blank as f64),
    },
    Column {
        head: "Alpha",
        class: "number wide",
        cell: |figures| correlation(figures.alpha_without),
        number: |figures| figures.alpha_without,
    },
    Column {
        head: "D27",
        class: "number wide",
        cell: |figures| correlation(figures.upper_lower),
        number: |figures| figures.upper_lower,
    },
    Column {
        head: "Eff",
        class: "number wide",
        cell: |figures| figures.efficiency.map_or_else(String::new, |share| format!("{share:.0}")),
        number: |figures| figures.efficiency,
    },
];

pub(super) fn questions(report: &ClassReport<'_>) -> String {
    let says = |column: &&Column| report.analysis.items.iter().any(|item| !(column.cell)(item).is_empty());
    let columns: Vec<&Column> = COLUMNS.iter().filter(says).collect();
    let head =
        |column: &&Column| format!("<th scope=\"col\" class=\"{}\">{}</th>", column.class, column.head);
    let rows = report.items().enumerate().map(|(at, (item, figures))| row(&columns, at, item, figures));
    let heads: Vec<&str> = columns.iter().map(|column| column.head).collect();
    format!(
        "<section class=\"long\">\n<h2>Questions</h2>\n{}<p class=\"soft\" data-sorts hidden>A click on a heading sorts by it; \
         another one turns the order around.</p>\n<table class=\"sortable\"><thead><tr><th scope=\"col\">Question</th>{}\
         <th scope=\"col\" class=\"look\">Look</th></tr></thead><tbody>\n{}</tbody></table>\n</section>\n",
        paragraph("soft", &legend(report, &heads)),
        columns.iter().map(head).collect::<String>(),
        rows.collect::<String>(),
    )
}

fn row(columns: &[&Column], at: usize, item: &Item, figures: &ItemFigures) -> String {
    let cell = |column: &&Column| {
        let number = (column.number)(figures).map_or_else(String::new, |number| number.to_string());
        format!("<td class=\"{}\" data-number=\"{number}\">{}</td>", column.class, (column.cell)(figures))
    };
    let name = html(&item.name);
    // Only where there is something to jump to.
    let name =
        if item.options.is_empty() { name } else { format!("<a href=\"#question-{}\">{name}</a>", at + 1) };
    let flags: Vec<&str> = figures.flags.iter().map(short).collect();
    format!(
        "<tr><th scope=\"row\">{name}</th>{}<td class=\"look\">{}</td></tr>\n",
        columns.iter().map(cell).collect::<String>(),
        flags.join(", ")
    )
}
