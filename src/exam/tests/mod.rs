//! The laws of a mock exam.

mod profiles;
