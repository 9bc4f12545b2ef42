//! Numbers in words: rows that fit a width, sentences for who hears them, JSON for programs.

mod ahead;
pub(crate) mod bank;
pub(crate) mod browser;
mod class;
mod days;
mod exams;
mod few_words;
mod last_day;
mod paused;
mod plan_words;
mod progress;
mod question;
mod readiness;
mod rows;
mod spreadsheet;
mod study_words;
mod today;
mod topic;
mod topic_lines;
mod when;

#[cfg(test)]
mod tests;

pub(crate) use ahead::Ahead;
pub(crate) use class::ClassReport;
pub(crate) use few_words::few_words;
pub(crate) use last_day::{last_choices, last_order};
pub(crate) use paused::{paused_clock, paused_line, paused_name};
pub(crate) use plan_words::{plan_choices, plan_lines, study_order};
pub(crate) use progress::{Doubtful, ENOUGH, ProgressReport, ResumeNote};
pub(crate) use question::question_json;
pub(crate) use readiness::{Missing, ReadinessWords};
pub(crate) use rows::{Row, rows};
pub(crate) use spreadsheet::progress_csv;
pub(crate) use study_words::{Reasons, study_begins, study_over};
pub(crate) use today::today_line;
pub(crate) use topic::{ObjectiveFigures, TopicReport};
pub(crate) use topic_lines::{TopicLine, topic_lines};
pub(crate) use when::{ago, until};
