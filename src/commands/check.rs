//! `guardprep check`: every problem of a bank, with file, line and column.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::catalog;
use crate::context::{Context, Stream};
use crate::diagnostic::{self, count, sort};
use crate::failure::{Exit, Failure};

/// Every problem of a question bank, with its place
///
/// Exits with 1 when there is an error.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Bank files or folders; the banks in use, if none is given
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Warnings fail, too
    #[arg(long)]
    strict: bool,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let joined = if args.paths.is_empty() { context.banks()? } else { catalog::load_only(&args.paths)? };
    let mut problems = joined.problems;
    sort(&mut problems);
    let questions = joined.bank.questions().len();
    if args.json {
        let listed: Vec<Value> = problems.iter().map(diagnostic::json).collect();
        let document = json!({ "schema": 1, "questions": questions, "problems": listed });
        context.print(Stream::Out, &document.to_string())?;
    } else {
        for problem in &problems {
            context.print(Stream::Out, &format!("{}\n", context.diagnostic(problem, Stream::Out)))?;
        }
        let noun = if questions == 1 { "question" } else { "questions" };
        context.print(Stream::Out, &format!("{questions} {noun}, {}.", count(&problems)))?;
    }
    let fails = problems.iter().any(|problem| {
        problem.is_error() || (args.strict && problem.severity == diagnostic::Severity::Warning)
    });
    Ok(if fails { Exit::No } else { Exit::Done })
}
