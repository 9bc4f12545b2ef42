//! The laws of a mock exam.

mod blueprint;
mod profiles;
