//! guardprep
#![allow(dead_code, unused_imports, reason = "while it grows")]
mod bank;
mod bank_file;
mod diagnostic;
mod progress;
mod quiz;
mod store;
