//! `guardprep export`: banks in other formats.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use serde_json::json;

use super::facility::ByFacility;
use super::selecting::Selecting;
use crate::bank::{Bank, Question};
use crate::context::{Context, Stream};
use crate::exchange::{self, Export, ExportOptions, FORMATS, Format, Loss, Part};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::logbook;
use crate::progress::History;
use crate::whole_file;
use crate::words::{counted, file_name, hang};

/// Write questions in the format of another program
///
/// What the format cannot say is counted and named on stderr; nothing is ever cut short. The same questions give the
/// same bytes.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The format; `--list` tells about each
    #[arg(long, value_name = "FORMAT", value_parser = formats(), required_unless_present = "list", hide_possible_values = true)]
    to: Option<&'static Format>,

    /// List the formats
    #[arg(long)]
    list: bool,

    #[command(flatten)]
    selecting: Selecting,

    #[command(flatten)]
    by_facility: ByFacility,

    /// Write into this file instead of stdout
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// Replace the file if it is there
    #[arg(long, requires = "output")]
    force: bool,

    /// What the whole is called where the format has a place for it
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// For exams on paper: how many versions, A, B, C and so on
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=26))]
    versions: Option<u8>,

    /// At most so many options a question: where there are more distractors, some are drawn by the seed, and anew each
    /// time by html-quiz and scorm12
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(2..=26))]
    options: Option<u8>,

    /// Choose only questions that the format takes: nothing is refused, and it is said how many were passed over
    #[arg(long)]
    short: bool,

    /// For csv and tsv: write texts as they are, also those that a spreadsheet takes for formulas
    #[arg(long)]
    raw: bool,

    /// Print what was written and what was lost as JSON to stdout
    #[arg(long, requires = "output")]
    json: bool,
}

/// A clap parser for the formats that can be written.
fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let values = FORMATS
        .iter()
        .filter(|format| format.export.is_some())
        .map(|format| PossibleValue::new(format.name).help(format.summary));
    PossibleValuesParser::new(values)
        .try_map(|name| exchange::find(&name).ok_or_else(|| String::from("no such format")))
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let Some(format) = args.to.filter(|_| !args.list) else {
        context.print(Stream::Out, &list(context.width()))?;
        return Ok(Exit::Done);
    };
    if args.raw && !format.guards() {
        return Err(Failure::AlwaysRaw { format: format.name });
    }
    let joined = library::sound_banks(context)?;
    let bank = &joined.bank;
    let asks = args.selecting.asks_history();
    let history = if asks { logbook::derived(context)?.history } else { History::default() };
    let questions = args.selecting.choose(context, bank, &history)?;
    let questions = args.by_facility.choose(context, questions)?;
    let seed = context.fixed_seed().unwrap_or_default();
    let at_most = args.options.filter(|_| !format.draws());
    let (drawn, mut beyond) = at_most.map_or_else(Default::default, |options| {
        exchange::draw(bank, &questions, usize::from(options), seed)
    });
    let (bank, questions) =
        if at_most.is_some() { (&drawn, drawn.questions().iter().collect()) } else { (bank, questions) };
    let mut options = ExportOptions { seed, raw: args.raw, ..ExportOptions::default() };
    if let Some(title) = &args.title {
        options.title.clone_from(title);
    }
    if let Some(shown) = args.options {
        options.shown = usize::from(shown);
    }
    if let Some(versions) = args.versions {
        options.versions = usize::from(versions);
    }
    let (questions, passed) =
        if args.short { fitting(format, bank, questions, &options) } else { (questions, 0) };
    if passed > 0 {
        beyond.note(&format!(
            "{} passed over, which {} does not take",
            counted(passed, "question"),
            format.name
        ));
    }
    let selected = questions.len();
    let topics: BTreeSet<&str> = questions.iter().map(|question| question.topic.as_str()).collect();
    if topics.len() > 1 && format.loses.contains(&Part::SecondTopic) {
        return each_topic(format, &Export::new(bank, questions, options), &beyond, args, context);
    }
    let mut exported = format
        .export(&Export::new(bank, questions, options))
        .ok_or(Failure::OnlyRead { format: format.name })?;
    exported.loss.merge(beyond);
    let written = selected - exported.loss.left_out().len();
    if written == 0 {
        return Err(Failure::NothingSaid { format: format.name, lines: exported.loss.lines() });
    }
    match &args.output {
        Some(path) => whole_file::write(path, &exported.bytes, args.force)?,
        None if is_binary(&exported.bytes) && std::io::stdout().is_terminal() => {
            return Err(Failure::NotForTerminal { format: format.name, extension: format.extension });
        }
        None => {
            // Not through `context.print`, which would remove bytes that look like colors.
            let mut out = std::io::stdout().lock();
            out.write_all(&exported.bytes)?;
            out.flush()?;
        }
    }
    if args.json {
        let document = json!({
            "schema": 1, "format": format.name, "file": args.output.as_ref().map(|path| path.display().to_string()), "selected": selected, "written": written,
            "lost": exported.loss.json(),
        });
        context.document(&document)?;
        return Ok(Exit::Done);
    }
    if let Some(path) = &args.output {
        let questions = counted(written, "question");
        context.print(Stream::Err, &format!("{}: {questions} written to {}", format.name, path.display()))?;
    }
    for line in exported.loss.lines() {
        context.print(Stream::Err, &hang("  ", "    ", &line, context.width()))?;
    }
    Ok(Exit::Done)
}

