//! The subcommands, one file each: its `Args`, whose comments are the help, and its `run`.
//!
//! A command translates, calls and prints; a decision about questions belongs to a lower room.

mod check;
mod completions;
mod exam;
mod export;
mod import;
mod man;
mod menu;
mod new;
mod progress;
mod quiz;
mod resume;
mod selecting;
mod session;
mod topics;
mod undo;

use clap::Subcommand;

use crate::bank::Bank;
use crate::context::Context;
use crate::failure::{Exit, Failure, Thing};
use crate::words::same_name;

pub(crate) use menu::menu;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Quiz(quiz::Args),
    Exam(exam::Args),
    Resume(resume::Args),
    Progress(progress::Args),
    Undo(undo::Args),
    Topics(topics::Args),
    Check(check::Args),
    New(new::Args),
    Export(export::Args),
    Import(import::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Command {
    /// `definition` is the command line as a whole, for those who describe it.
    pub(crate) fn run(self, context: &Context, definition: &clap::Command) -> Result<Exit, Failure> {
        match self {
            Self::Quiz(args) => quiz::run(&args, context),
            Self::Exam(args) => exam::run(&args, context),
            Self::Resume(args) => resume::run(&args, context),
            Self::Progress(args) => progress::run(&args, context),
            Self::Undo(args) => undo::run(&args, context),
            Self::Topics(args) => topics::run(&args, context),
            Self::Check(args) => check::run(&args, context),
            Self::New(args) => new::run(&args, context),
            Self::Export(args) => export::run(&args, context),
            Self::Import(args) => import::run(&args, context),
            Self::Completions(args) => completions::run(&args, context, definition),
            Self::Man(args) => man::run(&args, context, definition),
        }
    }
}

/// The ids of the topics that were named, in the order of the bank. A name is matched in spite of case, blanks and
/// hyphens, by id or title; what is merely near is asked back, never guessed.
fn topic_ids(bank: &Bank, names: &[String]) -> Result<Vec<String>, Failure> {
    let mut wanted = vec![];
    for name in names {
        let topic =
            bank.topics().iter().find(|topic| same_name(&topic.id, name) || same_name(&topic.title, name));
        let Some(topic) = topic else {
            let ids = bank.topics().iter().map(|topic| topic.id.as_str());
            return Err(Failure::unknown(Thing::Topic, name, ids));
        };
        wanted.push(topic.id.clone());
    }
    Ok(bank.topics().iter().map(|topic| topic.id.clone()).filter(|id| wanted.contains(id)).collect())
}

/// The most questions that can be asked for: more than anybody answers, and few enough to be multiplied.
const MOST_QUESTIONS: usize = 1_000_000;

/// A number of questions.
fn count(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(n @ 1..=MOST_QUESTIONS) => Ok(n),
        _ => Err(format!(
            "give a whole number from 1 to {MOST_QUESTIONS}; more than there are asks all of them"
        )),
    }
}
