//! The questions as a table for spreadsheets.

use super::whole::ClassReport;
use crate::analysis::{Flag, Item, ItemFigures};

const HEAD: [&str; 17] = [
    "question",
    "asked",
    "right",
    "left out",
    "facility",
    "facility from",
    "facility to",
    "r",
    "r from",
    "r to",
    "alpha without",
    "D27",
    "efficiency",
    "key",
    "flags",
    "topic",
    "objective",
];

impl ClassReport<'_> {
    /// One row a question; then for each of its options text, number, share and r.
    pub(crate) fn csv(&self) -> String {
        let most = self.responses.items.iter().map(|item| item.options.len()).max().unwrap_or(0);
        let mut head: Vec<String> = HEAD.iter().map(|name| (*name).to_owned()).collect();
        for number in 1..=most {
            head.extend(["option", "chosen", "share", "r of option"].map(|name| format!("{name} {number}")));
        }
        let mut lines = vec![line(&head)];
        lines.extend(self.items().map(|(item, figures)| line(&row(item, figures, most))));
        lines.join("\n")
    }
}

fn row(item: &Item, figures: &ItemFigures, most: usize) -> Vec<String> {
    let number = |figure: Option<f64>| figure.map_or_else(String::new, six);
    let keys: Vec<&str> =
        item.options.iter().filter(|option| option.key).map(|option| option.text.as_str()).collect();
    let flags: Vec<&str> = figures.flags.iter().map(Flag::name).collect();
    let (from, to) = figures.facility_interval;
    let mut row = vec![
        item.name.clone(),
        figures.asked.to_string(),
        figures.right.to_string(),
        figures.blank.to_string(),
        six(figures.facility),
        six(from),
        six(to),
        number(figures.discrimination),
        number(figures.discrimination_interval.map(|(from, _)| from)),
        number(figures.discrimination_interval.map(|(_, to)| to)),
        number(figures.alpha_without),
        number(figures.upper_lower),
        number(figures.efficiency),
        keys.join("; "),
        flags.join("; "),
        item.topic.clone(),
        item.objective.clone(),
    ];
    for at in 0..most {
        match (item.options.get(at), figures.options.get(at)) {
            (Some(option), Some(figures)) => row.extend([
                option.text.clone(),
                figures.chosen.to_string(),
                six(figures.share),
                number(figures.correlation),
            ]),
            _ => row.extend([const { String::new() }; 4]),
        }
    }
    row
}

/// Six digits, and none that say nothing.
fn six(figure: f64) -> String {
    let text = format!("{figure:.6}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { String::from("0") } else { short.to_owned() }
}

/// A row of a table. A text that a spreadsheet would take for a formula gets an apostrophe in front.
fn line(cells: &[String]) -> String {
    let cell = |text: &String| {
        let is_formula = text.starts_with(['=', '+', '@', '\t', '\r'])
            || (text.starts_with('-') && text.parse::<f64>().is_err());
        let text = if is_formula { format!("'{text}") } else { text.clone() };
        if text.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text
        }
    };
    cells.iter().map(cell).collect::<Vec<_>>().join(",")
}
