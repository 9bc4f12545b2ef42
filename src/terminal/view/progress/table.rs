//! The topics, weakest first: as a table that gives up its bars before it cuts a title, or as sentences.

use crate::progress::Trend;
use crate::report::ENOUGH;
use crate::terminal::palette::{DIM, HEADING, RIGHT, WRONG, paint};
use crate::words::{columns, counted, fit, wrap};

/// One row: a topic, or an objective of one.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) title: String,
    pub(super) questions: usize,
    pub(super) seen: usize,
    pub(super) right_now: usize,
    /// In percent, if there are enough answers.
    pub(super) chance: Option<usize>,
    pub(super) due: usize,
    pub(super) trend: Option<Trend>,
    pub(super) last: String,
}

/// What the table can say in a width, in the order in which columns are given up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shape {
    title: usize,
    seen: usize,
    trend: bool,
    /// Cells of the bar; 0 without one.
    bar: usize,
    last: usize,
    due: bool,
}

/// The bar is never shorter than tells anything, and never longer than is needed for a cell a question.
const BAR: std::ops::RangeInclusive<usize> = 6..=24;
const CHANCE: &str = "Chance";

impl Shape {
    pub(super) fn new(lines: &[Line], width: usize) -> Self {
        let widest =
            |of: &dyn Fn(&Line) -> usize, head: &str| lines.iter().map(of).max().unwrap_or(0).max(head.len());
        let longest = widest(&|line| columns(&line.title), "Topic");
        let seen = widest(&|line| seen_of(line).len(), "Seen");
        let last = widest(&|line| columns(&line.last), "Last");
        let fixed = 2 + CHANCE.len() + 2 + seen;
        let mut shape =
            Self { title: longest.min(width.saturating_sub(fixed)).max(8), seen, ..Self::default() };
        let mut room = width.saturating_sub(shape.title + fixed);
        let mut take = |wanted: usize| {
            let fits = wanted <= room;
            room -= if fits { wanted } else { 0 };
            fits
        };
        let bar = take(2 + 2 + BAR.start());
        shape.trend = take(2 + "Trend".len());
        shape.last = if lines.iter().any(|line| !line.last.is_empty()) && take(2 + last) { last } else { 0 };
        shape.due = take(2 + "Due".len());
        shape.bar = if bar { (BAR.start() + room).min(*BAR.end()) } else { 0 };
        shape
    }

    fn row(&self, cells: &[String; 7]) -> String {
        let [title, bar, chance, seen, due, trend, last] = cells;
        let mut row = vec![fit(title, self.title)];
        row.extend((self.bar > 0).then(|| bar.clone()));
        row.push(format!("{chance:>0$}  {seen:>1$}", CHANCE.len(), self.seen));
        row.extend(self.due.then(|| format!("{due:>3}")));
        row.extend(self.trend.then(|| format!("{trend:5}")));
        row.extend((self.last > 0).then(|| last.clone()));
        let row = row.join("  ");
        row.trim_end().to_owned()
    }

    /// The table without a line break at its end; titles that are too long are cut.
    pub(super) fn table(&self, head: &str, lines: &[Line]) -> String {
        self.rows(head, lines, false)
    }

    /// The same with whole titles, on several rows where one is not enough.
    pub(super) fn whole_table(&self, head: &str, lines: &[Line]) -> String {
        self.rows(head, lines, true)
    }

    fn rows(&self, head: &str, lines: &[Line], whole: bool) -> String {
        let blank = " ".repeat(self.bar + 2);
        let heads = [head, &blank, CHANCE, "Seen", "Due", "Trend", "Last"].map(ToOwned::to_owned);
        let mut rows = vec![paint(HEADING, &self.row(&heads))];
        rows.extend(lines.iter().map(|line| {
            let title = if whole { wrap(&line.title, self.title) } else { line.title.clone() };
            let (first, more) = title.split_once('\n').unwrap_or((&title, ""));
            let row = self.row(&[
                first.to_owned(),
                bar(line, self.bar),
                line.chance.map_or_else(|| String::from("--"), |chance| format!("{chance}%")),
                seen_of(line),
                if line.seen == 0 { String::new() } else { line.due.to_string() },
                line.trend.map_or_else(String::new, |trend| trend.name().to_owned()),
                line.last.clone(),
            ]);
            if more.is_empty() { row } else { format!("{row}\n{more}") }
        }));
        rows.join("\n")
    }

    /// What the signs of this table mean, as far as it has them.
    pub(super) fn legend(&self, lines: &[Line]) -> String {
        let mut parts = vec![];
        if self.bar > 0 {
            parts.push(String::from("Bar: # last answer right, - wrong, . not asked yet."));
        }
        parts.push(format!(
            "Chance: how likely a question of the topic would be answered right now; from {ENOUGH} answers on."
        ));
        if self.due {
            parts.push(String::from("Due: seen, with recall below 90%."));
        }
        if self.trend && lines.iter().any(|line| line.trend.is_some()) {
            parts.push(String::from("Trend: your last ten answers against the ten before."));
        }
        parts.join(" ")
    }
}

/// The same in a few words, for a page that has to fit.
pub(super) const SHORT_LEGEND: &str =
    "# right, - wrong, . new. Trend: your last 10 answers against the 10 before.";

fn seen_of(line: &Line) -> String {
    format!("{}/{}", line.seen, line.questions)
}

/// `[####--..........]`: of all questions, those right at last, those wrong at last, those not asked yet.
pub(super) fn bar(line: &Line, cells: usize) -> String {
    if cells == 0 {
        return String::new();
    }
    let share = |n: usize| match n {
        0 => 0,
        // What there is of something is seen.
        n => ((n * cells + line.questions / 2) / line.questions.max(1)).max(1),
    };
    let wrong = line.seen - line.right_now.min(line.seen);
    // Not everything is seen: a cell stays open. And the two parts never take more than the bar has.
    let most = if line.seen < line.questions { cells - 1 } else { cells };
    let mut right = share(line.right_now);
    let mut missed = share(wrong);
    while right + missed > most {
        if right >= missed { right -= 1 } else { missed -= 1 }
    }
    if line.seen == line.questions && line.questions > 0 {
        if right >= missed { right = cells - missed } else { missed = cells - right }
    }
    format!(
        "[{}{}{}]",
        paint(RIGHT, &"#".repeat(right)),
        paint(WRONG, &"-".repeat(missed)),
        paint(DIM, &".".repeat(cells - right - missed))
    )
}

/// A sentence a row.
pub(super) fn sentences(lines: &[Line], width: usize) -> String {
    lines.iter().map(|line| wrap(&sentence(line), width)).collect::<Vec<_>>().join("\n")
}

fn sentence(line: &Line) -> String {
    if line.seen == 0 {
        return format!("{}: none of {} seen.", line.title, counted(line.questions, "question"));
    }
    let mut parts = vec![
        format!("{} of {} seen", line.seen, counted(line.questions, "question")),
        format!("{} right at last", line.right_now),
    ];
    parts.push(match line.chance {
        Some(chance) => format!("{chance} percent chance to be right now"),
        None => String::from("too few answers to tell the chance"),
    });
    if line.due > 0 {
        parts.push(format!("{} due", line.due));
    }
    if let Some(trend) = line.trend {
        parts.push(format!("trend {}", trend.name()));
    }
    if !line.last.is_empty() {
        parts.push(format!("last {}", line.last));
    }
    format!("{}: {}.", line.title, parts.join(", "))
}
