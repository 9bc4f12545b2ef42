//! The mock exam: what real exams are like, as data, and one exam as a state machine.
//!
//! A [`Profile`] says what is known of a real exam, a [`Setup`] joins it with what a person asked for, [`draw()`] makes
//! a plan of it. From then on the plan in the log is all there is: an [`ExamSitting`] is folded from it and the
//! events since, live or replayed, and an [`Outcome`] is read off it.
//!
//! ```text
//! Profile + ExamRequest ──▶ Setup ──draw──▶ Drawn ──begin(now)──▶ ExamPlan (Body::Start)
//!
//! open ──Choose, FlagItem, Go──▶ open ──HandIn (asked, or time up)──▶ handed in ──Answer (going over it)──▶ handed in
//! ```
//!
//! Nothing here looks at a clock: whoever asks brings the time. Answers from the deadline on are not taken, whatever
//! the log holds.

mod blueprint;
mod catalog;
mod clock;
mod draw;
mod moves;
mod outcome;
mod pass;
mod profile;
mod profile_file;
mod setup;
mod sitting;

#[cfg(test)]
mod tests;

pub(crate) use catalog::Profiles;
pub(crate) use clock::{Tick, face, jump, notice};
pub(crate) use draw::{Drawn, draw};
pub(crate) use moves::Refused;
pub(crate) use outcome::Outcome;
pub(crate) use pass::PassRule;
pub(crate) use profile::{Confidence, PaperProfile, Profile, TimeKind};
pub(crate) use profile_file::read;
pub(crate) use setup::{Assumption, ExamRequest, ExtraTime, PRACTICE_QUESTIONS, Setup, Unfit};
pub(crate) use sitting::ExamSitting;
