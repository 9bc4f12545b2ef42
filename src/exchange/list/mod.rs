//! Lists of questions as people type them: in a text, in Markdown, in a document, for Respondus or text2qti. One reader
//! for all of them.
//!
//! * `line` tells what a line is; `label` knows what stands before questions and options, `answer` what says which is right
//! * `reader` gathers lines into questions (`options`, `said`); `strict` reads Aiken, in which nothing else means anything
//! * `key` finds the right options, `keys` gives the entries of an answer key to their questions
//! * `read` hands the questions in

mod answer;
mod block;
mod code;
mod in_line;
mod key;
mod keys;
mod label;
mod likeness;
mod line;
mod options;
mod read;
mod reader;
mod said;
mod strict;

#[cfg(test)]
mod tests;

pub(super) use likeness::{is_strict, likeness};
pub(super) use line::{Typed, is_plain};
pub(super) use read::{import, read_into};

use super::{Format, Import};

pub(super) const FORMAT: Format = Format {
    name: "list",
    summary: "lists typed by hand: numbers, letters, answers or marks, in text or Markdown; Respondus, text2qti",
    extension: "txt",
    loses: &[],
    export: None,
    import: Some(Import { read: import, likeness }),
};
