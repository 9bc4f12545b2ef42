//! What was chosen, a bar for each option.

use crate::analysis::{Item, ItemFigures};
use crate::exchange::html;
use crate::report::browser::row_bar;
use crate::report::class::ClassReport;
use crate::report::class::figures::{correlation, percent};
use crate::report::class::flags::short;

/// Every question of which options are known.
pub(super) fn chosen(report: &ClassReport<'_>) -> String {
    let known = report.items().enumerate().filter(|(_, (item, _))| !item.options.is_empty());
    let parts: Vec<String> = known.map(|(at, (item, figures))| question(at, item, figures)).collect();
    if parts.is_empty() {
        return String::new();
    }
    format!(
        "<section class=\"long\">\n<h2>What was chosen</h2>\n<p class=\"soft\">Bar: solid, the key; hatched, a distractor. r: \
         how choosing it goes with the rest of the test; above zero for the key, below for a distractor.</p>\n\
         <div class=\"chosen\">\n{}</div>\n</section>\n",
        parts.concat()
    )
}

fn question(at: usize, item: &Item, figures: &ItemFigures) -> String {
    let stem = if item.stem.is_empty() || item.stem == item.name {
        String::new()
    } else {
        format!("<p>{}</p>", html(&item.stem))
    };
    let flags: Vec<&str> = figures.flags.iter().map(short).collect();
    let flags = if flags.is_empty() { String::new() } else { format!(" ({})", flags.join(", ")) };
    let has_r = figures.options.iter().any(|option| option.correlation.is_some());
    let row = |name: &str, bar: &str, chosen: usize, share: f64, r: Option<f64>| {
        let r = if has_r { format!("<td class=\"number\">{}</td>", correlation(r)) } else { String::new() };
        format!(
            "<tr><th scope=\"row\">{name}</th><td class=\"bar\">{bar}</td><td class=\"number\">{}</td>\
             <td class=\"number wide\">{chosen}</td>{r}</tr>\n",
            percent(share)
        )
    };
    let mut rows = String::new();
    for (option, figures) in item.options.iter().zip(&figures.options) {
        let share = figures.share;
        let (name, bar) = if option.key {
            (format!("<b>Key:</b> {}", html(&option.text)), row_bar(share, 0.0))
        } else {
            (html(&option.text), row_bar(0.0, share))
        };
        rows += &row(&name, &bar, figures.chosen, share, figures.correlation);
    }
    if figures.blank > 0 {
        let share = figures.blank as f64 / figures.asked.max(1) as f64;
        rows += &row("(no answer)", &row_bar(0.0, share), figures.blank, share, figures.blank_correlation);
    }
    let r = if has_r { "<th scope=\"col\" class=\"number\">r</th>" } else { "" };
    format!(
        "<article id=\"question-{}\">\n<h3>{}{flags}</h3>\n{stem}\n<table><thead><tr><th scope=\"col\">Option</th>\
         <th scope=\"col\">Bar</th><th scope=\"col\" class=\"number\">Share</th><th scope=\"col\" class=\"number wide\">Chosen</th>\
         {r}</tr></thead><tbody>\n{rows}</tbody></table>\n</article>\n",
        at + 1,
        html(&item.name),
    )
}
