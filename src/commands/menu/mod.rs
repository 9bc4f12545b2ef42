//! `guardprep` without a subcommand.

mod choosing;
mod entries;
mod planning;
mod turns;

pub(crate) use turns::menu;
