//! The plots of the page, each with the same figures as a table.

use jiff::ToSpan;
use jiff::civil::Date;

use super::frame::{Figure, table};
use super::svg::{Plot, along, count_ticks, percent_ticks, upright};
use crate::progress::Readiness;
use crate::report::days::{Day, Days};

/// So many days are shown one by one.
const DAYS: i64 = 30;
/// And so many weeks of the calendar.
const WEEKS: i64 = 26;

pub(super) fn short(date: Date) -> String {
    date.strftime("%b %-d").to_string()
}

pub(super) fn long(date: Date) -> String {
    date.strftime("%b %-d, %Y").to_string()
}

/// Labels for the first day, the last one, and some between.
fn date_labels(first: Date, days: i64) -> Vec<(f64, String)> {
    let last = (days - 1).max(1);
    let step = (last / 4).max(1);
    let near_end = |at: &i64| *at == last || last - at >= step;
    let mut ats: Vec<i64> = (0..days).step_by(step as usize).filter(near_end).collect();
    if ats.last() != Some(&(days - 1)) {
        ats.push(days - 1);
    }
    let label = |at: i64| ((at as f64 + 0.5) / days as f64, short(first.saturating_add(at.days())));
    ats.into_iter().map(label).collect()
}

/// Answers a day: right ones solid, wrong ones hatched on top of them.
pub(super) fn answers_a_day(days: &Days, today: Date) -> Figure {
    let begun = days.iter().next().map_or(today, |(date, _)| date);
    let span = begun.until(today).map_or(0, |span| i64::from(span.get_days())) + 1;
    let shown = span.clamp(7, DAYS);
    let first = today.saturating_sub((shown - 1).days());
    let list: Vec<(Date, Day)> =
        (0..shown).map(|at| first.saturating_add(at.days())).map(|date| (date, days.on(date))).collect();
    let most = list.iter().map(|(_, day)| day.answers).max().unwrap_or(0);
    let (top, ticks) = count_ticks(most);
    let total: usize = list.iter().map(|(_, day)| day.answers).sum();
    let heading = format!("Answers a day, last {shown} days");
    let about = format!("{total} answers in {shown} days, at most {most} on one day.");
    let mut plot = Plot::new("days", &heading, &about);
    plot.axes("answers", &ticks);
    let width = (along(1.0) - along(0.0)) / shown as f64;
    let height = |n: usize| upright(0.0) - upright(n as f64 / top as f64);
    for (at, (date, day)) in list.iter().enumerate() {
        let x = along(0.0) + width * (at as f64 + 0.15);
        let told = format!("{}: {} answers, {} right", long(*date), day.answers, day.correct);
        let wrong = day.answers - day.correct;
        let mut base = upright(0.0);
        for (n, class) in [(day.correct, "right"), (wrong, "wrong")] {
            if n > 0 {
                base -= height(n);
                plot.rect((x, base), (width * 0.7, height(n)), class, &told);
            }
        }
    }
    plot.dates(&date_labels(first, shown));
    let rows: Vec<Vec<String>> = list
        .iter()
        .rev()
        .map(|(date, day)| {
            vec![
                long(*date),
                day.answers.to_string(),
                day.correct.to_string(),
                (day.answers - day.correct).to_string(),
            ]
        })
        .collect();
    Figure {
        heading,
        plot: plot.finish(),
        caption: format!("Solid: right. Hatched: wrong. {about}"),
        table: table(&["Day", "Answers", "Right", "Wrong"], &rows),
    }
}

