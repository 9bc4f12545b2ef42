//! The plot of the exams that were taken.

use jiff::civil::Date;

use super::frame::{Figure, table};
use super::plots::{long, short};
use super::svg::{Plot, along, percent_ticks, upright};
use crate::progress::{Millis, PastExam};

/// So many of the last ones are shown.
const MOST: usize = 20;

/// Each exam against its own pass mark.
pub(super) fn exams(exams: &[PastExam<'_>], date: &dyn Fn(Millis) -> Date) -> Option<Figure> {
    // Exams of a few questions tell nothing; each keeps its number.
    let telling: Vec<(usize, &PastExam<'_>)> =
        (1..).zip(exams).filter(|(_, exam)| exam.is_telling()).collect();
    let shown = &telling[telling.len().saturating_sub(MOST)..];
    if shown.is_empty() {
        return None;
    }
    let passed = telling.iter().filter(|(_, exam)| exam.score.passed() == Some(true)).count();
    let heading = String::from("Exams against the pass mark");
    let about = format!("{} taken, {passed} passed.", telling.len());
    let mut plot = Plot::new("exams", &heading, &about);
    plot.axes("right", &percent_ticks());
    let slot = 1.0 / shown.len() as f64;
    let share = |n: usize, of: usize| n as f64 / of.max(1) as f64;
    let mut rows = vec![];
    for (at, (number, exam)) in shown.iter().enumerate() {
        let score = &exam.score;
        let middle = (at as f64 + 0.5) * slot;
        let x = along(middle);
        let needed: Option<usize> = score.papers.iter().map(|paper| paper.needed).sum();
        let verdict = match score.passed() {
            Some(true) => "passed",
            Some(false) => "not passed",
            None => "no pass mark",
        };
        let day = long(date(exam.handed_in));
        let told = format!("{day}: {} of {} right, {verdict}", score.correct, score.asked);
        if let Some(needed) = needed {
            let y = upright(share(needed, score.asked));
            let half = (slot * 0.4 * (along(1.0) - along(0.0))).min(16.0);
            plot.line((x - half, y), (x + half, y), "mark");
        }
        let y = upright(share(score.correct, score.asked));
        match score.passed() {
            Some(true) => plot.circle((x, y), 5.0, "dot", &told),
            Some(false) => {
                plot.line((x - 5.0, y - 5.0), (x + 5.0, y + 5.0), "cross");
                plot.line((x - 5.0, y + 5.0), (x + 5.0, y - 5.0), "cross");
            }
            None => plot.circle((x, y), 5.0, "ring", &told),
        }
        if shown.len() <= 6 || at == 0 || at + 1 == shown.len() {
            let label = short(date(exam.handed_in));
            plot.dates(&[(middle, label)]);
        }
        rows.push(vec![
            format!("{number}. {} ({day})", exam.plan.terms.title),
            format!("{} of {}", score.correct, score.asked),
            needed.map_or_else(|| String::from("none"), |needed| format!("{needed} right")),
            verdict.to_owned(),
        ]);
    }
    rows.reverse();
    Some(Figure {
        heading,
        plot: plot.finish(),
        caption: format!(
            "{about} Dot: passed. Cross: not passed. Ring: no pass mark. The bar is the pass mark of that exam."
        ),
        table: table(&["Exam", "Right", "Pass mark", "Result"], &rows),
    })
}
