//! A text that may be longer than the screen: page by page with the keys of everything else, or through the person's own
//! pager. Pages are printed one after another and never redrawn, so that they stay in the scrollback.

mod own;
mod pages;
mod program;

pub(crate) use own::{pass_by_pages, read_by_pages};
pub(crate) use pages::next_with;
pub(crate) use program::read_in_program;
