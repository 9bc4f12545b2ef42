//! Bars that stand among text: of a topic, and of the expected score.

use super::svg::Plot;
use crate::progress::{Readiness, TopicStatistics};

/// The bar of one topic: right at last, wrong at last, not asked yet.
pub(super) fn topic_bar(topic: &TopicStatistics) -> String {
    let share = |n: usize| n as f64 / topic.questions.max(1) as f64;
    row_bar(share(topic.right_now), share(topic.seen - topic.right_now.min(topic.seen)))
}

/// A bar in the row of a table: a solid share, then a hatched one.
pub(in crate::report) fn row_bar(solid: f64, hatched: f64) -> String {
    let (solid, hatched) = (200.0 * solid, 200.0 * hatched);
    format!(
        "<svg class=\"row\" viewBox=\"0 0 200 14\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
         <rect x=\"0\" y=\"1\" width=\"200\" height=\"12\" class=\"open\"/>\
         <rect x=\"0\" y=\"1\" width=\"{solid:.1}\" height=\"12\" class=\"right\"/>\
         <rect x=\"{solid:.1}\" y=\"1\" width=\"{hatched:.1}\" height=\"12\" class=\"wrong\"/></svg>"
    )
}

/// Where the score is expected, against the pass mark.
pub(super) fn expected_score(readiness: &Readiness, about: &str) -> String {
    let mut plot = Plot::sized("score", "Expected score and pass mark", about, 62.0);
    let (left, right) = (12.0, 388.0);
    let x = |share: f64| left + share.clamp(0.0, 1.0) * (right - left);
    plot.line((left, 40.0), (right, 40.0), "axis");
    for n in [0, 25, 50, 75, 100] {
        let at = x(f64::from(n) / 100.0);
        plot.line((at, 37.0), (at, 43.0), "axis");
        let class = match n {
            0 => "faint",
            100 => "faint end",
            _ => "faint mid",
        };
        plot.text(
            if n == 0 {
                4.0
            } else if n == 100 {
                396.0
            } else {
                at
            },
            56.0,
            class,
            &format!("{n}%"),
        );
    }
    let (low, high) = (x(readiness.low), x(readiness.high));
    plot.rect((low, 24.0), ((high - low).max(2.0), 12.0), "band", about);
    let pass = x(readiness.pass);
    plot.line((pass, 16.0), (pass, 44.0), "mark");
    plot.text(pass, 12.0, "faint mid", "pass mark");
    plot.finish()
}
