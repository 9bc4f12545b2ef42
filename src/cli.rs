//! The command line as a whole: global options, help, dispatch.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue};
use clap::{CommandFactory, FromArgMatches, Parser};

use crate::commands::{self, Command, Usual};
use crate::context::{Color, Context, Settings};
use crate::failure::{Exit, Failure};

/// Practice for a security-guard licensing exam, in the terminal
#[derive(Debug, Parser)]
#[command(name = "guardprep", bin_name = "guardprep", version, max_term_width = 88, subcommand_required = false, help_template = HELP, after_help = AFTER)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    /// Add a question bank: a file or a folder (may be repeated)
    #[arg(long, value_name = "PATH", global = true, help_heading = "Options for every command")]
    bank: Vec<PathBuf>,

    /// Keep progress in this file
    #[arg(long, value_name = "FILE", global = true, help_heading = "Options for every command")]
    progress: Option<PathBuf>,

    /// Plain lines: no color, no single keys, words instead of bars
    #[arg(long, global = true, help_heading = "Options for every command")]
    plain: bool,

    /// When to use color
    #[arg(
        long,
        value_enum,
        value_name = "WHEN",
        default_value = "auto",
        global = true,
        help_heading = "Options for every command"
    )]
    color: Color,

    /// Draw the same questions again in the same order
    #[arg(long, value_name = "N", global = true, help_heading = "Options for every command", value_parser = seed)]
    seed: Option<u64>,
}

/// clap does not group subcommands; a test holds this list to them. Rows stay under 44 columns.
const HELP: &str = "\
{about}

{usage-heading} {usage}

Students:
  quiz         Practice, with the reason after each answer
  exam         Take a mock exam against the clock
  resume       Go on with a paused quiz or exam
  review       What you got wrong, and why
  show         All about one question
  study        What is worth answering today
  plan         When your exam is, and what it takes
  progress     How you are doing, topic by topic
  undo         Take back the last answer
  topics       What the question banks hold

Instructors:
  check        Every problem of a bank, with its place
  new          A new bank to fill in
  export       Banks in the format of another program
  import       Questions of another program into a bank
  analyze      How a class did, question by question

Both:
  completions  Completions for a shell
  man          The manual pages
  help         Help on a command

{options}{after-help}";

const AFTER: &str = "
Examples:
  guardprep                       Start with a menu
  guardprep quiz -n 5             Five questions of any topic
  guardprep quiz de-escalation    Ten questions of one topic
  guardprep quiz --missed         What you got wrong last time
  guardprep exam ontario          A mock exam: 60 questions, 75 minutes

Environment:
  GUARDPREP_HOME       One folder for progress and banks
  GUARDPREP_BANKS      More question banks, a list of paths
  GUARDPREP_NO_STREAK  Nothing about days in a row
  NO_COLOR             No color
  PAGER                What long texts are read in
";

fn seed(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| String::from("give a whole number, such as 7"))
}

/// The whole command line, with the other names of its commands, which no help lists.
fn definition() -> clap::Command {
    commands::aliases().fold(Cli::command(), |definition, (command, name)| {
        definition.mut_subcommand(command, |command| command.alias(name))
    })
}

/// Understands a command line; a usual word that is no command is answered.
fn parse(arguments: &[OsString]) -> Result<Cli, Refused> {
    let parsed = definition().try_get_matches_from(arguments).and_then(|found| Cli::from_arg_matches(&found));
    let error = match parsed {
        Ok(cli) => return Ok(cli),
        Err(error) => error,
    };
    let Some(ContextValue::String(typed)) = error.get(ContextKind::InvalidSubcommand) else {
        return Err(Refused::Arguments(error));
    };
    match commands::usual(typed) {
        Some(Usual::Menu) => {
            let at = arguments.iter().position(|argument| argument.to_str() == Some(typed));
            let rest = arguments.iter().enumerate().filter(|(n, _)| Some(*n) != at).map(|(_, other)| other);
            Cli::try_parse_from(rest).map_err(Refused::Arguments)
        }
        Some(Usual::Says(instead)) => {
            Err(Refused::Word(Failure::NotACommand { typed: typed.clone(), instead }))
        }
        _ => Err(Refused::Arguments(error)),
    }
}

/// Why a command line is not understood.
enum Refused {
    Arguments(clap::Error),
    Word(Failure),
}

/// Runs one command line from its beginning to its exit code.
pub(crate) fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let cli = match parse(&arguments.into_iter().collect::<Vec<_>>()) {
        Ok(cli) => cli,
        Err(Refused::Word(failure)) => return report(&failure),
        Err(Refused::Arguments(error)) => {
            // clap knows which stream; a reader that has gone is no error.
            return match error.print() {
                _ if error.use_stderr() => Exit::CouldNot,
                Ok(()) => Exit::Done,
                Err(error) => report(&error.into()),
            };
        }
    };
    let settings = Settings {
        banks: cli.bank,
        progress: cli.progress,
        plain: cli.plain,
        color: cli.color,
        seed: cli.seed,
        menu: cli.command.is_none(),
    };
    let context = match Context::new(settings) {
        Ok(context) => context,
        Err(failure) => return report(&failure),
    };
    let done = match cli.command {
        Some(command) => command.run(&context, Cli::command),
        None => commands::menu(&context, Cli::command),
    };
    done.unwrap_or_else(|failure| report(&failure))
}

/// The one place that prints a failure.
fn report(failure: &Failure) -> Exit {
    let Some(text) = failure.text() else {
        return if let Failure::Left(exit) = failure { *exit } else { Exit::Done };
    };
    // stderr may be gone; then there is nobody to tell.
    let _ = writeln!(anstream::stderr(), "{text}");
    let _ = io::stderr().flush();
    Exit::CouldNot
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{Cli, HELP, definition};
    use crate::commands::{Usual, all_usual_words};

    #[test]
    fn the_command_line_is_well_formed() {
        definition().debug_assert();
    }

    #[test]
    fn usual_words_are_no_commands_and_lead_to_some() {
        let commands = Cli::command();
        for (word, usual) in all_usual_words() {
            assert!(commands.find_subcommand(word).is_none(), "{word} is a command");
            let instead = match usual {
                Usual::Means(command) => vec![format!("guardprep {command}")],
                Usual::Menu => vec![],
                Usual::Says(instead) => instead.iter().map(|(typed, _)| (*typed).to_owned()).collect(),
            };
            for typed in instead {
                let parsed = definition().try_get_matches_from(typed.split(' '));
                let is_help = |error: &clap::Error| !error.use_stderr();
                assert!(parsed.as_ref().err().is_none_or(is_help), "{word}: {typed}: {parsed:?}");
            }
        }
    }

    #[test]
    fn the_help_lists_every_command_and_no_other() {
        let mut listed: Vec<&str> = HELP
            .lines()
            .filter_map(|line| line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')))
            .filter_map(|line| line.split_whitespace().next())
            .filter(|word| *word != "help")
            .collect();
        listed.sort_unstable();
        let command = Cli::command();
        let mut all: Vec<&str> =
            command.get_subcommands().filter(|sub| !sub.is_hide_set()).map(clap::Command::get_name).collect();
        all.sort_unstable();
        assert_eq!(listed, all);
        assert!(HELP.lines().all(|line| line.len() <= 60), "the template is not wrapped again");
    }
}
