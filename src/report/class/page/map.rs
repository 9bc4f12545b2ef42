//! The map of the questions: how many were right, against how the question goes with the rest of the test.

use std::collections::BTreeMap;

use super::labels::Labels;
use crate::analysis::{Concern, Item, ItemFigures};
use crate::report::browser::{Figure, Plot, along, percent_ticks, table};
use crate::report::class::ClassReport;
use crate::report::class::figures::{percent, two};
use crate::report::class::flags::short;
use crate::words::counted;

const HEIGHT: f64 = 320.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 280.0;

/// A question on the map.
struct Point<'a> {
    item: &'a Item,
    figures: &'a ItemFigures,
    r: f64,
}

impl Point<'_> {
    /// The most urgent of its flags.
    fn concern(&self) -> Concern {
        self.figures.flags.iter().map(crate::analysis::Flag::concern).min().unwrap_or(Concern::Note)
    }

    fn told(&self) -> String {
        let (name, right) = (&self.item.name, percent(self.figures.facility));
        let mut parts = vec![format!("{name}: {right} right"), format!("r {}", two(self.r))];
        parts.extend(self.figures.flags.iter().map(|flag| short(flag).to_owned()));
        parts.join(", ")
    }
}

/// Nothing where no question has a discrimination.
pub(super) fn map(report: &ClassReport<'_>) -> Option<Figure> {
    let mut points = vec![];
    for (item, figures) in report.items() {
        points.extend(figures.discrimination.map(|r| Point { item, figures, r }));
    }
    if points.is_empty() {
        return None;
    }
    let absent = report.responses.items.len() - points.len();
    // What is urgent is named first, and drawn last.
    points.sort_by_key(Point::concern);
    let lowest = points.iter().map(|point| point.r).fold(0.0, f64::min);
    let highest = points.iter().map(|point| point.r).fold(0.5, f64::max);
    let (low, high) = ((lowest * 5.0).floor() as i32, (highest * 5.0).ceil() as i32);
    let upright = |r: f64| BOTTOM - (r * 5.0 - f64::from(low)) / f64::from(high - low) * (BOTTOM - TOP);

    let heading = String::from("Map of the questions");
    let about = format!(
        "{} by share of right answers (to the right) and discrimination r (upward).",
        counted(points.len(), "question")
    );
    let mut plot = Plot::sized("map", &heading, &about, HEIGHT);
    plot.text(along(0.0) - 6.0, 11.0, "faint", "r");
    for tick in low..=high {
        let r = f64::from(tick) / 5.0;
        plot.line(
            (along(0.0), upright(r)),
            (along(1.0), upright(r)),
            if tick == 0 { "axis" } else { "grid" },
        );
        plot.text(along(0.0) - 5.0, upright(r) + 4.0, "faint end", &format!("{r:.1}"));
    }
    for (share, label) in percent_ticks() {
        plot.line((along(share), TOP), (along(share), BOTTOM), "grid");
        let class = if share > 0.9 { "faint end" } else { "faint mid" };
        plot.text(along(share), BOTTOM + 15.0, class, &label);
    }
    plot.text(along(0.5), BOTTOM + 32.0, "faint mid", "share of right answers");
    for r in [0.1, 0.3] {
        plot.line((along(0.0), upright(r)), (along(1.0), upright(r)), "guide");
    }
    draw(&mut plot, &points, &|point| (along(point.figures.facility), upright(point.r)));

    let mut rows: Vec<Vec<String>> = vec![];
    points.sort_by(|a, b| a.r.total_cmp(&b.r).then_with(|| a.item.name.cmp(&b.item.name)));
    for point in &points {
        let flags: Vec<&str> = point.figures.flags.iter().map(short).collect();
        rows.push(vec![
            point.item.name.clone(),
            percent(point.figures.facility),
            two(point.r),
            flags.join(", "),
        ]);
    }
    let absent = match absent {
        0 => String::new(),
        1 => String::from(" 1 question has no r and is not on the map."),
        n => format!(" {n} questions have no r and are not on the map."),
    };
    Some(Figure {
        heading,
        plot: plot.finish(),
        caption: format!(
            "{about} Cross: look at its key first. Ring: weak. Below the lower dashed line r is weak, from the upper one on \
             good. A pointer on a question names it, and so does the table.{absent}"
        ),
        table: table(&["Question", "Right", "r", "Look"], &rows),
    })
}

/// The points, each with its name where there is room for it; those that lie on each other are told together.
fn draw(plot: &mut Plot, points: &[Point<'_>], place: &dyn Fn(&Point<'_>) -> (f64, f64)) {
    let mut told: BTreeMap<(i64, i64), Vec<String>> = BTreeMap::new();
    let spot = |(x, y): (f64, f64)| ((x / 3.0).round() as i64, (y / 3.0).round() as i64);
    for point in points {
        told.entry(spot(place(point))).or_default().push(point.told());
    }
    let places: Vec<(f64, f64)> = points.iter().map(place).collect();
    let mut labels = Labels::around(&places, (along(0.0), along(1.0)), (TOP, BOTTOM));
    for (point, at) in points.iter().zip(&places) {
        if let Some(label) = labels.place(&point.item.name, *at) {
            plot.text(label.x, label.y, label.class, &label.text);
        }
    }
    for (point, &(x, y)) in points.iter().zip(&places).rev() {
        let told = told.get(&spot((x, y))).map(|told| told.join("; ")).unwrap_or_default();
        match point.concern() {
            Concern::Unfair => {
                plot.line((x - 5.0, y - 5.0), (x + 5.0, y + 5.0), "cross");
                plot.line((x - 5.0, y + 5.0), (x + 5.0, y - 5.0), "cross");
                plot.circle((x, y), 7.0, "under", &told);
            }
            Concern::Poor => plot.circle((x, y), 4.5, "ring", &told),
            Concern::Note => plot.circle((x, y), 4.0, "dot", &told),
        }
    }
}