/// The chance to pass at the end of each day with answers.
pub(super) fn readiness_over_time(line: &[(Date, Readiness)]) -> Option<Figure> {
    let (first, last) = (line.first()?, line.last()?);
    let days = first.0.until(last.0).map_or(0, |span| i64::from(span.get_days())) + 1;
    let percent = |share: f64| format!("{}%", (share * 100.0).round());
    let heading = String::from("Chance to pass, over time");
    let about = format!(
        "From {} on {} to {} on {}.",
        percent(first.1.chance),
        long(first.0),
        percent(last.1.chance),
        long(last.0)
    );
    let mut plot = Plot::new("time", &heading, &about);
    plot.axes("chance to pass", &percent_ticks());
    for (share, word) in [(0.9, "ready"), (0.7, "likely"), (0.4, "even")] {
        plot.line((along(0.0), upright(share)), (along(1.0), upright(share)), "guide");
        plot.text(along(0.0) + 4.0, upright(share) - 3.0, "faint", word);
    }
    let x = |date: Date| {
        let at = first.0.until(date).map_or(0, |span| i64::from(span.get_days()));
        along((at as f64 + 0.5) / days as f64)
    };
    let points: Vec<(f64, f64)> = line.iter().map(|(date, one)| (x(*date), upright(one.chance))).collect();
    plot.path(&points, false, "curve");
    for ((date, one), at) in line.iter().zip(&points) {
        // What is not certain yet is an open ring.
        let class = if one.enough { "dot" } else { "ring" };
        plot.circle(*at, 3.0, class, &format!("{}: {}", long(*date), percent(one.chance)));
    }
    plot.dates(&date_labels(first.0, days));
    let rows: Vec<Vec<String>> = line
        .iter()
        .rev()
        .map(|(date, one)| {
            let enough = if one.enough { "yes" } else { "no" };
            vec![
                long(*date),
                percent(one.chance),
                format!("{}-{}", percent(one.low).trim_end_matches('%'), percent(one.high)),
                String::from(enough),
            ]
        })
        .collect();
    Some(Figure {
        heading,
        plot: plot.finish(),
        caption: format!("{about} Rings: not enough answers yet to rely on it."),
        table: table(&["Day", "Chance", "Expected score", "Enough answers"], &rows),
    })
}

/// A square a day, a row a day of the week: the more answers, the larger the square in it.
pub(super) fn calendar(days: &Days, today: Date) -> Figure {
    let begun = days.iter().next().map_or(today, |(date, _)| date);
    let span = begun.until(today).map_or(0, |span| i64::from(span.get_days())) + 1;
    let weeks = (span / 7 + 2).clamp(12, WEEKS);
    let monday = today.saturating_sub(i64::from(today.weekday().to_monday_zero_offset()).days());
    let first = monday.saturating_sub(((weeks - 1) * 7).days());
    let shown: Vec<(Date, Day)> = days.iter().filter(|(date, _)| *date >= first && *date <= today).collect();
    let most = shown.iter().map(|(_, day)| day.answers).max().unwrap_or(1);
    let about = format!(
        "Practice on {} of the last {} days.",
        shown.len(),
        first.until(today).map_or(0, |span| span.get_days()) + 1
    );
    let heading = format!("Calendar, last {weeks} weeks");
    let (left, top) = (36.0, 20.0);
    let step = ((394.0 - left) / weeks as f64).min(24.0);
    let mut plot = Plot::sized("calendar", &heading, &about, top + 7.0 * step + 6.0);
    for (row, name) in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].iter().enumerate() {
        if step >= 13.0 || row % 2 == 0 {
            plot.text(left - 5.0, top + step * (row as f64 + 0.5) + 4.0, "faint end", name);
        }
    }
    let mut month = 0;
    for week in 0..weeks {
        for row in 0..7 {
            let date = first.saturating_add((week * 7 + row).days());
            if date > today {
                continue;
            }
            let (x, y) = (left + step * week as f64, top + step * row as f64);
            if row == 0 && date.month() != month {
                month = date.month();
                if x < 380.0 {
                    plot.text(x, 12.0, "faint", &date.strftime("%b").to_string());
                }
            }
            let day = days.on(date);
            let told = format!("{}: {} answers", long(date), day.answers);
            plot.rect((x + 1.0, y + 1.0), (step - 2.0, step - 2.0), "cell", &told);
            if day.answers > 0 {
                // The area says how many.
                let side = (step - 3.0) * (day.answers as f64 / most as f64).sqrt().max(0.3);
                let at = (x + (step - side) / 2.0, y + (step - side) / 2.0);
                plot.rect(at, (side, side), "right", &told);
            }
        }
    }
    let rows: Vec<Vec<String>> =
        shown.iter().rev().map(|(date, day)| vec![long(*date), day.answers.to_string()]).collect();
    Figure {
        heading,
        plot: plot.finish(),
        caption: format!("{about} The larger the square, the more answers, up to {most}."),
        table: table(&["Day", "Answers"], &rows),
    }
}
