//! A problem of a file, and the place where it was found.
//!
//! Readers and rules make [`Diagnostic`]s; [`render()`] shows them as rustc shows its own, [`json()`] for programs.

mod alike;
mod json;
mod place;
mod problem;
mod render;

#[cfg(test)]
mod tests;

pub(crate) use alike::alike;
pub(crate) use json::json;
pub(crate) use place::{Place, Source};
pub(crate) use problem::{Diagnostic, Severity, count, sort};
pub(crate) use render::render;
