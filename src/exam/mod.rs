//! The mock exam: profiles of real exams as data, and one exam as a state machine.
//!
//! A [`Profile`] is what is known about a real exam, a [`Setup`] combines it with what the person asked for, and
//! [`draw()`] makes a plan. From then on only the log matters: an [`ExamSitting`] is computed from the plan and the
//! events since, and an [`Outcome`] from the sitting.
//!
//! ```text
//! Profile + ExamRequest ──▶ Setup ──draw──▶ Drawn ──begin(now)──▶ ExamPlan (Body::Start)
//!
//! open ──Choose, FlagItem, Go──▶ open ──HandIn (asked, or time up)──▶ handed in
//! handed in ──Answer (a missed question is asked again)──▶ handed in
//! ```
//!
//! Nothing here reads a clock: the caller passes the time. Answers at or after the deadline are ignored even if they
//! are in the log.

mod aim;
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

#[cfg(any(test, fuzzing))]
pub(crate) use catalog::EMBEDDED as BUILT_IN;
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
