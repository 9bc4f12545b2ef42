//! One choice in a menu.

use crate::context::{Context, Stream};
use crate::failure::Failure;
use crate::terminal::{Choice, Leaving};

/// The columns that a menu needs beside the text of an item: a pointer, a number, a column that stays free.
pub(super) const BESIDE: usize = 7;

pub(super) fn choose(
    context: &Context,
    prompt: &str,
    items: &[String],
    leaving: Leaving,
) -> Result<Choice, Failure> {
    Ok(context.menu().choose(prompt, items, leaving, &mut context.stream(Stream::Out))?)
}
