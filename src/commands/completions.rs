//! `guardprep completions`: completions for a shell.

use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};

/// Print completions for a shell
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shell
    shell: clap_complete::Shell,
}

pub(crate) fn run(args: &Args, context: &Context, definition: &clap::Command) -> Result<Exit, Failure> {
    // Written to memory first: clap_complete panics if stdout is a closed pipe.
    let mut script = vec![];
    clap_complete::generate(args.shell, &mut definition.clone(), "guardprep", &mut script);
    context.print(Stream::Out, String::from_utf8_lossy(&script).trim_end())?;
    Ok(Exit::Done)
}
