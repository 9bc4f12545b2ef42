//! The dictionary of text: what is safe to print, how it wraps, names that people type, one and many.

mod code;
mod command;
mod harm;
mod meant;
mod names;
mod plural;
mod quote;
mod text;
mod wrap;

#[cfg(test)]
mod tests;

pub(crate) use code::{Block, FENCE, Fences, Line, blocks, closes, has_code, opens};
pub(crate) use command::without_command;
pub(crate) use harm::{first_harmful, is_harmful};
pub(crate) use meant::has_words;
pub(crate) use names::{LONGEST_ID, file_name, is_id, nearest, same_name};
pub(crate) use plural::{counted, duration, numbers};
pub(crate) use quote::{opening, quoted, shortened};
pub(crate) use text::{
    harmless, harmless_json, harmless_line, is_printable, is_tidy, printable, tidy, tidy_lines,
};
pub(crate) use wrap::{columns, fit, hang, wrap, wrap_command, wrap_whole};
