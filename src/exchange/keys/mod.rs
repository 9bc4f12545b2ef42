//! Which options an answer means. Whether a file answers with texts, letters or numbers is decided once over all its
//! answers: a `2` is the second option, the third one, or the option that reads "2", and no single answer tells which.
//!
//! * [`Habit`]: how a file answers
//! * [`read()`]: one answer, once the habit is known
//! * [`decide()`]: the habit of a file, from all its answers

mod decide;
mod habit;
mod part;
mod read;

#[cfg(test)]
mod tests;

pub(crate) use decide::{Decision, decide};
pub(crate) use habit::Habit;
pub(crate) use read::read;

/// An option as it can be meant: its number and its text.
pub(crate) type Choice<'t> = (usize, &'t str);
