//! `guardprep analyze`: what the answers of a class say about the class and about the questions.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::analysis::{Added, Analysis, FEWEST_STUDENTS, KeptClass, Statistics, write_statistics};
use crate::bank::Field;
use crate::context::{Context, Stream};
use crate::diagnostic::{self, count, sort};
use crate::exchange::{self, Gathered, ResponseFile};
use crate::failure::{ClassFailure, Exit, Failure};
use crate::library;
use crate::report::ClassReport;
use crate::whole_file;
use crate::words::{counted, hang};

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

    /// Add what this class showed about each question to a file of statistics, for `check --stats` and --facility
    ///
    /// One call is one class: a class that is in the file already is not counted twice, whatever the order of its rows. The
    /// file has facility, discrimination and number of answers by question id, and no student.
    #[arg(long, value_name = "FILE")]
    write_stats: Option<PathBuf>,

    /// Replace the page if it is there
    #[arg(long, requires = "html")]
    force: bool,
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    if let Some(file) = &args.html {
        // Before anything is read.
        whole_file::is_free(file, args.force)?;
    }
    let statistics = args.write_stats.as_deref().map(|path| kept(path, context)).transpose()?;
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
        return Err(Failure::Class(ClassFailure::NothingToAnalyze));
    }
    if students < FEWEST_STUDENTS {
        return Err(Failure::Class(ClassFailure::TooFewStudents { students, fewest: FEWEST_STUDENTS }));
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
        context
            .print(Stream::Out, &report.text(context.width(), context.table_width(), context.is_plain()))?;
    }
    if let Some((path, statistics)) = args.write_stats.as_deref().zip(statistics) {
        let class = KeptClass::of(&gathered.responses, &analysis, &joined.bank);
        keep(path, statistics, class, gathered.responses.items.len(), context)?;
    }
    Ok(Exit::Done)
}

/// What the file of statistics holds; nothing if there is none yet.
fn kept(path: &Path, context: &Context) -> Result<Statistics, Failure> {
    // That it can be written is known before anything is read.
    match whole_file::is_free(path, true)? {
        Some(_) => library::statistics(context, path),
        None => Ok(Statistics::default()),
    }
}

/// Adds a class to the statistics and says what that did.
fn keep(
    path: &Path,
    mut statistics: Statistics,
    class: KeptClass,
    questions: usize,
    context: &Context,
) -> Result<(), Failure> {
    let known = class.questions.len();
    if known == 0 {
        return Err(Failure::Class(ClassFailure::NothingToKeep));
    }
    let added = statistics.add(class);
    if added != Added::Known {
        whole_file::write(path, write_statistics(&statistics).as_bytes(), true)?;
    }
    let what = match added {
        Added::New => "this class was added",
        Added::Replaced => "this class was there with other right answers or texts, and was counted anew",
        Added::Known => "this class is there already, and nothing was changed",
    };
    let classes = match statistics.classes().len() {
        1 => String::from("1 class"),
        n => format!("{n} classes"),
    };
    let unknown = match questions - known {
        0 => String::new(),
        n => format!(
            " {} left out, which the banks do not have.",
            if n == 1 { String::from("1 question is") } else { format!("{n} questions are") }
        ),
    };
    let total = format!(
        "{}: {what}. It holds {classes}, {}, {}.{unknown}",
        path.display(),
        counted(statistics.students(), "student"),
        counted(statistics.ids().len(), "question"),
    );
    context.print(Stream::Err, &hang("", "", &total, context.width()))?;
    Ok(())
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
