//! `guardprep check`: every problem of a bank, with file, line and column.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::analysis::{Shown, Statistics};
use crate::bank::Bank;
use crate::catalog;
use crate::context::{Context, Stream};
use crate::diagnostic::{self, Diagnostic, Severity, count, sort};
use crate::failure::{Exit, Failure, Thing};
use crate::library;
use crate::limits;
use crate::lint;
use crate::report;
use crate::words::{counted, hang};

/// Every problem of a question bank, with its place
///
/// First what keeps a question from being asked, then what makes it a bad one, then how the whole bank would fare
/// against somebody who knows nothing and picks, say, the longest option. Exits with 1 when there is an error.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Bank files or folders; the banks in use, if none is given
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Warnings fail, too
    #[arg(long)]
    strict: bool,

    /// Print every problem in full, however many there are
    #[arg(long)]
    all: bool,

    /// Print JSON
    #[arg(long)]
    json: bool,

    /// Also what classes showed, in a file of `analyze --write-stats`: suspected keys, dead distractors
    #[arg(long, value_name = "FILE", conflicts_with_all = ["list", "explain"])]
    stats: Option<PathBuf>,

    /// Say what a rule is, why it is there, and show a bad and a good example
    #[arg(long, value_name = "RULE", conflicts_with_all = ["paths", "list"])]
    explain: Option<String>,

    /// List all rules
    #[arg(long, conflicts_with = "paths")]
    list: bool,
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    if let Some(rule) = &args.explain {
        return explain(rule, context);
    }
    if args.list {
        context.print(Stream::Out, &rules(context.width()))?;
        return Ok(Exit::Done);
    }
    let mut joined =
        if args.paths.is_empty() { library::banks(context)? } else { catalog::load_only(&args.paths)? };
    let statistics = args.stats.as_deref().map(|path| library::statistics(context, path)).transpose()?;
    let lint::Findings { mut problems, measures } = lint::lint(&joined, statistics.as_ref());
    problems.append(&mut joined.problems);
    problems.append(&mut joined.left_out);
    sort(&mut problems);
    let questions = joined.bank.questions().len();
    if args.json {
        let listed: Vec<Value> = listed(&problems);
        let document = json!({
            "schema": 1, "questions": questions, "problems": listed, "bank": report::bank::json(&measures),
        });
        context.document(&document)?;
    } else {
        let shown = if args.all { problems.len() } else { problems.len().min(limits::IN_FULL) };
        for problem in &problems[..shown] {
            context.print(Stream::Out, &format!("{}\n", context.diagnostic(problem, Stream::Out)))?;
        }
        if shown < problems.len() {
            context.print(Stream::Out, &hang("", "", &rest(&problems[shown..]), context.width()))?;
            context.print(Stream::Out, "")?;
        }
        if questions > 0 {
            context.print(Stream::Out, &report::bank::text(&measures, context.width()))?;
        }
        if let Some(statistics) = &statistics {
            context.print(Stream::Out, &hang("", "", &told(statistics, &joined.bank), context.width()))?;
        }
        let questions = counted(questions, "question");
        context.print(Stream::Out, &format!("{questions}, {}.", count(&problems)))?;
    }
    let fails =
        |severity: Severity| severity == Severity::Error || (args.strict && severity == Severity::Warning);
    Ok(if problems.iter().any(|problem| fails(problem.severity)) { Exit::No } else { Exit::Done })
}

/// Of how many classes the statistics are, and how much of the bank they are about.
fn told(statistics: &Statistics, bank: &Bank) -> String {
    let (mut asked, mut changed) = (0, 0);
    for question in bank.questions() {
        match statistics.of(question) {
            Shown::Nothing => {}
            Shown::OtherKey => changed += 1,
            Shown::Figures(_) => asked += 1,
        }
    }
    let classes = match statistics.classes().len() {
        1 => String::from("1 class"),
        n => format!("{n} classes"),
    };
    let changed = match changed {
        0 => String::new(),
        n => format!(
            "; {} had another right answer then and {} not judged",
            counted(n, "question"),
            if n == 1 { "is" } else { "are" }
        ),
    };
    let students = counted(statistics.students(), "student");
    format!(
        "Statistics of {classes}, {students}, about {asked} of {}{changed}.",
        counted(bank.questions().len(), "question")
    )
}

/// The problems for programs: as many as are told of a file, and how many there are more.
fn listed(problems: &[Diagnostic]) -> Vec<Value> {
    let shown = problems.len().min(limits::TOLD);
    let rest = (shown < problems.len()).then(|| Diagnostic::untold(problems.len() - shown));
    problems[..shown].iter().chain(&rest).map(diagnostic::json).collect()
}

/// What is said of problems that are only counted.
fn rest(problems: &[Diagnostic]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for problem in problems {
        *counts.entry(problem.rule).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(rule, count)| (Reverse(*count), *rule));
    let listed: Vec<String> = counts.iter().map(|(rule, count)| format!("{rule} {count}")).collect();
    let more = counted(problems.len(), "more problem");
    format!("{more}, counted only: {}. `guardprep check --all` prints each of them.", listed.join(", "))
}

fn explain(rule: &str, context: &Context) -> Result<Exit, Failure> {
    let Some(text) = lint::explain(rule) else {
        let names = lint::list();
        return Err(Failure::unknown(Thing::Rule, rule, names.iter().map(|listed| listed.name)));
    };
    context.print(Stream::Out, text.trim_end())?;
    Ok(Exit::Done)
}

/// The list of all rules, grouped by what they are about.
fn rules(width: usize) -> String {
    let mut blocks = vec![];
    for (about, heading) in [
        ("file", "What keeps a file from being read:"),
        ("import", "What is wrong with questions of another program (`guardprep import`):"),
        ("answers", "What is wrong with the answers of a class (`guardprep analyze`):"),
        (
            "statistics",
            "What classes showed (`guardprep check --stats`), and what is wrong with a file of it:",
        ),
        ("profile", "What is wrong with an exam profile (`exams.toml`):"),
        ("question", "What makes a question a bad one:"),
        ("bank", "What makes a whole bank a bad one:"),
    ] {
        let mut lines = vec![heading.to_owned()];
        for rule in lint::list().iter().filter(|rule| rule.about == about) {
            let line = format!("{} ({}): {}", rule.name, rule.severity.name(), rule.summary);
            lines.push(hang("  ", "      ", &line, width));
        }
        blocks.push(lines.join("\n"));
    }
    blocks.join("\n\n") + "\n\nMore about one:  guardprep check --explain RULE"
}
