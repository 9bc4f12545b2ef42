//! `guardprep man`: the manual page.

use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};

/// Print the manual page; read it with `guardprep man | man -l -`
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_: &Args, context: &Context, definition: &clap::Command) -> Result<Exit, Failure> {
    let mut page = vec![];
    clap_mangen::Man::new(definition.clone()).render(&mut page)?;
    context.print(Stream::Out, String::from_utf8_lossy(&page).trim_end())?;
    Ok(Exit::Done)
}
