//! Short menus: rows with a pointer on a terminal, drawn as dialoguer draws them; numbered lines elsewhere.

mod choice;
mod choose;
mod pick;
mod rows;

pub(crate) use choice::{Choice, Leaving};
pub(crate) use choose::Menu;
