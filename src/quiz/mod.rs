//! One sitting: which questions are drawn, how their options are laid out, and what has been answered.
//!
//! A sitting is a pure state machine over the log: [`Sitting::apply`] takes one event, live or replayed, so that going
//! on after a power cut is nothing else than reading the log again.
//!
//! ```text
//! SittingPlan ──open──▶ Ask ──Answer──▶ Ask ─ ... ─▶ Finished ──End──▶ over
//!                 │ ▲              │
//!                 │ └──── Undo ◀───┘
//!                 └ Skip: to the end of the queue
//! ```

mod layout;
mod plan;
pub(crate) mod selection;
mod sitting;

#[cfg(test)]
mod tests;

pub(crate) use layout::{OPTIONS_SHOWN, lay_out, restore};
pub(crate) use plan::draw;
pub(crate) use selection::{Empty, Selection};
pub(crate) use sitting::{Item, Sitting, Step};

use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

/// The random source of a sitting: ChaCha8, whose stream is the same on every platform and in every version.
pub(crate) fn rng(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}
