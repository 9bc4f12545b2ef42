//! Figures as they are printed.

use crate::analysis::{Interval, Item};
use crate::words::shortened;

/// `64%`
pub(super) fn percent(share: f64) -> String {
    format!("{:.0}%", 100.0 * share)
}

/// `49-77`, of percents.
pub(super) fn percents((from, to): Interval) -> String {
    format!("{:.0}-{:.0}", 100.0 * from, 100.0 * to)
}

/// `0.31`, `-0.05`, and nothing where there is no figure.
pub(super) fn correlation(r: Option<f64>) -> String {
    r.map_or_else(String::new, two)
}

/// Two digits, and no minus before zero.
pub(super) fn two(figure: f64) -> String {
    let text = format!("{figure:.2}");
    if text == "-0.00" { String::from("0.00") } else { text }
}

/// `0.05 to 0.53`
pub(super) fn correlations(interval: Option<Interval>) -> String {
    interval.map_or_else(String::new, |(from, to)| format!("{} to {}", two(from), two(to)))
}

/// An option in a sentence: its text in quotation marks, or its letter.
pub(super) fn option(item: &Item, at: usize) -> String {
    let text = item.options.get(at).map_or("", |option| option.text.as_str());
    if text.chars().count() <= 2 { text.to_owned() } else { format!("\"{}\"", shortened(text, 90)) }
}
