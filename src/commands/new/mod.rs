//! `guardprep new`: writes a template of a bank.

use std::path::PathBuf;

use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::whole_file;
use crate::words::quoted;

/// Write a new bank to fill in
///
/// Every key is there with a word on what it is for; `guardprep check FILE` says what is still empty.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The file to make, such as night-desk.toml
    #[arg(value_name = "FILE")]
    path: PathBuf,
}

const TEMPLATE: &str = include_str!("bank.toml");

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let name = args.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let bank = TEMPLATE.replace("TOPIC", &id_of(&name));
    whole_file::write(&args.path, bank.as_bytes(), false)?;
    let path = quoted(&args.path);
    context.print(
        Stream::Out,
        &format!("{path} is ready to be filled in. What is still missing:  guardprep check {path}"),
    )?;
    Ok(Exit::Done)
}

/// An id from a file's name: lower case letters and digits; everything else becomes a hyphen.
fn id_of(name: &str) -> String {
    let mapped: String =
        name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = mapped.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { String::from("my-topic") } else { words.join("-") }
}
