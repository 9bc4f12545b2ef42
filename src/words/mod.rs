//! The dictionary of text: what is safe to print, how it wraps, names that people type, one and many.

mod meant;
mod names;
mod plural;
mod quote;
mod text;
mod wrap;

#[cfg(test)]
mod tests;

pub(crate) use meant::has_words;
pub(crate) use names::{LONGEST_ID, file_name, is_id, nearest, same_name};
pub(crate) use plural::{counted, duration, numbers};
pub(crate) use quote::{opening, quoted, shortened};
pub(crate) use text::{harmless, harmless_json, harmless_line, is_harmful, is_tidy, printable, tidy};
pub(crate) use wrap::{columns, fit, hang, wrap, wrap_command, wrap_whole};
