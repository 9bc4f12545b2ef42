//! The laws of the family: every format is held to them by loops over the slice.

mod broken;
mod consumers;
mod family;
mod faults;
mod files;
mod hostile;
mod inputs;
mod made;
mod parts;
mod round_trip;
pub(crate) mod samples;

pub(in crate::exchange) use inputs::told;
