//! A bank as TOML: text in, what could be read *and* every problem out.
//!
//! Reading never fails. [`read()`] reads one file; [`join()`] combines files and finds problems between them. Spans are
//! kept beside the questions ([`Loaded`]), so that `bank` knows nothing about files.

mod apart;
mod embedded;
mod join;
mod leave_out;
mod loaded;
mod parts;
mod pieces;
mod present;
mod read;
mod read_question;
mod told;
mod write;

#[cfg(test)]
mod tests;

pub(crate) use embedded::EMBEDDED;
pub(crate) use join::{Joined, join};
pub(crate) use leave_out::leave_out;
pub(crate) use loaded::{Loaded, LoadedFile, SCHEMA, Spans};
pub(crate) use read::read;
pub(crate) use write::write;
