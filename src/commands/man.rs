//! `guardprep man`: the manual page.

use crate::cli;
use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};

/// Print the manual page; read it with `guardprep man | man -l -`
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_: &Args, context: &Context) -> Result<Exit, Failure> {
    let mut page = vec![];
    clap_mangen::Man::new(cli::definition()).render(&mut page)?;
    context.print(Stream::Out, String::from_utf8_lossy(&page).trim_end())?;
    Ok(Exit::Done)
}
