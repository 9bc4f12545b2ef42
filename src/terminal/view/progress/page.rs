//! The page of all topics: how it stands, what to do today, the topics that matter most.

use super::blocks::Blocks;
use super::table::{Line, SHORT_LEGEND, Shape, sentences};
use crate::progress::TopicStatistics;
use crate::report::ProgressReport;
use crate::terminal::palette::{HEADING, paint};
use crate::words::{without_command, wrap_command};

/// Where and how the page is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame<'a> {
    /// Columns for text.
    pub(crate) width: usize,
    /// Columns for a table.
    pub(crate) table_width: usize,
    /// Rows of the window, where what is above it scrolls away.
    pub(crate) rows: Option<usize>,
    /// Sentences, without columns, bars and color.
    pub(crate) plain: bool,
    /// Every topic, however long the page gets.
    pub(crate) all: bool,
    /// As few words as will do.
    pub(crate) short: bool,
    /// Whether commands can be typed.
    pub(crate) commands: bool,
    /// Where the answers are kept, if there are any.
    pub(crate) kept: Option<&'a str>,
}

/// The topics for which everything makes room that is not needed.
const FEWEST: usize = 4;

pub(crate) fn page(report: &ProgressReport<'_>, frame: Frame<'_>) -> String {
    let shown = report.weakest_first();
    let lines: Vec<Line> = shown.iter().map(|topic| line(report, topic)).collect();
    // One row is for the prompt of the shell.
    let height = frame.rows.map_or(usize::MAX, |rows| rows.saturating_sub(1));
    let mut rest = around(report, &shown, &lines, frame);
    let whole = topics(&lines, shown.len(), frame);
    if frame.all || rest.1.height() + 1 + count(&whole) <= height {
        return assemble(rest, whole);
    }
    // What is not about topics makes room for a few of them; then there are as many of them as fit.
    rest = around(report, &shown, &lines, Frame { short: true, ..frame });
    let fewest = topics(&lines, FEWEST.min(shown.len()), frame);
    rest.1.shed(height.saturating_sub(1 + count(&fewest)));
    let room = height.saturating_sub(rest.1.height() + 1);
    let fits = (1..shown.len()).rev().map(|n| topics(&lines, n, frame)).find(|text| count(text) <= room);
    assemble(rest, fits.unwrap_or_else(|| topics(&lines, 1, frame)))
}

/// Everything but the topics; the number says how many of its groups come before them.
type Rest = (usize, Blocks);

fn around(report: &ProgressReport<'_>, shown: &[&TopicStatistics], lines: &[Line], frame: Frame<'_>) -> Rest {
    let told = |text: &str| {
        if frame.commands {
            wrap_command(text, frame.width)
        } else {
            wrap_command(&without_command(text), frame.width)
        }
    };
    let mut blocks = Blocks::new(frame.table_width);
    let state = told(&report.state());
    let state: Vec<String> = state.lines().map(|line| paint(HEADING, line)).collect();
    blocks.add(0, state.join("\n"));
    if let Some(words) = report.readiness_words() {
        blocks.add(0, told(&words.line()));
        if let Some(line) = words.raise_line() {
            blocks.add(2, told(&line));
        }
        if words.enough {
            blocks.add(5, told(&words.about()));
        }
    }
    if let Some(line) = report.today_line().filter(|_| report.overall.answers > 0) {
        blocks.add(0, told(&line));
    }
    blocks.group();
    if !frame.plain && lines.iter().any(|line| line.seen > 0) {
        let legend = Shape::new(lines, frame.table_width).legend(lines);
        blocks.add(4, told(if frame.short { SHORT_LEGEND } else { &legend }));
    }
    blocks.group();
    if let Some(line) = report.paused_line() {
        blocks.add(1, told(&line));
    }
    for line in report.doubtful_lines() {
        blocks.add(2, told(&line));
    }
    if let Some(line) = report.exams_line() {
        blocks.add(3, told(&line));
    }
    for line in report.aside_lines() {
        blocks.add(6, told(&line));
    }
    if let Some(line) = report.next(shown) {
        blocks.add(0, told(&line));
    }
    if let Some(kept) = frame.kept {
        // The path is not wrapped, so that it can be copied.
        blocks.add(7, format!("Your answers are kept in {kept}"));
    }
    (1, blocks)
}

fn assemble((before, blocks): Rest, topics: String) -> String {
    blocks.with_group_at(before, topics).text()
}

fn count(text: &str) -> usize {
    text.split('\n').count()
}

/// The first `n` topics, and what there is besides.
fn topics(lines: &[Line], n: usize, frame: Frame<'_>) -> String {
    let first = &lines[..n.min(lines.len())];
    let mut text = if frame.plain {
        sentences(first, frame.width)
    } else {
        Shape::new(first, frame.table_width).table("Topic", first)
    };
    let left = &lines[first.len()..];
    if !left.is_empty() {
        let new = left.iter().filter(|line| line.seen == 0).count();
        let new = match new {
            0 => String::new(),
            n if n == left.len() => String::from(", not begun"),
            n => format!(", {n} of them not begun"),
        };
        let more = if left.len() == 1 { "1 more topic" } else { &format!("{} more topics", left.len()) };
        text += "\n";
        text += &wrap_command(&format!("And {more}{new}: guardprep progress --all"), frame.width);
    }
    text
}

fn line(report: &ProgressReport<'_>, topic: &TopicStatistics) -> Line {
    Line {
        title: topic.title.clone(),
        questions: topic.questions,
        seen: topic.seen,
        right_now: topic.right_now,
        chance: report.chance_percent(topic),
        due: topic.due,
        trend: topic.trend,
        last: report.ago(topic.last),
    }
}
