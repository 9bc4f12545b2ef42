//! The laws of the family: every format is held to them by loops over the slice.

mod family;
mod samples;
