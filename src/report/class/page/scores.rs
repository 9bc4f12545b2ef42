//! How many students have which score, as a plot.

use crate::report::browser::{Figure, Plot, along, count_ticks, table, upright};
use crate::report::class::ClassReport;
use crate::report::class::distribution::bins;
use crate::words::counted;

/// Nothing where scores cannot be compared.
pub(super) fn scores(report: &ClassReport<'_>) -> Option<Figure> {
    let scores = report.analysis.scores.as_ref()?;
    let bins = bins(&scores.distribution);
    let (first, _, _) = *bins.first()?;
    let most = bins.iter().map(|(_, _, count)| *count).max().unwrap_or(0);
    let (top, ticks) = count_ticks(most);
    let heading = String::from("How many students have which score");
    let about = report.mean().unwrap_or_default();
    let mut plot = Plot::new("scores", &heading, &about);
    plot.axes("students", &ticks);
    let label = |from: usize, to: usize| if from == to { from.to_string() } else { format!("{from}-{to}") };
    let slot = 1.0 / bins.len() as f64;
    let every = (bins.len() * label(first, first).len().max(2)).div_ceil(24).max(1);
    for (at, (from, to, count)) in bins.iter().enumerate() {
        let (left, right) = (along(at as f64 * slot), along((at as f64 + 1.0) * slot));
        let y = upright(*count as f64 / top as f64);
        let told = format!("{} right: {}", label(*from, *to), counted(*count, "student"));
        if *count > 0 {
            plot.rect((left + 1.0, y), (right - left - 2.0, upright(0.0) - y), "dot", &told);
        }
        if at % every == 0 {
            plot.text(f64::midpoint(left, right), upright(0.0) + 15.0, "faint mid", &label(*from, *to));
        }
    }
    plot.text(along(0.5), upright(0.0) + 30.0, "faint mid", "right answers");
    let size = bins.first().map_or(1, |(from, to, _)| to - from + 1);
    let mean = along((scores.mean + 0.5 - first as f64) / (size * bins.len()) as f64);
    plot.line((mean, upright(1.0)), (mean, upright(0.0)), "guide");
    let rows: Vec<Vec<String>> =
        bins.iter().map(|(from, to, count)| vec![label(*from, *to), count.to_string()]).collect();
    Some(Figure {
        heading,
        plot: plot.finish(),
        caption: format!("{about} The dashed line is the mean."),
        table: table(&["Right answers", "Students"], &rows),
    })
}
