//! Numbers in words: rows that fit a width, sentences for who hears them, JSON for programs.

pub(crate) mod bank;
mod days;
mod exams;
mod few_words;
mod paused;
mod progress;
mod question;
#[allow(dead_code, reason = "the screens that say it come next")]
mod readiness;
mod rows;
mod topic_lines;
mod when;

#[cfg(test)]
mod tests;

pub(crate) use few_words::few_words;
pub(crate) use paused::{paused_line, paused_name};
pub(crate) use progress::{ProgressReport, ResumeNote};
pub(crate) use question::question_json;
#[allow(unused_imports, reason = "the screens that say it come next")]
pub(crate) use readiness::ReadinessWords;
pub(crate) use rows::{Row, rows};
pub(crate) use topic_lines::{TopicLine, topic_lines};
pub(crate) use when::ago;
