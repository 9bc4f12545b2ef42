//! Files, whole or not at all: read up to a limit, written so that nobody ever finds half of one.

mod read;
mod write;

#[cfg(test)]
mod tests;

pub(crate) use read::{ReadError, read, read_from};
pub(crate) use write::{WriteError, create_folder, is_free, write, write_private};
