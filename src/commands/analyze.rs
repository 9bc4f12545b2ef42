//! `guardprep analyze`: what the answers of a class say about the class and about the questions.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::analysis::{Analysis, FEWEST_STUDENTS};
use crate::bank::Field;
use crate::context::{Context, Stream};
use crate::diagnostic::{self, count, sort};
use crate::exchange::{self, Gathered, ResponseFile};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::report::ClassReport;
use crate::whole_file;
use crate::words::counted;

/// How a class did, and how good its questions are
///
/// Reads what students answered: a table with one row a student and one column a question (CSV, tabs or semicolons),
/// the reports of Moodle and Canvas, the responses of Google and Microsoft Forms, the tables of scanner apps, the results
/// that the page of html-quiz saves, and exported progress logs. Which of them a file is, is recognized.
///
/// The right answers come from the banks, from a row that begins with `key`, or from --key. For fewer than 10 students
/// nothing is said, for fewer than 30 only how many were right and what was chosen.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files with answers; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// The right answers: a table with the columns number (or id), answer and, for several, version
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,

    /// List the students with their scores
    #[arg(long)]
    names: bool,

    /// Print JSON
    #[arg(long)]
    json: bool,

    /// Print the questions as a table for spreadsheets
    #[arg(long, conflicts_with = "json")]
    csv: bool,

    /// Write a page for a browser into this file: a map of the questions, what was chosen, tables that can be sorted
    #[arg(long, value_name = "FILE", conflicts_with_all = ["json", "csv"])]
    html: Option<PathBuf>,

    /// Replace the file if it is there
    #[arg(long, requires = "html")]
    force: bool,
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    if let Some(file) = &args.html {
        // Before anything is read.
        whole_file::is_free(file, args.force)?;
    }
    let files: Vec<ResponseFile> = args.files.iter().map(|path| read(path)).collect::<Result<_, _>>()?;
    let key = args.key.as_deref().map(read).transpose()?;
    let joined = library::known_banks(context)?;
    let mut gathered = exchange::gather(&files, key.as_ref(), &joined.bank);
    sort(&mut gathered.problems);
    for problem in &gathered.problems {
        context.print(Stream::Err, &format!("{}\n", context.diagnostic(problem, Stream::Err)))?;
    }
    if !gathered.problems.is_empty() {
        context.print(Stream::Err, &format!("{}.", count(&gathered.problems)))?;
    }
    let students = gathered.responses.students.len();
    if gathered.responses.items.is_empty() {
        return Err(Failure::NothingToAnalyze);
    }
    if students < FEWEST_STUDENTS {
        return Err(Failure::TooFewStudents { students, fewest: FEWEST_STUDENTS });
    }
    let analysis = Analysis::new(&gathered.responses);
    let questions = joined.bank.questions().iter().enumerate();
    let places =
        questions.map(|(at, question)| (question.id.clone(), joined.place(at, Field::Key(0)).text()));
    let report = ClassReport {
        responses: &gathered.responses,
        analysis: &analysis,
        bank: &joined.bank,
        places: places.collect(),
        origins: origins(&gathered),
        first_only: gathered.first_only,
        names: args.names,
    };
    if args.json {
        let problems: Vec<Value> = gathered.problems.iter().map(diagnostic::json).collect();
        context.document(&report.json(&problems))?;
    } else if args.csv {
        context.print(Stream::Out, &report.csv())?;
    } else if let Some(file) = &args.html {
        let problems = if gathered.problems.is_empty() { String::new() } else { count(&gathered.problems) };
        whole_file::write_private(file, &report.html(&problems), args.force)?;
        context.print(Stream::Out, &format!("Written to {}", file.display()))?;
    } else {
        context.print(Stream::Out, &report.text(context.width(), context.is_plain()))?;
    }
    Ok(Exit::Done)
}

fn read(path: &Path) -> Result<ResponseFile, Failure> {
    let is_stdin = path == Path::new("-");
    let name = if is_stdin { String::from("standard input") } else { path.display().to_string() };
    let bytes =
        if is_stdin { whole_file::read_from(std::io::stdin().lock()) } else { whole_file::read(path) };
    let bytes = bytes.map_err(|error| Failure::Read { name: name.clone(), error })?;
    Ok(ResponseFile { name, bytes })
}

/// A line for each file, or one for many of the same shape.
fn origins(gathered: &Gathered) -> Vec<String> {
    if gathered.origins.len() > 4 {
        let mut shapes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for origin in &gathered.origins {
            let sum = shapes.entry(origin.shape).or_default();
            *sum = (sum.0 + 1, sum.1 + origin.students);
        }
        let line = |(shape, (files, students)): (&str, (usize, usize))| {
            format!("{}, each read as {shape}: {}.", counted(files, "file"), counted(students, "student"))
        };
        return shapes.into_iter().map(line).collect();
    }
    let line = |origin: &exchange::Origin| {
        format!("{}: read as {}; {}.", origin.file, origin.shape, counted(origin.students, "student"))
    };
    gathered.origins.iter().map(line).collect()
}
