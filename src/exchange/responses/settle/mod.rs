//! What a sheet means: which question a column is, what its marks stand for, what is right.

mod cells;
mod columns;
mod item;
mod known;
mod marked;
mod marks;
mod settling;
mod slot;
mod told;
mod versions;

pub(in crate::exchange::responses) use known::Known;
pub(in crate::exchange::responses) use settling::{Settled, settle};
