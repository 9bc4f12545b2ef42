//! `guardprep man`: the manual page, and one for each command.

use std::io::{self, Cursor};
use std::path::{Path, PathBuf};

use crate::context::{Context, Stream};
use crate::failure::{Exit, Failure};
use crate::whole_file;
use crate::words::counted;

/// Read the manual page, or write all pages into a folder
///
/// At a terminal it is shown as `man` shows it, or page by page where there is no `man`. A pipe gets the page as it is
/// written: `guardprep man | man -l -`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Write the pages into this folder, one for each command: guardprep.1, guardprep-quiz.1, ...
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
}

pub(crate) fn run(
    args: &Args,
    context: &Context,
    definition: fn() -> clap::Command,
) -> Result<Exit, Failure> {
    let mut definition = definition().disable_help_subcommand(true);
    definition.build();
    if let Some(folder) = &args.to {
        return write(folder, context, &definition);
    }
    let (_, page) = page(&definition)?;
    if !Context::is_interactive() || context.is_plain() {
        context.print(Stream::Out, page.trim_end())?;
        return Ok(Exit::Done);
    }
    if Context::read_in("man -l -", &page)? {
        return Ok(Exit::Done);
    }
    // Without `man`, as on Windows: the long help of every command.
    context.read_through(&|width| {
        let commands = std::iter::once(&definition).chain(definition.get_subcommands());
        commands.map(|command| command.clone().term_width(width).render_long_help().to_string()).collect()
    })
}

/// The name of a page's file, and the page.
fn page(command: &clap::Command) -> Result<(String, String), io::Error> {
    let man = clap_mangen::Man::new(command.clone());
    let mut page = Cursor::new(vec![]);
    man.render(&mut page)?;
    Ok((man.get_filename(), String::from_utf8_lossy(page.get_ref()).into_owned()))
}

fn write(folder: &Path, context: &Context, definition: &clap::Command) -> Result<Exit, Failure> {
    let mut pages = vec![];
    collect(definition, &mut pages)?;
    whole_file::create_folder(folder)?;
    for (name, page) in &pages {
        whole_file::write(&folder.join(name), page.as_bytes(), true)?;
    }
    let text = format!("{} written into {}", counted(pages.len(), "page"), folder.display());
    context.print(Stream::Out, &text)?;
    Ok(Exit::Done)
}

fn collect(command: &clap::Command, pages: &mut Vec<(String, String)>) -> Result<(), io::Error> {
    pages.push(page(command)?);
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        collect(sub, pages)?;
    }
    Ok(())
}
