//! The mock exam.

mod catalog;
mod pass;
mod profile;
mod profile_file;

#[cfg(test)]
mod tests;
