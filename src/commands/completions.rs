//! `guardprep completions`: completions for a shell, with the topics, objectives, places and exams of this run.

use std::fmt::Write;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap_complete::Shell;

use crate::bank::{Bank, place_label};
use crate::context::{Context, Stream};
use crate::exam::Profile;
use crate::failure::{Exit, Failure};
use crate::library;
use crate::words::is_id;

/// Print completions for a shell: commands, options, topics, objectives, exams
///
/// They are made for the question banks that are there when it runs. To have them in every new shell:
///
/// bash: add to ~/.bashrc the line `source <(guardprep completions bash)`
///
/// zsh: add to ~/.zshrc the lines `autoload -U compinit && compinit` and `source <(guardprep completions zsh)`
///
/// fish: `guardprep completions fish > ~/.config/fish/completions/guardprep.fish`
///
/// PowerShell: `guardprep completions powershell >> $PROFILE`
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(
    args: &Args,
    context: &Context,
    definition: fn() -> clap::Command,
) -> Result<Exit, Failure> {
    let joined = library::known_banks(context)?;
    let profiles = library::known_profiles(context)?.all;
    let known = Known::of(&joined.bank, &profiles);
    let mut definition = definition();
    // Puts the options of each command together, which otherwise waits until it is typed.
    definition.build();
    let everywhere = definition.get_arguments().filter(|argument| argument.is_global_set());
    definition = unbuilt(&definition).args(everywhere).version(env!("CARGO_PKG_VERSION"));
    definition = known.completed(definition);
    if args.shell == Shell::Zsh {
        definition = names_as_commands(definition);
    }
    definition.build();
    // Written to memory first: clap_complete panics if stdout is a closed pipe.
    let mut script = vec![];
    clap_complete::generate(args.shell, &mut definition, "guardprep", &mut script);
    let mut script = String::from_utf8_lossy(&script).trim_end().to_owned();
    if args.shell == Shell::Fish {
        script += &fish_arguments(&definition);
    }
    context.print(Stream::Out, &script)?;
    Ok(Exit::Done)
}

/// A command and those below it with their own options, as they were before the whole command line was built: what
/// building adds to each is added again once values are known.
fn unbuilt(command: &clap::Command) -> clap::Command {
    let is_own = |argument: &&clap::Arg| {
        !argument.is_global_set() && !["help", "version"].contains(&argument.get_id().as_str())
    };
    let below = command.get_subcommands().filter(|below| below.get_name() != "help");
    // clap takes only names that live as long as the program, which ends after this.
    clap::Command::new(&*command.get_name().to_owned().leak())
        .about(command.get_about().cloned().unwrap_or_default())
        .args(command.get_arguments().filter(is_own).map(|argument| argument.clone().index(None)))
        .subcommands(below.map(unbuilt))
}

/// What can stand for a value on the command line: what is typed, and what it is.
struct Known {
    topics: Vec<(String, String)>,
    objectives: Vec<(String, String)>,
    places: Vec<(String, String)>,
    profiles: Vec<(String, String)>,
}

impl Known {
    fn of(bank: &Bank, profiles: &[Profile]) -> Self {
        let topics = bank.topics();
        let mut places: Vec<(String, String)> = bank
            .questions()
            .iter()
            .filter_map(|question| question.jurisdiction.as_deref())
            .map(|code| (code.to_owned(), place_label(code)))
            .collect();
        places.sort();
        places.dedup();
        let objectives = topics.iter().flat_map(|topic| &topic.objectives);
        let profile =
            |profile: &Profile| (profile.id.clone(), format!("{}, {}", profile.title, profile.place));
        Self {
            topics: topics.iter().map(|topic| (topic.id.clone(), topic.title.clone())).collect(),
            objectives: objectives.map(|objective| (objective.id.clone(), objective.text.clone())).collect(),
            places,
            profiles: profiles.iter().map(profile).collect(),
        }
    }