/// The questions that a format takes, and how many others there are. Where it takes none, they stay: the failure says
/// why.
fn fitting<'b>(
    format: &Format,
    bank: &'b Bank,
    questions: Vec<&'b Question>,
    options: &ExportOptions,
) -> (Vec<&'b Question>, usize) {
    let Some(tried) = format.export(&Export::new(bank, questions.iter().copied(), options.clone())) else {
        return (questions, 0);
    };
    let left_out = tried.loss.left_out();
    let fit: Vec<&Question> =
        questions.iter().copied().filter(|question| !left_out.contains(question.id.as_str())).collect();
    let passed = questions.len() - fit.len();
    if fit.is_empty() { (questions, 0) } else { (fit, passed) }
}

/// Writes one file for each topic into the folder of `-o`, for formats whose files hold a single topic.
fn each_topic(
    format: &Format,
    whole: &Export<'_>,
    beyond: &Loss,
    args: &Args,
    context: &Context,
) -> Result<Exit, Failure> {
    let count = whole.sections.len();
    let Some(folder) = &args.output else {
        return Err(Failure::OneTopicAFile { format: format.name, topics: count });
    };
    // Everything is checked before the first file is written.
    let (mut loss, mut selected, mut files) = (beyond.clone(), 0, vec![]);
    for part in whole.by_topic() {
        let path = folder.join(file_name(&part.sections[0].topic.id, format.extension));
        whole_file::is_free(&path, args.force)?;
        let exported = format.export(&part).ok_or(Failure::OnlyRead { format: format.name })?;
        loss.merge(exported.loss);
        selected += part.questions().count();
        files.push((path, exported.bytes));
    }
    whole_file::create_folder(folder)?;
    for (path, bytes) in &files {
        whole_file::write(path, bytes, args.force)?;
    }
    let files: Vec<String> = files.iter().map(|(path, _)| path.display().to_string()).collect();
    let written = selected - loss.left_out().len();
    if args.json {
        let document = json!({
            "schema": 1, "format": format.name, "files": files, "selected": selected, "written": written,
            "lost": loss.json(),
        });
        context.document(&document)?;
        return Ok(Exit::Done);
    }
    let summary =
        format!("{}: {written} questions written to {count} files in {}", format.name, folder.display());
    context.print(Stream::Err, &summary)?;
    for line in loss.lines() {
        context.print(Stream::Err, &hang("  ", "    ", &line, context.width()))?;
    }
    Ok(Exit::Done)
}

fn is_binary(bytes: &[u8]) -> bool {
    bytes.iter().take(8_192).any(|&byte| byte == 0)
}

/// The list of all formats, with what each is for.
fn list(width: usize) -> String {
    let widest = FORMATS.iter().map(|format| format.name.len()).max().unwrap_or(0);
    let row = |format: &Format| {
        let ways = match (format.export.is_some(), format.import.is_some()) {
            (true, true) => "both ways",
            (true, false) => "export",
            _ => "import",
        };
        let first = format!("{:widest$}  ", format.name);
        hang(
            &first,
            &" ".repeat(widest + 2),
            &format!("{} (.{}; {ways})", format.summary, format.extension),
            width,
        )
    };
    FORMATS.iter().map(row).collect::<Vec<_>>().join("\n")
}
