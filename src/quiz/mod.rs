//! Practice: which questions are drawn, and the order in which they are asked until each has an answer. The selection
//! is also used by `export`.
//!
//! ```text
//! QuizPlan ──open──▶ asked ──Answer──▶ asked ─ ... ─▶ all answered ──End──▶ over
//!                     │ ▲                 │
//!                     │ └───── Undo ◀─────┘
//!                     └ Skip: to the end of the queue
//! ```

mod interleave;
mod plan;
pub(crate) mod selection;
mod sitting;
mod study;

#[cfg(test)]
mod tests;

pub(crate) use plan::draw;
pub(crate) use selection::{Empty, Selection};
pub(crate) use sitting::QuizSitting;
pub(crate) use study::{Order, Today};
