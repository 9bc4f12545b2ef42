//! Numbers in words: rows that fit a width, sentences for who hears them, JSON for programs.

pub(crate) mod bank;
mod exams;
mod paused;
mod progress;
mod rows;
mod topic_lines;
mod when;

#[cfg(test)]
mod tests;

pub(crate) use paused::paused_line;
pub(crate) use progress::{ProgressReport, ResumeNote};
pub(crate) use rows::{Row, rows};
pub(crate) use topic_lines::{TopicLine, topic_lines};
pub(crate) use when::ago;
