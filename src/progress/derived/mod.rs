//! What a sitting needs of the log when it begins, small enough to be kept beside the log and read at once.

mod body;
mod bytes;
mod state;

#[cfg(test)]
mod tests;

pub(crate) use body::VERSION;
pub(crate) use state::{Derived, Mark};
