//! What classes showed, kept for later terms: sums from which every figure of a question can be computed again.

mod class;
mod read;
mod statistics;
mod write;

pub(crate) use class::KeptClass;
pub(crate) use read::read_statistics;
pub(crate) use statistics::{Added, Shown, Statistics};
pub(crate) use write::write_statistics;