    /// A command and those below it, with these values where they are expected.
    fn completed(&self, command: clap::Command) -> clap::Command {
        let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
        let command = command.mut_args(|argument| match self.values(&argument) {
            Some(values) => argument.value_parser(PossibleValuesParser::new(values)),
            None => argument,
        });
        names
            .into_iter()
            .fold(command, |command, name| command.mut_subcommand(name, |sub| self.completed(sub)))
    }

    fn values(&self, argument: &clap::Arg) -> Option<Vec<PossibleValue>> {
        let name = argument.get_value_names().and_then(<[clap::builder::Str]>::first);
        let known = match (name?.as_str(), argument.get_id().as_str()) {
            ("TOPIC" | "WORDS", _) => &self.topics,
            (_, "objective") => &self.objectives,
            ("PLACE", _) => &self.places,
            ("PROFILE", _) => &self.profiles,
            _ => return None,
        };
        let mut values: Vec<PossibleValue> = vec![];
        // Whatever a file holds, nothing of it is a command when a shell reads the script.
        // clap takes only texts that live as long as the program, which ends after this.
        for (id, what) in known.iter().filter(|(id, _)| is_id(id)) {
            if !values.iter().any(|value| value.get_name() == id) {
                values.push(PossibleValue::new(&*id.clone().leak()).help(&*mild(what).leak()));
            }
        }
        Some(values)
    }
}

/// Names behind a command that has commands, too (`progress TOPIC` and `progress reset`), as commands of their own: the
/// script of `clap_complete` for zsh finds neither where a command has both.
fn names_as_commands(command: clap::Command) -> clap::Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = names.iter().fold(command, |command, name| command.mut_subcommand(name, names_as_commands));
    if names.is_empty() || command.get_positionals().next().is_none() {
        return command;
    }
    let values = command.get_positionals().flat_map(clap::Arg::get_possible_values);
    let values = values.filter(|value| !names.iter().any(|name| name == value.get_name())).map(|value| {
        let what = value.get_help().map(ToString::to_string).unwrap_or_default();
        clap::Command::new(&*value.get_name().to_owned().leak()).about(what)
    });
    let values: Vec<clap::Command> = values.collect();
    // Nothing takes an argument away from a command; as a hidden option it is not in the way.
    let hidden = |argument: clap::Arg| {
        let name = argument.get_id().as_str().to_owned();
        if argument.is_positional() { argument.long(&*name.leak()).hide(true) } else { argument }
    };
    command.mut_args(hidden).subcommands(values)
}

/// A text without signs that could mean something to a shell.
fn mild(text: &str) -> String {
    let is_mild = |c: char| c.is_alphanumeric() || " ,.-".contains(c);
    text.chars()
        .map(|c| if is_mild(c) { c } else { ' ' })
        .collect::<String>()
        .replace("  ", " ")
        .trim()
        .to_owned()
}

/// Completions for what is no option, which `clap_complete` leaves out for fish.
fn fish_arguments(definition: &clap::Command) -> String {
    let mut lines = String::new();
    for command in definition.get_subcommands() {
        let below: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        let alone = if below.is_empty() {
            String::new()
        } else {
            format!("; and not __fish_seen_subcommand_from {}", below.join(" "))
        };
        fish_values(&mut lines, command, &format!("{}{alone}", command.get_name()));
        for sub in command.get_subcommands() {
            let seen = format!("{}; and __fish_seen_subcommand_from {}", command.get_name(), sub.get_name());
            fish_values(&mut lines, sub, &seen);
        }
    }
    lines
}

fn fish_values(lines: &mut String, command: &clap::Command, condition: &str) {
    let values = command.get_positionals().flat_map(clap::Arg::get_possible_values);
    for value in values {
        let what = value.get_help().map(ToString::to_string).unwrap_or_default();
        // Writing into a text cannot fail.
        let _ = write!(
            lines,
            "\ncomplete -c guardprep -n \"__fish_guardprep_using_subcommand {condition}\" -f -a {} -d '{}'",
            value.get_name(),
            mild(&what)
        );
    }
}
