//! Practice: which questions are drawn, and the order in which they are asked until each has an answer. The selection
//! is also used by `export`.
//!
//! ```text
//! QuizPlan ──open──▶ asked ──Answer──▶ asked ─ ... ─▶ all answered ──End──▶ over
//!                     │ ▲                 │
//!                     │ └───── Undo ◀─────┘
//!                     └ Skip: to the end of the queue
//! ```

#[allow(dead_code, reason = "the commands that use it are being written")]
mod interleave;
mod plan;
pub(crate) mod selection;
mod sitting;
#[allow(dead_code, reason = "the commands that use it are being written")]
mod study;

#[cfg(test)]
mod tests;

pub(crate) use plan::draw;
pub(crate) use selection::{Empty, Selection};
pub(crate) use sitting::QuizSitting;
#[allow(unused_imports, reason = "the commands that use it are being written")]
pub(crate) use study::Today;
