//! The topics as a table for a spreadsheet.

use super::ProgressReport;
use crate::exchange::spreadsheet;
use crate::progress::{TopicStatistics, Trend};

/// The columns, in their order; more may come after them.
const COLUMNS: [&str; 11] = [
    "topic",
    "title",
    "questions",
    "seen",
    "right_now",
    "answers",
    "correct",
    "chance",
    "due",
    "trend",
    "last",
];

/// One row a topic, in the order of the bank. `chance` is empty where there are too few answers to tell.
pub(crate) fn progress_csv(report: &ProgressReport<'_>) -> String {
    let row = |topic: &TopicStatistics| {
        vec![
            topic.id.clone(),
            topic.title.clone(),
            topic.questions.to_string(),
            topic.seen.to_string(),
            topic.right_now.to_string(),
            topic.answers.to_string(),
            topic.correct.to_string(),
            report.chance(topic).map_or_else(String::new, |chance| format!("{chance:.3}")),
            topic.due.to_string(),
            topic.trend.map_or("", Trend::name).to_owned(),
            topic.last.map_or_else(String::new, |last| report.date(last).to_string()),
        ]
    };
    let head = COLUMNS.map(ToOwned::to_owned).to_vec();
    spreadsheet(std::iter::once(head).chain(report.topics.iter().map(row)).collect())
}
