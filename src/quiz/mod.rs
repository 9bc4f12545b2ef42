//! Practice: which questions are drawn, and in which order they are asked until each has an answer.
//!
//! ```text
//! QuizPlan ──open──▶ asked ──Answer──▶ asked ─ ... ─▶ all answered ──End──▶ over
//!                     │ ▲                 │
//!                     │ └───── Undo ◀─────┘
//!                     └ Skip: to the end of the queue
//! ```

mod plan;
pub(crate) mod selection;
mod sitting;

#[cfg(test)]
mod tests;

pub(crate) use plan::draw;
pub(crate) use selection::{Empty, Selection};
pub(crate) use sitting::QuizSitting;
