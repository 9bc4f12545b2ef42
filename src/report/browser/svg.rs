//! Plots as inline SVG: a frame with axes, and shapes that are told apart without color.

use std::fmt::Write as _;

use crate::exchange::html;

/// The size of a plot in its own units; the page scales it.
pub(in crate::report) const WIDTH: f64 = 400.0;
pub(in crate::report) const HEIGHT: f64 = 210.0;
const LEFT: f64 = 40.0;
const RIGHT: f64 = 394.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 176.0;

/// A plot that grows.
pub(in crate::report) struct Plot {
    out: String,
}

impl Plot {
    /// With a title and a description for those who hear the page.
    pub(in crate::report) fn new(id: &str, title: &str, description: &str) -> Self {
        Self::sized(id, title, description, HEIGHT)
    }

    pub(in crate::report) fn sized(id: &str, title: &str, description: &str, height: f64) -> Self {
        let out = format!(
            "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-about\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-about\">{}</desc>\n",
            html(title),
            html(description)
        );
        Self { out }
    }

    pub(in crate::report) fn finish(mut self) -> String {
        self.out += "</svg>";
        self.out
    }

    pub(in crate::report) fn text(&mut self, x: f64, y: f64, class: &str, text: &str) {
        let _ = writeln!(self.out, "<text x=\"{x:.1}\" y=\"{y:.1}\" class=\"{class}\">{}</text>", html(text));
    }

    pub(in crate::report) fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), class: &str) {
        let _ = writeln!(
            self.out,
            "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" class=\"{class}\"/>"
        );
    }

    /// A rectangle; `told` is what a pointer over it shows.
    pub(in crate::report) fn rect(
        &mut self,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        class: &str,
        told: &str,
    ) {
        let told = if told.is_empty() { String::new() } else { format!("<title>{}</title>", html(told)) };
        let _ = writeln!(
            self.out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" class=\"{class}\">{told}</rect>"
        );
    }

    pub(in crate::report) fn path(&mut self, points: &[(f64, f64)], closed: bool, class: &str) {
        let mut path = String::new();
        for (at, (x, y)) in points.iter().enumerate() {
            let _ = write!(path, "{}{x:.1} {y:.1}", if at == 0 { "M" } else { " L" });
        }
        let end = if closed { " Z" } else { "" };
        let _ = writeln!(self.out, "<path d=\"{path}{end}\" class=\"{class}\"/>");
    }

    pub(in crate::report) fn circle(&mut self, (x, y): (f64, f64), radius: f64, class: &str, told: &str) {
        let _ = writeln!(
            self.out,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" class=\"{class}\"><title>{}</title></circle>",
            html(told)
        );
    }

    /// The axes: ticks of the upright one with their labels, its unit above it.
    pub(in crate::report) fn axes(&mut self, unit: &str, ticks: &[(f64, String)]) {
        self.text(LEFT - 6.0, 11.0, "faint", unit);
        for (share, label) in ticks {
            let y = upright(*share);
            self.line((LEFT, y), (RIGHT, y), "grid");
            self.text(LEFT - 5.0, y + 4.0, "faint end", label);
        }
        self.line((LEFT, TOP), (LEFT, BOTTOM), "axis");
        self.line((LEFT, BOTTOM), (RIGHT, BOTTOM), "axis");
    }

    /// Labels along the lower axis, at shares of its length; each keeps to its side of the plot.
    pub(in crate::report) fn dates(&mut self, labels: &[(f64, String)]) {
        for (share, label) in labels {
            let x = along(*share);
            let class = match x {
                x if x < LEFT + 20.0 => "faint",
                x if x > RIGHT - 20.0 => "faint end",
                _ => "faint mid",
            };
            self.text(x, BOTTOM + 15.0, class, label);
        }
    }
}

/// From a share of the upright axis to its place.
pub(in crate::report) fn upright(share: f64) -> f64 {
    BOTTOM - share.clamp(0.0, 1.0) * (BOTTOM - TOP)
}

/// From a share of the lower axis to its place.
pub(in crate::report) fn along(share: f64) -> f64 {
    LEFT + share.clamp(0.0, 1.0) * (RIGHT - LEFT)
}

/// Ticks from 0 to 100%.
pub(in crate::report) fn percent_ticks() -> Vec<(f64, String)> {
    [0, 25, 50, 75, 100].iter().map(|n| (f64::from(*n) / 100.0, format!("{n}%"))).collect()
}

/// A round number not below `most`, and ticks up to it.
pub(in crate::report) fn count_ticks(most: usize) -> (usize, Vec<(f64, String)>) {
    let step = (0..10)
        .flat_map(|power| [1, 2, 5].map(|n| n * 10_usize.saturating_pow(power)))
        .find(|step| most <= step.saturating_mul(5))
        .unwrap_or(most);
    let top = most.div_ceil(step).max(1) * step;
    let ticks = (0..=top / step).map(|n| ((n * step) as f64 / top as f64, (n * step).to_string()));
    (top, ticks.collect())
}
