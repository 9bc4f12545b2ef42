//! The subcommands, a file or folder each: `Args`, whose doc comments are the help that people see, and `run`.
//!
//! A command translates arguments, calls other modules and prints; rules about questions belong to layers 0 to 2.
//! `facility`, `goal`, `selecting`, `session`, `topic_choice` and `nothing_left` are no subcommands but shared by several; `menu` runs
//! without a subcommand; `usual_words` are words that people type for commands.

mod analyze;
mod check;
mod completions;
mod exam;
mod export;
mod facility;
mod goal;
mod import;
mod man;
mod menu;
mod new;
mod nothing_left;
mod plan;
mod progress;
mod quiz;
mod reset;
mod resume;
mod review;
mod selecting;
mod session;
mod show;
mod study;
mod topic_choice;
mod topics;
mod undo;
mod usual_words;

use clap::Subcommand;

use crate::context::Context;
use crate::failure::{Exit, Failure};

pub(crate) use menu::menu;
#[cfg(test)]
pub(crate) use usual_words::all as all_usual_words;
pub(crate) use usual_words::{Usual, aliases, usual};

/// The options of a command are put together when it is the one that was typed.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(crate) enum Command {
    Quiz(quiz::Args),
    Exam(exam::Args),
    Resume(resume::Args),
    Review(review::Args),
    Show(show::Args),
    Study(study::Args),
    Plan(plan::Args),
    Progress(progress::Args),
    Undo(undo::Args),
    Topics(topics::Args),
    Check(check::Args),
    Analyze(analyze::Args),
    New(new::Args),
    Export(export::Args),
    Import(import::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Command {
    /// `definition` gives the whole command line, for the commands that describe it (`completions`, `man`).
    pub(crate) fn run(self, context: &Context, definition: fn() -> clap::Command) -> Result<Exit, Failure> {
        match self {
            Self::Quiz(args) => quiz::run(&args, context),
            Self::Exam(args) => exam::run(&args, context),
            Self::Resume(args) => resume::run(&args, context),
            Self::Review(args) => review::run(&args, context),
            Self::Show(args) => show::run(&args, context),
            Self::Study(args) => study::run(&args, context),
            Self::Plan(args) => plan::run(&args, context),
            Self::Progress(args) => progress::run(&args, context),
            Self::Undo(args) => undo::run(&args, context),
            Self::Topics(args) => topics::run(&args, context),
            Self::Check(args) => check::run(&args, context),
            Self::Analyze(args) => analyze::run(&args, context),
            Self::New(args) => new::run(&args, context),
            Self::Export(args) => export::run(&args, context),
            Self::Import(args) => import::run(&args, context),
            Self::Completions(args) => completions::run(&args, context, definition),
            Self::Man(args) => man::run(&args, context, definition),
        }
    }
}
