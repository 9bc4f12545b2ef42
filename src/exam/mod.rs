//! The mock exam.

mod blueprint;
mod catalog;
mod draw;
mod pass;
mod profile;
mod profile_file;
mod setup;

#[cfg(test)]
mod tests;
