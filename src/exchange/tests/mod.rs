//! The laws of the family: every format is held to them by loops over the slice.

mod broken;
mod family;
mod files;
mod made;
mod round_trip;
pub(in crate::exchange) mod samples;
